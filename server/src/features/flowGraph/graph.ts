import { DEFAULT_DIALOGS, type Dialog } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import { dialogsIn } from '../../project/fileNames';
import type { BotSnapshot, Placed, ProjectFile } from '../../project/snapshot';
import { atOnce } from '../../text/inPieces';
import type { Located, Span } from '../../text/range';
import { type LinkKind, linksOf } from './links';
import { dialogsByFlow } from './pages';
import { stepOf, type Step } from './step';

/** Why one thing leads to another. */
export type GraphLinkKind = 'trigger' | 'default' | LinkKind;

export interface GraphNode {
  /** Unique in the graph, and the same as long as names stay. */
  readonly id: string;
  /** `missing`: a link leads there, and there is no such dialog. `removed`: LIVE has the dialog, the draft does not. */
  readonly kind: 'intent' | 'event' | 'dialog' | 'missing' | 'removed';
  readonly name: string;
  /** The flow of a dialog. */
  readonly flow?: string;
  /** What a dialog does in the first place. */
  readonly step?: Step;
  /** The conversation ends with this dialog. */
  readonly ends?: true;
  /** Contexts that a dialog leaves behind, with their lifespan in messages. */
  readonly contexts?: readonly { readonly name: string; readonly lifespan: number }[];
  /** An intent that a dialog is linked to and that is not defined. */
  readonly absent?: true;
  /** A file of the bot cannot be understood: it may define what is missing here. */
  readonly unclear?: true;
}

export interface GraphLink {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphLinkKind;
  /** What stands at the link: a button's text, a condition, required contexts. */
  readonly label?: string;
}

/** Where a node stands in the files. */
export interface GraphPlace {
  readonly file: ProjectFile;
  /** The name. */
  readonly span: Span;
  /** The whole of what the name introduces. */
  readonly extent: Span;
}

export interface FlowGraph {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  /** By the node's id; a missing dialog has no place. */
  readonly places: ReadonlyMap<string, GraphPlace>;
}

/** The flows of a bot that are drawn: all of them, or only some. */
export interface Scope {
  /** Only this flow, with what leads into it and where it leads. */
  readonly flow?: string | undefined;
  /** Only these (names with case folded), with where they lead. */
  readonly flows?: ReadonlySet<string> | undefined;
  /** With default dialogs that do not exist, which are in no flow. */
  readonly drawsLost?: boolean;
}

/** Whether the dialogs of a flow are drawn; with an empty name, those that are in none. */
export function isDrawn({ flow: only, flows, drawsLost }: Scope, flow: string): boolean {
  if (only !== undefined) return foldName(flow) === foldName(only);
  if (flow === '' && drawsLost === true) return true;
  return flows === undefined || flows.has(foldName(flow));
}

/**
 * The dialogs of a bot and what leads to them: intents, the bot itself for its default dialogs, and other dialogs.
 * @param flow only this flow, with what leads into it and where it leads
 */
export function flowGraph(bot: BotSnapshot, flow?: string): FlowGraph {
  return atOnce(flowGraphInSteps(bot, { flow }));
}

/**
 * The same in steps, a file at a time: each may have to be read again.
 * @param live with the dialogs that LIVE has and the draft does not
 */
export function* flowGraphInSteps(
  bot: BotSnapshot,
  scope: Scope,
  live?: BotSnapshot,
): Generator<void, FlowGraph, void> {
  const graph = new GraphBuilder(bot);
  const isWhole = scope.flow === undefined && scope.flows === undefined;
  const inside = (dialog: Dialog | undefined): boolean =>
    isWhole || (dialog !== undefined && isDrawn(scope, dialog.flow));
  for (const dialogs of dialogsByFile(bot, scope)) {
    for (const { item } of dialogs) if (inside(item)) graph.dialog(item);
    yield;
  }
  for (const name of DEFAULT_DIALOGS) {
    const target = bot.settings?.item.dialogs.get(name);
    if (target === undefined) continue;
    const dialog = bot.dialog(target.value)[0]?.item;
    if (dialog ? !inside(dialog) : !isDrawn(scope, '')) continue;
    graph.link(graph.event(name, target), graph.named(target.value), 'default');
  }
  for (const dialogs of dialogsByFile(bot, scope)) {
    for (const { item } of dialogs) {
      if (inside(item) && item.trigger) graph.trigger(item);
      for (const { link, kind, label } of linksOf(item, bot)) {
        const name = `${link.flow?.value ?? item.flow}/${link.dialog.value}`;
        const leadsIn = scope.flow !== undefined && inside(bot.dialog(name)[0]?.item);
        if (!inside(item) && !leadsIn) continue;
        graph.link(graph.dialog(item), graph.named(name), kind, label);
      }
    }
    yield;
  }
  for (const dialogs of live ? dialogsByFile(live, scope) : []) {
    for (const placed of dialogs) if (inside(placed.item)) graph.removed(placed);
    yield;
  }
  return graph;
}

