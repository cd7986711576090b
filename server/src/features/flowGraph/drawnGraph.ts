import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import type { Finding } from '../../rules/rule';
import type { PictureElement } from './element';
import { atOnce } from '../../text/inPieces';
import { type FlowGraph, flowGraphInSteps, type GraphPlace } from './graph';
import type { Layout, LayoutInput } from './layout';
import { type LiveChanges, type Marks, marksInSteps } from './marks';
import { labelSize, pictureOf } from './picture';
import { type Sheets, sheetsInSteps } from './sheets';
import { describeBox } from './describe';
import { svgFile } from './svg';

/** What a graph is drawn of. */
export interface GraphSubject {
  readonly bot: BotSnapshot;
  /** Only this flow, with what leads into it and where it leads. */
  readonly flow?: string | undefined;
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
  draw(layout: Layout): DrawnGraph;
  /** The same as an SVG file. */
  svg(layout: Layout): string;
}

/** Everything about a graph but its layout, which takes time and may be made elsewhere (see layoutOf). */
export function prepareGraph(subject: GraphSubject): PreparedGraph {
  return atOnce(prepareGraphInSteps(subject));
}

/** The same in steps, none of which takes longer than a file does. */
export function* prepareGraphInSteps(subject: GraphSubject): Generator<void, PreparedGraph, void> {
  const { bot, flow, findings, live } = subject;
  const graph = yield* flowGraphInSteps(bot, flow, live?.bot);
  const sheets = yield* sheetsInSteps(graph, flow);
  const marks = yield* marksInSteps(graph, findings, live?.changes);
  const title = titleOf(bot, flow);
  return {
    input: inputOf(sheets),
    draw: (layout) => ({
      title,
      width: layout.width,
      height: layout.height,
      picture: pictureOf(sheets, layout, marks),
      boxes: boxesOf(graph, sheets, layout, marks),
      links: linksOf(sheets),
    }),
    svg: (layout) =>
      svgFile({
        title,
        width: layout.width,
        height: layout.height,
        picture: pictureOf(sheets, layout, marks),
        changes: new Set(marks.changes.values()),
        severities: new Set([...marks.findings.values()].flatMap((own) => own[0]?.severity ?? [])),
      }),
  };
}

function titleOf(bot: BotSnapshot, flow: string | undefined): string {
  const written = flow === undefined ? undefined : (bot.flow(flow)[0]?.item.name.value ?? flow);
  return written === undefined ? bot.id : t('{0}, flow {1}', bot.id, written);
}

function inputOf({ sheets, between }: Sheets): LayoutInput {
  return {
    sheets: sheets.map(({ boxes, arrows }) => {
      const places = new Map(boxes.map(({ id }, index) => [id, index]));
      return {
        boxes: boxes.map(({ width, height }) => ({ width, height })),
        arrows: arrows.map(({ from, to, label }) => ({
          from: places.get(from) ?? 0,
          to: places.get(to) ?? 0,
          label: labelSize(label),
        })),
      };
    }),
    between: between.map(({ from, to }) => ({ from, to })),
  };
}

function boxesOf(graph: FlowGraph, { sheets }: Sheets, layout: Layout, marks: Marks): readonly DrawnBox[] {
  return sheets.flatMap((sheet, index) =>
    sheet.boxes.map((box, place): DrawnBox => {
      const { id, kind, node, title, width, height } = box;
      const stands = kind !== 'exit' && kind !== 'entry';
      const findings = stands ? (marks.findings.get(node.id) ?? []) : [];
      const change = stands ? marks.changes.get(node.id) : undefined;
      const source = graph.places.get(node.id);
      return {
        id,
        title,
        description: describeBox(box, sheet, findings, change),
        ...(layout.sheets[index]?.boxes[place] ?? { x: 0, y: 0 }),
        width,
        height,
        ...(source && { place: source }),
      };
    }),
  );
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
