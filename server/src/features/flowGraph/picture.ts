import { inPieces } from '../../text/inPieces';
import { group, path, type PictureElement, rect, text, tooltip } from './element';
import { ABSENT_ICON, STEP_ICONS } from './icons';
import type { Layout, Point, SheetLayout } from './layout';
import type { Marks, NodeChange, NodeFinding } from './marks';
import {
  type Arrow,
  type Box,
  DETAIL_LINE,
  DETAIL_SIZE,
  ICON,
  PADDING,
  type Sheet,
  type Sheets,
  TITLE_LINE,
} from './sheets';
import { textWidth } from './textWidth';

/** The signs of differences from LIVE: what a colour says can be read, too. */
export const CHANGE_SIGNS: Readonly<Record<NodeChange, string>> = { added: '+', changed: '~', removed: '−' };
export const FINDING_SIGNS: Readonly<Record<NodeFinding['severity'], string>> = {
  error: '✕',
  warning: '!',
  information: 'i',
};

const HEAD_LENGTH = 8;
const HEAD_WIDTH = 4;
/** How far before a corner a line begins to bend. */
const CORNER = 24;

/** Arrows or boxes that are drawn in one step: as many as a large flow has. */
const DRAWN_A_STEP = 32;

/** Draws sheets as they were laid out, in steps. Frames are below, then arrows, their labels, and boxes. */
export function* pictureInSteps(
  sheets: Sheets,
  layout: Layout,
  marks: Marks,
): Generator<void, PictureElement, void> {
  const frames: PictureElement[] = [];
  const arrows: PictureElement[] = [];
  const labels: PictureElement[] = [];
  const boxes: PictureElement[] = [];
  const between = layout.between.map((points) => group('between', arrowPaths(points)));
  yield* inPieces(sheets.sheets.entries(), ([index, sheet]) =>
    frames.push(frame(sheet, layout.sheets[index])),
  );
  yield* inPieces(
    arrowsOf(sheets, layout),
    ([arrow, place]) => {
      arrows.push(arrowElement(arrow, place?.points ?? []));
      if (arrow.label !== '' && place) labels.push(labelElement(arrow, place.label));
    },
    DRAWN_A_STEP,
  );
  yield* inPieces(
    boxesOf(sheets, layout),
    ({ box, place }) => boxes.push(boxElement(box, place, marks)),
    DRAWN_A_STEP,
  );
  return group('flow-graph', [...between, ...frames, ...arrows, ...labels, ...boxes]);
}

/** Every box with its sheet and its place. */
export function* boxesOf(
  { sheets }: Sheets,
  layout: Layout,
): Generator<{ readonly box: Box; readonly sheet: Sheet; readonly place: Point | undefined }, void, void> {
  for (const [index, sheet] of sheets.entries()) {
    const places = layout.sheets[index]?.boxes;
    for (const [number, box] of sheet.boxes.entries()) yield { box, sheet, place: places?.[number] };
  }
}

function* arrowsOf(
  { sheets }: Sheets,
  layout: Layout,
): Generator<readonly [Arrow, SheetLayout['arrows'][number] | undefined], void, void> {
  for (const [index, { arrows }] of sheets.entries()) {
    const places = layout.sheets[index]?.arrows;
    for (const [number, arrow] of arrows.entries()) yield [arrow, places?.[number]];
  }
}

function frame({ flow }: Sheet, place: Layout['sheets'][number] | undefined): PictureElement {
  const { x = 0, y = 0, width = 0, height = 0 } = place ?? {};
  const title = flow === '' ? [] : [text('flow-title', 16, 27, flow)];
  return group('flow', [rect('frame', width, height, 8), ...title], x, y);
}

function arrowElement({ kind, from, to }: Arrow, points: readonly Point[]): PictureElement {
  const drawn = group(`arrow ${kind}`, arrowPaths(points));
  return { ...drawn, attributes: { ...drawn.attributes, 'data-from': from, 'data-to': to } };
}

function labelElement({ label, title, kind }: Arrow, { x, y }: Point): PictureElement {
  const width = labelSize(label).width;
  return group(
    `label ${kind}`,
    [
      tooltip(title),
      {
        ...rect('ground', width, DETAIL_LINE, 3),
        attributes: {
          class: 'ground',
          x: -width / 2,
          y: -DETAIL_LINE / 2,
          width,
          height: DETAIL_LINE,
          rx: 3,
        },
      },
      text('detail', 0, DETAIL_SIZE / 2 - 1.5, label, 'middle'),
    ],
    x,
    y,
  );
}

