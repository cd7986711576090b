import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { inPieces } from '../../text/inPieces';
import { shorten } from '../../text/shorten';
import {
  type FlowGraph,
  type GraphLink,
  type GraphLinkKind,
  type GraphNode,
  isDrawn,
  type Scope,
} from './graph';
import type { Step } from './step';
import { textWidth } from './textWidth';

/** Sizes of letters in pixels; the styles of the picture say the same. */
const TITLE_SIZE = 13;
export const DETAIL_SIZE = 11;
/** Height of a line of the title and of one of the details. */
export const TITLE_LINE = 19;
export const DETAIL_LINE = 16;
export const PADDING = 10;
/** Width of the mark at the left of a dialog. */
export const ICON = 22;

/** Boxes, or labels of arrows, that are measured in one step: as many as a large flow has. */
export const BOXES_A_STEP = 32;

const MOST_IN_TITLE = 30;
const MOST_IN_DETAIL = 38;
const MOST_IN_LABEL = 30;
const NARROWEST = 90;

/** Something in the picture: a node of the graph, or what stands for one that is on another sheet. */
export interface Box {
  /** Unique in the picture, and the same as long as names stay. */
  readonly id: string;
  /** `exit`: a dialog of another flow to which a link leads; `entry`: another flow from which links come. */
  readonly kind: GraphNode['kind'] | 'exit' | 'entry';
  /** For an entry, a dialog from which a link comes. */
  readonly node: GraphNode;
  readonly title: string;
  readonly details: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** An arrow of the picture; its ends are boxes of the same sheet. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphLinkKind;
  /** What stands at it, shortened. */
  readonly label: string;
  /** The same in full. */
  readonly title: string;
}

/** What is drawn within one frame: a flow with what leads into it and where it leads. */
export interface Sheet {
  /** The flow; empty for default dialogs that do not exist. */
  readonly flow: string;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export interface Sheets {
  readonly sheets: readonly Sheet[];
  /** Which flow leads to which, as places in `sheets`; each pair once. */
  readonly between: readonly { readonly from: number; readonly to: number; readonly links: number }[];
}

/**
 * A graph cut into sheets in steps, one per flow: a link to another flow ends at an exit, because lines across a whole bot cannot be
 * followed by the eye. One flow alone has entries for what comes from others.
 */
export function* sheetsInSteps(graph: FlowGraph, scope: Scope): Generator<void, Sheets, void> {
  const builder = new SheetsBuilder(graph, scope);
  yield* inPieces(graph.nodes, (node) => builder.node(node), BOXES_A_STEP);
  yield* inPieces(graph.links, (link) => builder.link(link), BOXES_A_STEP);
  return builder.sheets();
}

class SheetsBuilder {
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #scope: Scope;
  readonly #sheets = new Map<string, { flow: string; boxes: Map<string, Box>; arrows: Map<string, Arrow> }>();
  readonly #between = new Map<string, { from: string; to: string; links: number }>();

  constructor(graph: FlowGraph, scope: Scope) {
    this.#nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    this.#scope = scope;
  }

