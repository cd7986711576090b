import type { Environment, FlowGraphParams, FlowGraphView } from '../../../server/src/protocol';

/** What the panel tells its page. */
export type PanelMessage =
  | { readonly type: 'graph'; readonly subject: FlowGraphParams; readonly graph: FlowGraphView }
  | { readonly type: 'failed'; readonly reason: string }
  /** The cursor in the source stands in this box's definition. */
  | { readonly type: 'reveal'; readonly id: string };

/** What the page asks of its panel. Nothing of it changes a file or a release. */
export type PageMessage =
  /** The page can be told things; after a reload it says so again. */
  | { readonly type: 'ready' }
  /** Show the source of a box. */
  | { readonly type: 'open'; readonly id: string }
  /** Save the picture; the panel asks where. */
  | { readonly type: 'export' }
  /** Show the flows before or after those that are shown. */
  | { readonly type: 'turn'; readonly by: 1 | -1 };

/** Texts that the page shows when something happens in it. */
export interface PageTexts {
  /** `{0}` is the place of the match that is shown, `{1}` how many there are. */
  readonly matches: string;
  readonly oneMatch: string;
  readonly noMatch: string;
  /** `{0}` and `{1}` are the places of the flows that are shown, `{2}` how many there are. */
  readonly flows: string;
}

/** Longer ids come from no name that a file of a readable size can hold more than once. */
const LONGEST_ID = 10_000;

/** A message of the page, which may have been written by anybody who got into it; undefined for anything else. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  if (value.type === 'ready' || value.type === 'export') return { type: value.type };
  if (value.type === 'turn') {
    const by = 'by' in value ? value.by : undefined;
    return by === 1 || by === -1 ? { type: 'turn', by } : undefined;
  }
  if (value.type !== 'open' || !('id' in value)) return undefined;
  const { id } = value;
  return typeof id === 'string' && id.length <= LONGEST_ID ? { type: 'open', id } : undefined;
}

/** What a graph was of, from the state that VS Code kept of its page; undefined when it is not that. */
export function readSubject(state: unknown): FlowGraphParams | undefined {
  if (typeof state !== 'object' || state === null || !('subject' in state)) return undefined;
  const { subject } = state;
  if (typeof subject !== 'object' || subject === null) return undefined;
  if (!('bot' in subject) || typeof subject.bot !== 'string') return undefined;
  if (!('environment' in subject) || !isEnvironment(subject.environment)) return undefined;
  const { bot, environment } = subject;
  const page = 'page' in subject && Number.isSafeInteger(subject.page) ? { page: Number(subject.page) } : {};
  if (!('flow' in subject)) return { bot, environment, ...page };
  return typeof subject.flow === 'string' ? { bot, environment, flow: subject.flow } : undefined;
}

function isEnvironment(value: unknown): value is Environment {
  return value === 'draft' || value === 'live';
}
