/**
 * The host of conversations: what a channel asks for, whatever its protocol. Types only.
 *
 * Who may talk to a bot is decided before anything here is called. Failures are values that are told apart by a reason.
 */
import type { SentButton } from '../../dialogue/turn';
import type { Environment } from '../releases/contract';

/** Texts beyond this (UTF-16 units) are refused; a bot's own, smaller limit makes them not understood. */
export const LONGEST_TEXT = 10_000;
/** The same for an idempotency key, a user's key and the id of a button. */
export const LONGEST_KEY = 200;

export type ConversationProblemReason =
  /** There is no such bot here, no such conversation (any more), or it belongs to another bot or environment. */
  | 'unknown'
  /** The text is longer than `LONGEST_TEXT`, or a key than `LONGEST_KEY`. */
  | 'too-long'
  /** U+0000, half of a surrogate pair, an empty text or key. */
  | 'malformed'
  /** The turn before is not done and did not get done while this one waited; the same request can be sent again. */
  | 'busy'
  /** The idempotency key was used for something else. */
  | 'key-reused'
  /** The database does not answer, or the gateway is about to stop; the same request can be sent again. */
  | 'unavailable';

export interface ConversationProblem {
  readonly reason: ConversationProblemReason;
  /** Translated, without anything that a user said. */
  readonly message: string;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ConversationProblem };

/** A message of a conversation as its user sees it. */
export interface ChatMessage {
  /** Unique and ascending in its conversation. */
  readonly id: number;
  readonly from: 'user' | 'bot';
  readonly text: string;
  /** Of a bot's message. A press sends the id back. */
  readonly buttons: readonly SentButton[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What came of a request; the same again for the same idempotency key. */
export interface Reply {
  /** Made by the server, 128 random bits or more, unguessable. */
  readonly conversation: string;
  /** What the bot said, oldest first; empty while a person has taken over, or where a bot says nothing. */
  readonly messages: readonly ChatMessage[];
  /** The language that the conversation is in now (BCP 47). */
  readonly language: string;
  /** The version that answered; null for the draft. */
  readonly version: number | null;
  /** The bot asked for a person in this turn. */
  readonly handover: boolean;
}

export interface StartRequest {
  readonly bot: string;
  readonly environment: Environment;
  /** Such as `web`, `api` or `rest`: how the user reached the bot. */
  readonly channel: string;
  /** What the channel calls its user; undefined where it knows none. */
  readonly user?: string | undefined;
  /** The bot's default language when absent or not spoken. */
  readonly language?: string | undefined;
  /** The same key starts the same conversation of the bot again, with the same answer. */
  readonly idempotencyKey?: string | undefined;
}

/** What a user does. */
export type Input = { readonly text: string } | { readonly press: string } | { readonly language: string };

/** A conversation as its user names it; that of another bot or environment is unknown. */
export interface ConversationRef {
  readonly bot: string;
  readonly environment: Environment;
  readonly conversation: string;
}

export interface SendRequest extends ConversationRef {
  readonly input: Input;
  /** A key of the request, unique in its conversation; without one a repeated request is a second message. */
  readonly idempotencyKey?: string | undefined;
}

export interface History {
  readonly language: string;
  /** Oldest first. */
  readonly messages: readonly ChatMessage[];
}

/** A turn for log and metrics, without anything that somebody said. */
export interface TurnReport {
  readonly bot: string;
  readonly environment: Environment;
  /** That answered; null for the draft. Absent where nothing was answered. */
  readonly version?: number | null;
  /** Milliseconds. */
  readonly duration: number;
  /**
   * `repeated`: it had been answered before. `failed`: a mistake of this program or a fault of the database, which whoever
   * asked was told as an exception. Otherwise why it was refused.
   */
  readonly outcome: 'answered' | 'repeated' | 'failed' | ConversationProblemReason;
  /** Calls of web services. */
  readonly calls: number;
  readonly handover: boolean;
}

export interface Conversations {
  /** Begins a conversation: the bot's welcome. */
  start(request: StartRequest): Promise<Answer<Reply>>;
  /**
   * One turn. It is written before it is answered, and never answered twice. Turns of a conversation come one after the
   * other, in the order in which they were taken, whichever gateway takes them.
   */
  send(request: SendRequest): Promise<Answer<Reply>>;
  /**
   * One turn of the newest conversation of a user on a channel; begins one where there is none. For channels that know
   * their users and no conversations.
   *
   * @param request `user` must be there
   */
  talk(request: StartRequest & { readonly user: string; readonly input: Input }): Promise<Answer<Reply>>;
  /** What was said since the message `after` (0 or absent: from the start), at most a few hundred messages. */
  history(ref: ConversationRef & { readonly after?: number | undefined }): Promise<Answer<History>>;
  /** Told of every turn, when it is answered or refused, or fails. What is no turn (a text that is too long) is not told of. */
  on(event: 'turn', listener: (turn: TurnReport) => void): void;
  /**
   * Takes nothing new and resolves when what is under way is done. After `patience` (milliseconds) calls of services are
   * called off, and a moment later nothing is waited for any more.
   */
  drain(patience: number): Promise<void>;
}