  node(node: GraphNode): void {
    if (node.flow !== undefined && this.#shows(node.flow)) this.#put(node.flow, node, node.kind);
  }

  link(link: GraphLink): void {
    const from = this.#nodes.get(link.from);
    const to = this.#nodes.get(link.to);
    if (!from || !to) return;
    const home = from.flow ?? to.flow ?? '';
    if (from.flow === undefined || to.flow === undefined || foldName(from.flow) === foldName(to.flow)) {
      if (this.#shows(home)) this.#arrow(home, this.#put(home, from), this.#put(home, to), link);
      return;
    }
    const isAlone = this.#scope.flow !== undefined;
    if (!isAlone) this.#join(from.flow, to.flow);
    if (this.#shows(from.flow))
      this.#arrow(from.flow, this.#put(from.flow, from), this.#put(from.flow, to, 'exit'), link);
    if (isAlone && this.#shows(to.flow)) {
      this.#arrow(to.flow, this.#put(to.flow, from, 'entry'), this.#put(to.flow, to), link);
    }
  }

  sheets(): Sheets {
    const all = [...this.#sheets.values()];
    const places = new Map([...this.#sheets.keys()].map((key, index) => [key, index]));
    return {
      sheets: all.map(({ flow, boxes, arrows }) => ({
        flow,
        boxes: [...boxes.values()],
        arrows: [...arrows.values()],
      })),
      between: [...this.#between.values()].flatMap(({ from, to, links }) => {
        const [start, end] = [places.get(from), places.get(to)];
        return start === undefined || end === undefined ? [] : [{ from: start, to: end, links }];
      }),
    };
  }

  #shows(flow: string): boolean {
    return isDrawn(this.#scope, flow);
  }

  #sheet(flow: string) {
    const key = foldName(flow);
    const known = this.#sheets.get(key);
    if (known) return known;
    const made = { flow, boxes: new Map<string, Box>(), arrows: new Map<string, Arrow>() };
    this.#sheets.set(key, made);
    return made;
  }

  /** Nodes without a flow of their own stand on every sheet that they have to do with. @returns the box's id */
  #put(flow: string, node: GraphNode, kind: Box['kind'] = node.kind): string {
    const own = node.flow !== undefined && kind !== 'exit' && kind !== 'entry';
    const name = kind === 'entry' ? `entry ${foldName(node.flow ?? '')}` : `${kind} ${node.id}`;
    const id = own ? node.id : `${name} @${foldName(flow)}`;
    const { boxes } = this.#sheet(flow);
    if (!boxes.has(id)) boxes.set(id, boxOf(id, kind, node));
    return id;
  }

  /** Several links of one kind between two dialogs that say the same are one arrow. */
  #arrow(flow: string, from: string, to: string, { kind, label }: GraphLink): void {
    const title = labelOf(kind, label);
    const { arrows } = this.#sheet(flow);
    const arrow = { from, to, kind, label: shorten(title, MOST_IN_LABEL), title };
    arrows.set(JSON.stringify([from, to, kind, title]), arrow);
  }

  #join(from: string, to: string): void {
    const [start, end] = [foldName(from), foldName(to)];
    const key = JSON.stringify([start, end]);
    const known = this.#between.get(key);
    if (known) known.links++;
    else this.#between.set(key, { from: start, to: end, links: 1 });
  }
}

function boxOf(id: string, kind: Box['kind'], node: GraphNode): Box {
  const title = shorten(titleOf(kind, node), MOST_IN_TITLE);
  const details = detailsOf(kind, node).map((detail) => shorten(detail, MOST_IN_DETAIL));
  const icon = kind === 'dialog' || kind === 'removed' || kind === 'missing' ? ICON : 0;
  const text = Math.max(
    textWidth(title, TITLE_SIZE, kind === 'exit' || kind === 'entry' ? 'plain' : 'bold'),
    ...details.map((detail) => textWidth(detail, DETAIL_SIZE)),
  );
  return {
    id,
    kind,
    node,
    title,
    details,
    width: Math.max(NARROWEST, text + 2 * PADDING + icon),
    height: TITLE_LINE + details.length * DETAIL_LINE + PADDING,
  };
}

function titleOf(kind: Box['kind'], { name, flow }: GraphNode): string {
  if (kind === 'exit') return `→ ${flow ?? ''}/${name}`;
  if (kind === 'entry') return `${flow ?? ''} →`;
  return name;
}

function detailsOf(kind: Box['kind'], node: GraphNode): readonly string[] {
  switch (kind) {
    case 'exit':
    case 'entry':
      return [];
    case 'intent':
      if (node.unclear) return [t('not found while a file is broken')];
      return node.absent ? [t('intent that does not exist')] : [];
    case 'event':
      return [t('default dialog')];
    case 'missing':
      return [node.unclear ? t('not found while a file is broken') : t('does not exist')];
    case 'removed':
      return [t('only in LIVE')];
    case 'dialog': {
      const step = stepName(node.step ?? 'empty');
      const contexts = (node.contexts ?? []).map(({ name, lifespan }) => `${name} (${lifespan})`);
      return [
        node.ends ? t('{0}, then the end', step) : step,
        ...(contexts.length > 0 ? [t('sets {0}', contexts.join(', '))] : []),
      ];
    }
  }
}

/** What a dialog does, in a word. */
function stepName(step: Step): string {
  switch (step) {
    case 'question':
      return t('question');
    case 'choice':
      return t('choice');
    case 'handover':
      return t('handover to a person');
    case 'action':
      return t('action');
    case 'message':
      return t('message');
    case 'empty':
      return t('says nothing');
  }
}

function labelOf(kind: GraphLinkKind, label: string | undefined): string {
  switch (kind) {
    case 'trigger':
      return label === undefined ? '' : t('when {0}', label);
    case 'default':
    case 'next':
      return '';
    case 'answer':
      return label ?? '';
    case 'retry':
      return t('not answered');
    case 'button':
      return label === undefined ? t('button') : `“${label}”`;
    case 'branch':
      return label ?? t('otherwise');
    case 'error':
      return t('on error');
  }
}
