import type { FlowGraphView, PictureElement } from '../../../../server/src/protocol';

const SVG = 'http://www.w3.org/2000/svg';
/** Whatever the picture says, only these are made: text of files can become text, and nothing else. */
const TAGS: ReadonlySet<string> = new Set(['g', 'rect', 'path', 'text', 'title']);
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'class',
  'transform',
  'd',
  'x',
  'y',
  'width',
  'height',
  'rx',
  'text-anchor',
  'data-box',
  'data-from',
  'data-to',
]);

/** The elements of a page that show a graph. */
export interface Rendered {
  readonly root: SVGElement;
  readonly boxes: ReadonlyMap<string, SVGElement>;
  readonly arrows: readonly SVGElement[];
}

/** Makes the elements of a picture; boxes can be reached and told by a screen reader. */
export function render({ picture, boxes: descriptions }: FlowGraphView): Rendered {
  const said = new Map(descriptions.map(({ id, description }) => [id, description]));
  const boxes = new Map<string, SVGElement>();
  const arrows: SVGElement[] = [];
  const make = ({ tag, attributes, text, children = [] }: PictureElement): SVGElement => {
    const element = document.createElementNS(SVG, TAGS.has(tag) ? tag : 'g');
    for (const [name, value] of Object.entries(attributes)) {
      if (ATTRIBUTES.has(name)) element.setAttribute(name, String(value));
    }
    if (text !== undefined) element.textContent = text;
    for (const child of children) element.append(make(child));
    const id = attributes['data-box'];
    if (typeof id === 'string') {
      element.setAttribute('role', 'button');
      element.setAttribute('tabindex', '-1');
      element.setAttribute('aria-label', said.get(id) ?? '');
      boxes.set(id, element);
    }
    if (attributes['data-from'] !== undefined) arrows.push(element);
    return element;
  };
  return { root: make(picture), boxes, arrows };
}
