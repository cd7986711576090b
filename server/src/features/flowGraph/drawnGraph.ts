import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import type { Finding } from '../../rules/rule';
import type { PictureElement } from './element';
import { atOnce, inPieces } from '../../text/inPieces';
import { describeBox, Neighbourhood } from './describe';
import { type FlowGraph, flowGraphInSteps, type GraphPlace } from './graph';
import type { Layout, LayoutInput } from './layout';
import { type LiveChanges, type Marks, marksInSteps } from './marks';
import type { FlowPage } from './pages';
import { boxesOf, labelSize, pictureInSteps } from './picture';
import { BOXES_A_STEP, type Sheet, type Sheets, sheetsInSteps } from './sheets';
import { svgInSteps } from './svg';

/** What a graph is drawn of. */
export interface GraphSubject {
  readonly bot: BotSnapshot;
  /** Only this flow, with what leads into it and where it leads. */
  readonly flow?: string | undefined;
  /** Only the flows of this page. */
  readonly page?: FlowPage | undefined;
  /** The findings of the bot. */
  readonly findings: readonly Finding[];
  /** What the bot is compared with; nothing where there is no LIVE. */
  readonly live?: { readonly bot: BotSnapshot; readonly changes: LiveChanges } | undefined;
}

/** A box of the picture as a page needs it: to find it, say it, and go to its source. */
export interface DrawnBox {
  readonly id: string;
  readonly title: string;
  /** Everything that the picture says about it, for those who do not see it. */
  readonly description: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly place?: GraphPlace;
}

export interface DrawnGraph {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly picture: PictureElement;
  readonly boxes: readonly DrawnBox[];
  /** Arrows by the ids of boxes; from an exit on to its dialog, where that is in the picture. */
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

/** A graph between its steps: what has to be arranged is known, and drawn when it was. */
export interface PreparedGraph {
  readonly input: LayoutInput;
  /** In steps, none of which takes longer than a file does. */
  drawInSteps(layout: Layout): Generator<void, DrawnGraph, void>;
  /** The same as an SVG file. */
  svgInSteps(layout: Layout): Generator<void, string, void>;
}

/** Everything about a graph but its layout, which takes time and may be made elsewhere (see layoutOf). */
export function prepareGraph(subject: GraphSubject): PreparedGraph {
  return atOnce(prepareGraphInSteps(subject));
}

/** The same in steps, none of which takes longer than a file does. */
export function* prepareGraphInSteps(subject: GraphSubject): Generator<void, PreparedGraph, void> {
  const { bot, flow, page, findings, live } = subject;
  const scope = { flow, flows: page?.flows, drawsLost: page?.number === 0 };
  const graph = yield* flowGraphInSteps(bot, scope, live?.bot);
  const sheets = yield* sheetsInSteps(graph, scope);
  const marks = yield* marksInSteps(graph, findings, live?.changes);
  const input = yield* inputInSteps(sheets);
  const title = titleOf(subject);
  return {
    input,
    *drawInSteps(layout) {
      const { width, height } = layout;
      const picture = yield* pictureInSteps(sheets, layout, marks);
      const boxes = yield* boxesInSteps(graph, sheets, layout, marks);
      return { title, width, height, picture, boxes, links: linksOf(sheets) };
    },
    *svgInSteps(layout) {
      const { width, height } = layout;
      const picture = yield* pictureInSteps(sheets, layout, marks);
      const changes = new Set(marks.changes.values());
      const severities = new Set([...marks.findings.values()].flatMap((own) => own[0]?.severity ?? []));
      return yield* svgInSteps({ title, width, height, picture, changes, severities });
    },
  };
}

function titleOf({ bot, flow, page }: GraphSubject): string {
  if (page) {
    const last = page.first + page.flows.size - 1;
    return t('{0}, flows {1} to {2} of {3}', bot.id, page.first, last, page.all);
  }
  const written = flow === undefined ? undefined : (bot.flow(flow)[0]?.item.name.value ?? flow);
  return written === undefined ? bot.id : t('{0}, flow {1}', bot.id, written);
}

function* inputInSteps({ sheets, between }: Sheets): Generator<void, LayoutInput, void> {
  const inputs: LayoutInput['sheets'][number][] = [];
  for (const { boxes, arrows } of sheets) {
    const places = new Map(boxes.map(({ id }, index) => [id, index]));
    const measured: LayoutInput['sheets'][number]['arrows'][number][] = [];
    yield* inPieces(
      arrows,
      ({ from, to, label }) => {
        measured.push({ from: places.get(from) ?? 0, to: places.get(to) ?? 0, label: labelSize(label) });
      },
      BOXES_A_STEP,
    );
    inputs.push({ boxes: boxes.map(({ width, height }) => ({ width, height })), arrows: measured });
    yield;
  }
  return { sheets: inputs, between: between.map(({ from, to }) => ({ from, to })) };
}

function* boxesInSteps(
  graph: FlowGraph,
  sheets: Sheets,
  layout: Layout,
  marks: Marks,
): Generator<void, readonly DrawnBox[], void> {
  const drawn: DrawnBox[] = [];
  let around: { readonly of: Sheet; readonly sheet: Neighbourhood } | undefined;
  yield* inPieces(
    boxesOf(sheets, layout),
    ({ box, sheet, place }) => {
      if (around?.of !== sheet) around = { of: sheet, sheet: new Neighbourhood(sheet) };
      const { id, kind, node, title, width, height } = box;
      const stands = kind !== 'exit' && kind !== 'entry';
      const findings = stands ? (marks.findings.get(node.id) ?? []) : [];
      const change = stands ? marks.changes.get(node.id) : undefined;
      const source = graph.places.get(node.id);
      drawn.push({
        id,
        title,
        description: describeBox(box, around.sheet, findings, change),
        x: place?.x ?? 0,
        y: place?.y ?? 0,
        width,
        height,
        ...(source && { place: source }),
      });
    },
    BOXES_A_STEP,
  );
  return drawn;
}

function linksOf({ sheets }: Sheets): readonly { readonly from: string; readonly to: string }[] {
  const ids = new Set(sheets.flatMap(({ boxes }) => boxes.map(({ id }) => id)));
  return sheets.flatMap(({ boxes, arrows }) => [
    ...arrows.map(({ from, to }) => ({ from, to })),
    ...boxes.flatMap(({ id, kind, node }) =>
      kind === 'exit' && ids.has(node.id) ? [{ from: id, to: node.id }] : [],
    ),
  ]);
}
