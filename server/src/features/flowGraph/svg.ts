import { t } from '@vscode/l10n';
import { inPieces } from '../../text/inPieces';
import { group, type PictureElement, text } from './element';
import type { NodeChange, NodeFinding } from './marks';
import { badge, CHANGE_SIGNS, FINDING_SIGNS } from './picture';
import { textWidth } from './textWidth';

const MARGIN = 24;
const HEADER = 34;
const LEGEND = 30;
const LEGEND_SIZE = 12;

/** What an SVG file is made of. */
export interface Drawing {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly picture: PictureElement;
  /** The marks that occur in the picture and are explained below it. */
  readonly changes: ReadonlySet<NodeChange>;
  readonly severities: ReadonlySet<NodeFinding['severity']>;
}

/** Elements of the picture that are written in one step: as many as a large flow has. */
const WRITTEN_A_STEP = 32;

/** A drawing as a file of its own, in steps: light, with its style, without scripts, and nothing to load. */
export function* svgInSteps({
  title,
  width,
  height,
  picture,
  changes,
  severities,
}: Drawing): Generator<void, string, void> {
  const explained = legend(changes, severities);
  const full = {
    width: Math.ceil(Math.max(width, explained.width, textWidth(title, 16)) + 2 * MARGIN),
    height: Math.ceil(height + HEADER + 2 * MARGIN + (explained.items.length > 0 ? LEGEND : 0)),
  };
  const drawn: string[] = [];
  yield* inPieces(picture.children ?? [], (element) => drawn.push(markup(element)), WRITTEN_A_STEP);
  const place = group('picture', [], MARGIN, MARGIN + HEADER);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${full.width}" height="${full.height}" viewBox="0 0 ${full.width} ${full.height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="paper" width="${full.width}" height="${full.height}"/>`,
    markup(text('heading', MARGIN, MARGIN + 12, title)),
    markup(place, markup(picture, drawn.join(''))),
    markup(group('legend', explained.items, MARGIN, full.height - MARGIN - 8)),
    '</svg>',
    '',
  ].join('\n');
}

/** The words for differences from LIVE and for findings, in the order of a legend. */
export function legendWords(): {
  readonly changes: readonly (readonly [NodeChange, string])[];
  readonly severities: readonly (readonly [NodeFinding['severity'], string])[];
} {
  return {
    changes: [
      ['added', t('not in LIVE')],
      ['changed', t('differs from LIVE')],
      ['removed', t('only in LIVE')],
    ],
    severities: [
      ['error', t('error')],
      ['warning', t('warning')],
      ['information', t('information')],
    ],
  };
}

function legend(
  changes: ReadonlySet<NodeChange>,
  severities: ReadonlySet<NodeFinding['severity']>,
): { readonly items: readonly PictureElement[]; readonly width: number } {
  const words = legendWords();
  const entries = [
    ...words.severities
      .filter(([severity]) => severities.has(severity))
      .map(([severity, word]) => [`finding ${severity}`, FINDING_SIGNS[severity], word] as const),
    ...words.changes
      .filter(([change]) => changes.has(change))
      .map(([change, word]) => [`change ${change}`, CHANGE_SIGNS[change], word] as const),
  ];
  let x = 0;
  const items = entries.map(([className, sign, word]) => {
    const item = group('', [badge(className, sign, 0, -13), text('word', 24, 0, word)], x, 0);
    x += 24 + textWidth(word, LEGEND_SIZE) + 20;
    return item;
  });
  return { items, width: x };
}

/** @param known the markup of its children, where it is known */
function markup(
  { tag, attributes, text: content, children = [] }: PictureElement,
  known = children.map((child) => markup(child)).join(''),
): string {
  const written = Object.entries(attributes)
    // What only a page needs.
    .filter(([name, value]) => !name.startsWith('data-') && value !== '')
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  const inside = `${content === undefined ? '' : escaped(content)}${known}`;
  return inside === '' ? `<${tag}${written}/>` : `<${tag}${written}>${inside}</${tag}>`;
}

/** Characters that no XML file may hold, not even by number. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(content: string): string {
  return (
    content
      .replaceAll(FORBIDDEN, '\ufffd')
      // Also what a terminal would obey, for the file may be printed.
      .replaceAll(
        /[&<>"'\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
        (character) => `&#${character.charCodeAt(0)};`,
      )
  );
}

const STYLE = `
text { font-family: "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #24292f; }
.paper { fill: #ffffff; }
.heading { font-size: 16px; font-weight: 600; }
.title { font-size: 13px; font-weight: 600; }
.detail { font-size: 11px; fill: #57606a; }
.word { font-size: 12px; }
.flow-title { font-size: 14px; font-weight: 600; fill: #57606a; }
.frame { fill: #f6f8fa; stroke: #d0d7de; }
.body { fill: #ffffff; stroke: #8c959f; stroke-width: 1.2; }
.intent > .body { fill: #ddf4ff; stroke: #0969da; }
.event > .body { fill: #fff8c5; stroke: #9a6700; }
.exit > .body, .entry > .body { fill: none; stroke: #8c959f; stroke-dasharray: 2 3; }
.exit > .title, .entry > .title { font-weight: 400; fill: #57606a; }
.missing > .body, .absent > .body { fill: #ffebe9; stroke: #cf222e; stroke-dasharray: 6 3; }
.added > .body { stroke: #1a7f37; stroke-width: 2.2; }
.changed > .body { stroke: #9a6700; stroke-width: 2.2; }
.removed > .body { fill: #f6f8fa; stroke: #8250df; stroke-width: 2.2; stroke-dasharray: 6 3; }
.removed > .title { text-decoration: line-through; }
.icon > path { fill: none; stroke: #57606a; stroke-width: 1.2; stroke-linejoin: round; stroke-linecap: round; }
.line { fill: none; stroke: #6e7781; stroke-width: 1.3; }
.head { fill: #6e7781; }
.retry > .line, .error > .line { stroke-dasharray: 4 3; }
.between > .line { stroke: #afb8c1; stroke-width: 2.5; }
.between > .head { fill: #afb8c1; }
.ground { fill: #f6f8fa; opacity: 0.9; }
.sign { font-size: 11px; font-weight: 700; fill: #ffffff; }
.finding.error > .plate { fill: #cf222e; }
.finding.warning > .plate { fill: #9a6700; }
.finding.information > .plate { fill: #0969da; }
.change.added > .plate { fill: #1a7f37; }
.change.changed > .plate { fill: #9a6700; }
.change.removed > .plate { fill: #8250df; }
`;
