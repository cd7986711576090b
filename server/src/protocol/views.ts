import type { Range } from '../text/range';
import type { Uri } from '../text/uri';
import type { Environment, Request, VersionKind } from './connection';

export interface Place {
  readonly uri: Uri;
  /** The name. */
  readonly range: Range;
}

/** How a definition of the draft stands against LIVE; absent when LIVE is not known or the node is LIVE's own. */
export type LiveBadge = 'added' | 'changed' | 'same';

export interface NamedNode extends Place {
  readonly name: string;
  readonly badge?: LiveBadge;
}

export interface IntentNode extends NamedNode {
  /** Number of expressions in all languages. */
  readonly expressions: number;
}

export interface FlowNode extends NamedNode {
  readonly dialogs: readonly NamedNode[];
}

export interface EntityNode extends NamedNode {
  readonly type: string;
}

export interface BotNode extends Place {
  readonly root: Uri;
  readonly id: string;
  readonly title?: string;
  readonly environment: Environment;
  /** Language codes, the default first. */
  readonly languages: readonly string[];
  readonly intents: readonly IntentNode[];
  readonly flows: readonly FlowNode[];
  readonly entities: readonly EntityNode[];
  readonly tests: readonly NamedNode[];
}

/** The bots of the workspace as the Bots view shows them. LIVE lists only bots that have a LIVE. */
export const BotsRequest: Request<{ readonly environment: Environment }, readonly BotNode[]> = {
  method: 'botlane/bots',
};

export type LiveView =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'known'; readonly version: number; readonly commit: string };

/** `stale` and `never` say in `changes` what training would bring; `untrainable` says there why it cannot. */
export interface NlpView {
  readonly state: 'trained' | 'stale' | 'never' | 'untrainable' | 'unknown';
  readonly changes: readonly string[];
}

export interface Possibility {
  readonly possible: boolean;
  /** Reasons of the gates that block, each a sentence. */
  readonly reasons: readonly string[];
}

/** Everything that the status bar item and the DRAFT entry of the Versions view say about a bot. */
export interface BotState {
  readonly root: Uri;
  readonly id: string;
  /** Grows whenever anything in the draft changes. */
  readonly revision: number;
  readonly live: LiveView;
  readonly nlp: NlpView;
  readonly full: Possibility;
  readonly nlpOnly: Possibility;
  /** Number of definitions that differ between draft and LIVE; 0 without LIVE. */
  readonly changes: number;
  /** Somebody published what this draft does not have: a hotfix, or work of others. */
  readonly drift: {
    readonly version: number;
    readonly kind: VersionKind;
    readonly author: string;
    /** One line each. */
    readonly changes: readonly string[];
  } | null;
  /** The bot lies in a hotfix worktree that was made from this version. */
  readonly hotfixOf: number | null;
  /** Why there is no release store: no repository (`git init` is offered), no trust, no git. */
  readonly store:
    | { readonly kind: 'ready' }
    | { readonly kind: 'no-repository' | 'untrusted' | 'unavailable'; readonly reason: string };
}

export const StateRequest: Request<{ readonly bot: Uri }, BotState | null> = { method: 'botlane/state' };
