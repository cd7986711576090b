/**
 * What the gateway serves: the bots of a repository, each with the release that is in force. Types only.
 *
 * What is in force is a pure function of what was loaded and of the clock, so that it can be asked for at every request
 * and every gateway gives the same answer.
 */
import type { Models } from '../../dialogue/hear';
import type { RunnableBot } from '../../dialogue/runnable';
import type { Environment } from '../../protocol';
import type { BotId, Deployment } from '../../release/contract';

export type { Environment } from '../../protocol';

/** A bot in one environment. */
export interface ServedBot {
  readonly bot: BotId;
  readonly environment: Environment;
}

/** Where a bot can be reached; only what the gateway itself serves. */
export interface ServedChannels {
  /** The chat page, and its window in the web sites of these origins. Absent: not connected. */
  readonly web?: { readonly origins: readonly string[] };
  /** The REST channels. */
  readonly rest?: Readonly<Record<string, never>>;
}

/** What users of a bot talk to at a moment. Immutable; whoever holds it can finish on it after a switch. */
export interface BotInForce extends ServedBot {
  /** Null for the draft, which is no version. */
  readonly version: number | null;
  /** The head of the live branch that says so (hexadecimal); null for the draft. */
  readonly commit: string | null;
  /** What people call the bot: its title, else its name. */
  readonly title: string;
  /** Who may talk to it, and whether it answers, with the schedule's entries that are due already done. */
  readonly deployment: Pick<Deployment, 'visibility' | 'access' | 'status'>;
  /** Compiled; `active` is that of the deployment. */
  readonly runnable: RunnableBot;
  readonly models: Models;
  /** Whether a text is an expression of the bot in a language: there is nothing to learn from it then. */
  readonly isExpression: (language: string, text: string) => boolean;
  readonly channels: ServedChannels;
}

/** Why the release at the head of a live branch is not served. The last good one goes on. */
export interface Refusal extends ServedBot {
  /** What was refused (hexadecimal); null when not even the head could be read. */
  readonly commit: string | null;
  /** Translated: what is wrong and what to do. */
  readonly reason: string;
  /** Since when (milliseconds since 1970). */
  readonly since: number;
}

/** How one bot stands, for /readyz, log and metrics. */
export interface ServingState extends ServedBot {
  /** The version that answers now; null for a draft, and when nothing good was ever loaded. */
  readonly version: number | null;
  /** False: no request for it can be answered. */
  readonly isServing: boolean;
  readonly refusal?: Refusal;
  /** When its references were read last without a failure (milliseconds since 1970). */
  readonly readAt: number | undefined;
  /** Why the remote was not reached at the last attempt. */
  readonly fetchProblem?: string;
}

export interface ServingEvents {
  /**
   * Something else is in force than before: another release, or another deployment. An entry of the schedule is told when
   * the first one asks after its time, exactly once.
   */
  readonly switched: (after: BotInForce, before: BotInForce | undefined) => void;
  /** A release is not served. Told once per commit. */
  readonly refused: (refusal: Refusal) => void;
  /** The bot has no live branch any more. */
  readonly gone: (bot: ServedBot) => void;
}

export interface LiveBots {
  /** Bots that are served, in the order of their names, live ones first. */
  served(): readonly ServedBot[];
  /** What answers at `now`; undefined for what is not served. Never waits: everything was loaded before. */
  inForce(bot: string, environment: Environment, now: Date): BotInForce | undefined;
  /** Every bot that has a live branch, the ones that cannot be served included. */
  states(now: Date): readonly ServingState[];
  /** True once every live branch was read, whatever came of it. */
  readonly isReady: boolean;
  on<K extends keyof ServingEvents>(event: K, listener: ServingEvents[K]): void;
  /** Reads the references now instead of at the next sign of a change. Resolves when what they say is served or refused. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}
