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

/** The groups of a bot in the Bots view. */
export type DefinitionGroup = 'intents' | 'flows' | 'entities' | 'tests';

export interface BotNode extends Place {
  readonly root: Uri;
  readonly id: string;
  readonly title?: string;
  readonly environment: Environment;
  /** Grows whenever anything in the bot changes: what this node tells is of then. */
  readonly revision: number;
  /** Language codes, the default first. */
  readonly languages: readonly string[];
  /** How many definitions there are; what they are is asked for by group. */
  readonly counts: Readonly<Record<DefinitionGroup, number>>;
  /** All of them: the Testing view runs what it has not shown. Without badges. */
  readonly tests: readonly NamedNode[];
}

/** The bots of the workspace as the Bots view shows them. LIVE lists only bots that have a LIVE. */
export const BotsRequest: Request<{ readonly environment: Environment }, readonly BotNode[]> = {
  method: 'botlane/bots',
};

/** A definition with what its group shows of it. */
export type DefinitionNode =
  | ({ readonly kind: 'intent' } & IntentNode)
  | ({ readonly kind: 'flow' } & FlowNode)
  | ({ readonly kind: 'entity' } & EntityNode)
  | ({ readonly kind: 'test' } & NamedNode);

export interface DefinitionsParams {
  readonly bot: Uri;
  readonly environment: Environment;
  readonly group: DefinitionGroup;
  /** Only those of this file. */
  readonly uri?: Uri;
  /** Place of the first among those that are asked for, from 0: `next` of the part before. */
  readonly from?: number;
}

export interface DefinitionsPage {
  readonly nodes: readonly DefinitionNode[];
  /** Where the next part begins; null when this one is the last. */
  readonly next: number | null;
}

/** Definitions of a bot in the order of the files, as many as are sent at once. Obeys request cancellation. */
export const DefinitionsRequest: Request<DefinitionsParams, DefinitionsPage> = {
  method: 'botlane/definitions',
};

/** The names of all intents or flows of a bot, to choose one of. */
export const NamesRequest: Request<
  { readonly bot: Uri; readonly environment: Environment; readonly symbol: 'intent' | 'flow' },
  readonly string[]
> = { method: 'botlane/names' };

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
