import { arrange, type DagreGraph, newGraph } from './dagre';

/**
 * What has to be arranged, without a name in it: graphs that differ only in what is written in boxes of the same size have
 * the same layout. All numbers are pixels.
 */
export interface LayoutInput {
  readonly sheets: readonly SheetInput[];
  readonly between: readonly { readonly from: number; readonly to: number }[];
}

interface SheetInput {
  readonly boxes: readonly Size[];
  readonly arrows: readonly { readonly from: number; readonly to: number; readonly label: Size }[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything is: corners at the left and top. */
export interface Layout extends Size {
  readonly sheets: readonly SheetLayout[];
  readonly between: readonly (readonly Point[])[];
}

export interface SheetLayout extends Size, Point {
  readonly boxes: readonly Point[];
  /** Points from box to box; the label's middle. */
  readonly arrows: readonly { readonly points: readonly Point[]; readonly label: Point }[];
}

/** Room around the boxes of a sheet, and for its title. */
const MARGIN = 18;
const TITLE = 26;
/** From here on links that lead back are chosen for speed: the default takes seconds for hundreds of boxes with many. */
const MANY = 120;
/** Width of a screen by its height. */
const SCREEN = 1.6;
/** How far an arrow from a box to itself reaches out of it. */
const LOOP = 26;

/** Arranges boxes and arrows, each sheet by itself and then the sheets. Takes a second or so for hundreds of boxes. */
export function layoutOf({ sheets, between }: LayoutInput): Layout {
  const arranged = sheets.map(sheetLayout);
  const [one, other] = [wholeGraph('LR', arranged, between), wholeGraph('TB', arranged, between)];
  const whole = unfitness(one) <= unfitness(other) ? one : other;
  return {
    ...sizeOf(whole),
    sheets: arranged.map((sheet, index) => {
      const corner = cornerOf(whole.node(String(index)));
      return {
        ...sheet,
        ...corner,
        boxes: sheet.boxes.map((point) => moved(point, corner)),
        arrows: sheet.arrows.map(({ points, label }) => ({
          points: points.map((point) => moved(point, corner)),
          label: moved(label, corner),
        })),
      };
    }),
    between: between.map(({ from, to }, index) =>
      pointsOf(whole.edge(String(from), String(to), String(index))),
    ),
  };
}

/** The sheets as boxes that lead to each other. */
function wholeGraph(
  rankdir: 'LR' | 'TB',
  sheets: readonly Size[],
  between: LayoutInput['between'],
): DagreGraph {
  const graph = newGraph({ rankdir, nodesep: 40, ranksep: 60, edgesep: 16, ...fast(sheets.length) });
  for (const [index, { width, height }] of sheets.entries()) graph.setNode(String(index), { width, height });
  for (const [index, { from, to }] of between.entries()) {
    graph.setEdge(String(from), String(to), {}, String(index));
  }
  arrange(graph);
  return graph;
}

/** How far a graph is from the shape of a screen. */
function unfitness(graph: DagreGraph): number {
  const { width, height } = sizeOf(graph);
  return Math.abs(Math.log(width / height / SCREEN));
}

function sheetLayout({ boxes, arrows }: SheetInput): Omit<SheetLayout, 'x' | 'y'> {
  const graph = newGraph({ rankdir: 'TB', nodesep: 28, ranksep: 34, edgesep: 14, ...fast(boxes.length) });
  for (const [index, { width, height }] of boxes.entries()) graph.setNode(String(index), { width, height });
  for (const [index, { from, to, label }] of arrows.entries()) {
    const room = from === to ? { ...label, width: label.width + LOOP } : label;
    graph.setEdge(String(from), String(to), { ...room, labelpos: 'c' }, String(index));
  }
  arrange(graph);
  const { width, height } = sizeOf(graph);
  const corner = { x: MARGIN, y: MARGIN + TITLE };
  const corners = boxes.map((_, index) => moved(cornerOf(graph.node(String(index))), corner));
  return {
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN + TITLE,
    boxes: corners,
    arrows: arrows.map(({ from, to, label: size }, index) => {
      const box = boxes[from];
      const place = corners[from];
      if (from === to && box && place) return loop(box, place, size);
      const edge = graph.edge(String(from), String(to), String(index));
      const points = pointsOf(edge).map((point) => moved(point, corner));
      const middle = points[Math.floor(points.length / 2)] ?? corner;
      const { x, y } = edge;
      return { points, label: x === undefined || y === undefined ? middle : moved({ x, y }, corner) };
    }),
  };
}

/** An arrow from a box to itself, at its right; dagre has left room for it. */
function loop({ width, height }: Size, { x, y }: Point, label: Size): SheetLayout['arrows'][number] {
  const right = x + width;
  const [upper, lower] = [y + height / 4, y + (3 * height) / 4];
  return {
    points: [
      { x: right, y: upper },
      { x: right + LOOP, y: upper },
      { x: right + LOOP, y: lower },
      { x: right, y: lower },
    ].map(rounded),
    label: rounded({ x: right + LOOP + label.width / 2, y: y + height / 2 }),
  };
}

function fast(count: number): { readonly acyclicer?: string; readonly ranker?: string } {
  return count > MANY ? { acyclicer: 'greedy', ranker: 'tight-tree' } : {};
}

function moved({ x, y }: Point, by: Point): Point {
  return rounded({ x: x + by.x, y: y + by.y });
}

/** A tenth of a pixel is more than anybody sees. */
function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}

function sizeOf(graph: DagreGraph): Size {
  const { width = 1, height = 1 } = graph.graph();
  // Without any node dagre answers minus infinity.
  return { width: Math.max(1, width), height: Math.max(1, height) };
}

function cornerOf({ x, y, width, height }: Point & Size): Point {
  return rounded({ x: x - width / 2, y: y - height / 2 });
}

function pointsOf({ points }: ReturnType<DagreGraph['edge']>): readonly Point[] {
  return points.map(rounded);
}
