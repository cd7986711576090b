import { DEFAULT_DIALOGS, type Dialog, type DialogLink, type LocalizedText } from '../model/definitions';
import { foldName } from '../model/occurrence';
import type { BotSnapshot, Placed } from '../project/snapshot';

/** Why one thing leads to another. */
export type GraphLinkKind =
  | 'trigger'
  | 'default'
  | 'next'
  | 'answer'
  | 'retry'
  | 'button'
  | 'branch'
  | 'error';

export interface GraphNode {
  /** Unique in the graph, and the same as long as names stay. */
  readonly id: string;
  /** `missing`: a link leads there, and there is no such dialog. */
  readonly kind: 'intent' | 'event' | 'dialog' | 'missing';
  readonly name: string;
  /** The flow of a dialog. */
  readonly flow?: string;
}

export interface GraphLink {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphLinkKind;
  /** What stands at the link: a button's text, a condition, required contexts. */
  readonly label?: string;
}

export interface FlowGraph {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
}

/**
 * The dialogs of a bot and what leads to them: intents, the bot itself for its default dialogs, and other dialogs.
 * @param flow only this flow, with what leads into it and where it leads
 */
export function flowGraph(bot: BotSnapshot, flow?: string): FlowGraph {
  const graph = new GraphBuilder(bot);
  const wanted = flow === undefined ? undefined : foldName(flow);
  const inside = (dialog: Dialog | undefined): boolean =>
    wanted === undefined || (dialog !== undefined && foldName(dialog.flow) === wanted);
  for (const { item } of bot.dialogs) if (inside(item)) graph.dialog(item);
  for (const name of DEFAULT_DIALOGS) {
    const target = bot.settings?.item.dialogs.get(name)?.value;
    if (target === undefined || !inside(bot.dialog(target)[0]?.item)) continue;
    graph.link(graph.node('event', name), graph.named(target), 'default');
  }
  for (const { item } of bot.dialogs) {
    if (inside(item) && item.trigger) graph.trigger(item);
    for (const { link, kind, label } of linksOf(item, bot)) {
      const name = `${link.flow?.value ?? item.flow}/${link.dialog.value}`;
      if (!inside(item) && !inside(bot.dialog(name)[0]?.item)) continue;
      graph.link(graph.dialog(item), graph.named(name), kind, label);
    }
  }
  return { nodes: [...graph.nodes.values()], links: graph.links };
}

class GraphBuilder {
  readonly nodes = new Map<string, GraphNode>();
  readonly links: GraphLink[] = [];
  readonly #bot: BotSnapshot;

  constructor(bot: BotSnapshot) {
    this.#bot = bot;
  }

  node(kind: GraphNode['kind'], name: string, flow?: string): string {
    const id = `${kind} ${foldName(flow === undefined ? name : `${flow}/${name}`)}`;
    if (!this.nodes.has(id)) this.nodes.set(id, { id, kind, name, ...(flow !== undefined && { flow }) });
    return id;
  }

  dialog({ name, flow }: Dialog): string {
    return this.node('dialog', name.value, flow);
  }

  /** The dialog of a link, `flow/dialog`; a node of its own when there is none. */
  named(name: string): string {
    const found: Placed<Dialog> | undefined = this.#bot.dialog(name)[0];
    return found ? this.dialog(found.item) : this.node('missing', name);
  }

  trigger(dialog: Dialog): void {
    const { intent, requires = [] } = dialog.trigger ?? {};
    if (!intent) return;
    const label = requires.map(({ value }) => value).join(', ');
    this.link(this.node('intent', intent.value), this.dialog(dialog), 'trigger', label);
  }

  link(from: string, to: string, kind: GraphLinkKind, label = ''): void {
    this.links.push({ from, to, kind, ...(label !== '' && { label }) });
  }
}

interface Leading {
  readonly link: DialogLink;
  readonly kind: GraphLinkKind;
  readonly label?: string | undefined;
}

/** Every way out of a dialog, in the order of the format. */
function linksOf(dialog: Dialog, bot: BotSnapshot): readonly Leading[] {
  const ways: {
    readonly link: DialogLink | undefined;
    readonly kind: GraphLinkKind;
    readonly label?: string | undefined;
  }[] = [
    ...dialog.say.flatMap(({ buttons }) =>
      buttons.map(({ next, label }) => ({ link: next, kind: 'button' as const, label: textOf(label, bot) })),
    ),
    ...dialog.do.map((action) => ({
      link: action.kind === 'http' ? action.onError : undefined,
      kind: 'error' as const,
    })),
    { link: dialog.ask?.next, kind: 'answer', label: dialog.ask?.entity?.value },
    { link: dialog.ask?.retry?.next, kind: 'retry' },
    ...(dialog.goto ?? []).map(({ when, next }) => ({
      link: next,
      kind: 'branch' as const,
      label: when?.value,
    })),
    { link: dialog.next, kind: 'next' },
  ];
  return ways.flatMap(({ link, ...rest }) => (link ? [{ link, ...rest }] : []));
}

/** A text in the bot's default language, or the first that there is. */
function textOf(texts: LocalizedText, bot: BotSnapshot): string | undefined {
  const language = bot.settings?.item.languages[0]?.value ?? '';
  return (texts.get(language) ?? [...texts.values()][0])?.text.value;
}
