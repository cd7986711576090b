/** A piece of a drawing: an SVG element as plain data, so that a file and a page can be made of the same drawing. */
export interface PictureElement {
  readonly tag: 'g' | 'rect' | 'path' | 'text' | 'title';
  readonly attributes: Readonly<Partial<Record<PictureAttribute, string | number>>>;
  /** Texts of files stand here only, and in the values of `data-` attributes. */
  readonly text?: string;
  readonly children?: readonly PictureElement[];
}

export type PictureAttribute =
  | 'class'
  | 'transform'
  | 'd'
  | 'x'
  | 'y'
  | 'width'
  | 'height'
  | 'rx'
  | 'text-anchor'
  | 'data-box'
  | 'data-from'
  | 'data-to';

export function group(
  className: string,
  children: readonly PictureElement[],
  x?: number,
  y?: number,
): PictureElement {
  const place = x === undefined || y === undefined ? {} : { transform: `translate(${x} ${y})` };
  return { tag: 'g', attributes: { class: className, ...place }, children };
}

export function rect(className: string, width: number, height: number, rx: number): PictureElement {
  return { tag: 'rect', attributes: { class: className, width, height, rx } };
}

export function path(className: string, d: string): PictureElement {
  return { tag: 'path', attributes: { class: className, d } };
}

export function text(
  className: string,
  x: number,
  y: number,
  content: string,
  anchor?: 'middle',
): PictureElement {
  return {
    tag: 'text',
    attributes: { class: className, x, y, ...(anchor && { 'text-anchor': anchor }) },
    text: content,
  };
}

/** What a mouse that rests on the element is told. */
export function tooltip(content: string): PictureElement {
  return { tag: 'title', attributes: {}, text: content };
}