/** File by file; none of those that hold nothing of some flows, which need not be read. */
function* dialogsByFile(bot: BotSnapshot, { flows }: Scope): Iterable<readonly Placed<Dialog>[]> {
  for (const file of bot.files.values()) {
    if (file.kind !== 'flow') continue;
    yield !flows || holdsOneOf(flows, file) ? dialogsIn(file).all : [];
  }
}

function holdsOneOf(flows: ReadonlySet<string>, file: ProjectFile): boolean {
  return [...dialogsByFlow(file).keys()].some((flow) => flows.has(flow));
}

class GraphBuilder implements FlowGraph {
  readonly links: GraphLink[] = [];
  readonly places = new Map<string, GraphPlace>();
  readonly #nodes = new Map<string, GraphNode>();
  readonly #bot: BotSnapshot;

  constructor(bot: BotSnapshot) {
    this.#bot = bot;
  }

  get #doubt(): { readonly unclear?: true } {
    return this.#bot.hasBrokenFiles ? { unclear: true } : {};
  }

  get nodes(): readonly GraphNode[] {
    return [...this.#nodes.values()];
  }

  event(name: string, target: Located): string {
    const settings = this.#bot.settings;
    const place = settings && { file: settings.file, span: target.span, extent: target.span };
    return this.#node({ kind: 'event', name }, place);
  }

  dialog(dialog: Dialog): string {
    const { name, flow, end, contexts } = dialog;
    const placed = this.#bot.dialog(`${flow}/${name.value}`)[0];
    return this.#node(
      {
        kind: 'dialog',
        name: name.value,
        flow,
        step: stepOf(dialog),
        ...(end && { ends: true }),
        ...(contexts.length > 0 && {
          contexts: contexts.map(({ name: context, lifespan }) => ({ name: context.value, lifespan })),
        }),
      },
      placed && placeOf(placed),
    );
  }

  /** The dialog of a link, `flow/dialog`; a node of its own when there is none. */
  named(name: string): string {
    const found = this.#bot.dialog(name)[0];
    return found ? this.dialog(found.item) : this.#node({ kind: 'missing', name, ...this.#doubt });
  }

  trigger(dialog: Dialog): void {
    const { intent, requires = [] } = dialog.trigger ?? {};
    if (!intent) return;
    const defined = this.#bot.intent(intent.value)[0];
    const node = this.#node(
      {
        kind: 'intent',
        name: intent.value,
        ...(!defined && { absent: true, ...this.#doubt }),
      },
      defined && placeOf(defined),
    );
    this.link(node, this.dialog(dialog), 'trigger', requires.map(({ value }) => value).join(', '));
  }

  /** A dialog of LIVE, when the draft has none of its name. */
  removed(placed: Placed<Dialog>): void {
    const { name, flow } = placed.item;
    if (this.#bot.dialog(`${flow}/${name.value}`).length > 0) return;
    this.#node({ kind: 'removed', name: name.value, flow }, placeOf(placed));
  }

  link(from: string, to: string, kind: GraphLinkKind, label = ''): void {
    this.links.push({ from, to, kind, ...(label !== '' && { label }) });
  }

  #node(node: Omit<GraphNode, 'id'>, place?: GraphPlace): string {
    const { kind, name, flow } = node;
    const id = `${kind} ${foldName(flow === undefined ? name : `${flow}/${name}`)}`;
    if (!this.#nodes.has(id)) {
      this.#nodes.set(id, { id, ...node });
      if (place) this.places.set(id, place);
    }
    return id;
  }
}

function placeOf({ file, item }: Placed<{ readonly name: Located; readonly span: Span }>): GraphPlace {
  const { span } = item.name;
  const extent = { start: Math.min(span.start, item.span.start), end: Math.max(span.end, item.span.end) };
  return { file, span, extent };
}
