import { group, path, type PictureElement, rect, text, tooltip } from './element';
import { ABSENT_ICON, STEP_ICONS } from './icons';
import type { Layout, Point } from './layout';
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

/** Draws sheets as they were laid out. Frames are below, then arrows with their labels, then boxes. */
export function pictureOf({ sheets }: Sheets, layout: Layout, marks: Marks): PictureElement {
  const frames = sheets.map((sheet, index) => frame(sheet, layout.sheets[index]));
  const between = layout.between.map((points) => group('between', arrowPaths(points)));
  const arrows = sheets.flatMap((sheet, index) => arrowsOf(sheet, layout.sheets[index]));
  const boxes = sheets.flatMap(({ boxes: own }, index) =>
    own.map((box, place) => boxElement(box, layout.sheets[index]?.boxes[place], marks)),
  );
  return group('flow-graph', [...between, ...frames, ...arrows, ...boxes]);
}

function frame({ flow }: Sheet, place: Layout['sheets'][number] | undefined): PictureElement {
  const { x = 0, y = 0, width = 0, height = 0 } = place ?? {};
  const title = flow === '' ? [] : [text('flow-title', 16, 27, flow)];
  return group('flow', [rect('frame', width, height, 8), ...title], x, y);
}

function arrowsOf({ arrows }: Sheet, place: Layout['sheets'][number] | undefined): readonly PictureElement[] {
  const lines = arrows.map((arrow, index): PictureElement => {
    const drawn = group(`arrow ${arrow.kind}`, arrowPaths(place?.arrows[index]?.points ?? []));
    return {
      ...drawn,
      attributes: { ...drawn.attributes, 'data-from': arrow.from, 'data-to': arrow.to },
    };
  });
  const labels = arrows.flatMap((arrow, index) => {
    const label = place?.arrows[index]?.label;
    return arrow.label === '' || !label ? [] : [labelElement(arrow, label)];
  });
  return [...lines, ...labels];
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
