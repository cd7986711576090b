import type { DashboardRange, FeedbackItem, Statistics } from '../../../server/src/protocol';

/** Which users the numbers are of. */
export type Scope = 'all' | 'live' | 'draft';

/** What the panel tells its page. */
export type PanelMessage =
  | {
      readonly type: 'statistics';
      readonly statistics: Statistics;
      readonly feedback: readonly FeedbackItem[];
    }
  | { readonly type: 'failed'; readonly reason: string };

/** What the page asks of its panel. Nothing of it changes anything. */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'range'; readonly range: DashboardRange }
  | { readonly type: 'scope'; readonly scope: Scope }
  /** Save the numbers as CSV; the panel asks where. */
  | { readonly type: 'export' };

const RANGES: readonly unknown[] = ['day', 'week', 'month', 'quarter'] satisfies readonly DashboardRange[];
const SCOPES: readonly unknown[] = ['all', 'live', 'draft'] satisfies readonly Scope[];

/** A message of the page, which may have been written by anybody who got into it; undefined for anything else. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  if (value.type === 'ready' || value.type === 'export') return { type: value.type };
  if (value.type === 'range' && 'range' in value && RANGES.includes(value.range)) {
    return { type: 'range', range: value.range as DashboardRange };
  }
  if (value.type === 'scope' && 'scope' in value && SCOPES.includes(value.scope)) {
    return { type: 'scope', scope: value.scope as Scope };
  }
  return undefined;
}

/** Texts that the page shows by itself. `{0}` and `{1}` stand for what is put in. */
export interface PageTexts {
  readonly conversations: string;
  readonly users: string;
  readonly messages: string;
  readonly notUnderstood: string;
  readonly handovers: string;
  readonly thumbsUp: string;
  readonly thumbsDown: string;
  readonly intents: string;
  readonly dialogs: string;
  readonly versions: string;
  readonly channels: string;
  readonly languages: string;
  readonly releases: string;
  readonly feedback: string;
  readonly comment: string;
  readonly when: string;
  readonly draft: string;
  readonly version: string;
  readonly nothing: string;
  readonly noMessages: string;
  readonly before: string;
  readonly after: string;
  readonly table: string;
  readonly updated: string;
}