/** The room that the label of an arrow takes. */
export function labelSize(label: string): { readonly width: number; readonly height: number } {
  return label === ''
    ? { width: 0, height: 0 }
    : { width: textWidth(label, DETAIL_SIZE) + 8, height: DETAIL_LINE };
}

function boxElement(box: Box, place: Point | undefined, { findings, changes }: Marks): PictureElement {
  const { id, kind, node, title, details, width, height } = box;
  const stands = kind !== 'exit' && kind !== 'entry';
  const found = stands ? (findings.get(node.id) ?? []) : [];
  const change = stands ? changes.get(node.id) : undefined;
  const icon = iconOf(box);
  const left = icon ? PADDING + ICON : width / 2;
  const anchor = icon ? undefined : 'middle';
  const classes = ['box', kind, node.step, node.absent && 'absent', change, found[0]?.severity];
  const drawn = group(
    classes.filter(Boolean).join(' '),
    [
      tooltip([title, ...details, ...found.map(({ message }) => message)].join('\n')),
      rect('body', width, height, radius(kind, height)),
      ...(icon ? [group('icon', [path('', icon)], PADDING, (height - 14) / 2)] : []),
      text('title', left, PADDING / 2 + TITLE_LINE - 5, title, anchor),
      ...details.map((detail, line) =>
        text('detail', left, PADDING / 2 + TITLE_LINE + (line + 1) * DETAIL_LINE - 5, detail, anchor),
      ),
      ...(change ? [badge(`change ${change}`, CHANGE_SIGNS[change], -7, -8)] : []),
      ...(found[0] ? [badge(`finding ${found[0].severity}`, findingText(found), width - 16, -8)] : []),
    ],
    place?.x ?? 0,
    place?.y ?? 0,
  );
  return { ...drawn, attributes: { ...drawn.attributes, 'data-box': id } };
}

function iconOf({ kind, node }: Box): string | undefined {
  if (kind === 'dialog') return STEP_ICONS[node.step ?? 'empty'];
  return kind === 'missing' || kind === 'removed' ? ABSENT_ICON : undefined;
}

function radius(kind: Box['kind'], height: number): number {
  return kind === 'intent' || kind === 'event' ? height / 2 : kind === 'exit' || kind === 'entry' ? 2 : 5;
}

/** The sign of the worst, and how many there are. */
function findingText(findings: readonly NodeFinding[]): string {
  const sign = FINDING_SIGNS[findings[0]?.severity ?? 'information'];
  return findings.length === 1 ? sign : `${sign} ${findings.length}`;
}

/** A small mark on the edge of a box. */
export function badge(className: string, content: string, x: number, y: number): PictureElement {
  const width = Math.max(18, textWidth(content, DETAIL_SIZE) + 10);
  return group(
    `badge ${className}`,
    [rect('plate', width, 18, 9), text('sign', width / 2, 13, content, 'middle')],
    x,
    y,
  );
}

/** A line through the points with round corners and a head at its end. */
function arrowPaths(points: readonly Point[]): readonly PictureElement[] {
  const [first] = points;
  const last = points.at(-1);
  const before = points.at(-2);
  if (!first || !last || !before) return [];
  const neck = towards(last, before, HEAD_LENGTH);
  const side = {
    x: ((last.y - neck.y) * HEAD_WIDTH) / HEAD_LENGTH,
    y: ((neck.x - last.x) * HEAD_WIDTH) / HEAD_LENGTH,
  };
  const corners = points.slice(1, -1).map((corner, index) => {
    const from = towards(corner, points[index] ?? first, CORNER);
    const to = towards(corner, points[index + 2] ?? last, CORNER);
    return `L${at(from)}Q${at(corner)} ${at(to)}`;
  });
  const head = [last, { x: neck.x + side.x, y: neck.y + side.y }, { x: neck.x - side.x, y: neck.y - side.y }];
  return [
    path('line', `M${at(first)}${corners.join('')}L${at(neck)}`),
    path('head', `M${head.map(at).join('L')}z`),
  ];
}

/** The point that lies `distance` from one point towards another, at most half the way. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(0.5, distance / length);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
