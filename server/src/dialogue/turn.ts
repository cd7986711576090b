import type { PlainValue } from '../model/definitions';
import type { EntityMatch, IntentScore } from '../nlp/contract';
import type { VariableValue } from './runnable';
import type { Session } from './session';

/* What goes into a step and what comes out of it: plain data, so that a conversation can be kept and replayed. */

/** What happens in a conversation. */
export type Event =
  /** The conversation begins: the bot greets. */
  | { readonly type: 'start' }
  | { readonly type: 'message'; readonly text: string }
  /** A button was pressed; `button` is the id that came with the message. */
  | { readonly type: 'press'; readonly button: string }
  /** The user chose another language. */
  | { readonly type: 'language'; readonly language: string }
  /** A web service answered the effect; `body` is what its JSON says. */
  | { readonly type: 'answer'; readonly effect: number; readonly status: number; readonly body: unknown }
  /** A hand-over was taken. */
  | { readonly type: 'done'; readonly effect: number }
  /** The effect could not be performed: no connection, a time-out, an answer that is no JSON, nobody there. */
  | { readonly type: 'failed'; readonly effect: number; readonly reason: string };

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Sent as JSON. */
  readonly body?: PlainValue;
  /** Name of the secret that is sent as bearer token. */
  readonly secret?: string;
}

/** What the host must do; the conversation waits for the event that answers it. */
export type Effect =
  | { readonly type: 'http'; readonly id: number; readonly request: HttpRequest }
  | { readonly type: 'handover'; readonly id: number; readonly note: string };

export interface SentButton {
  /** To be sent back when it is pressed. A button with an address is opened by the user's own program. */
  readonly id: string;
  readonly label: string;
  readonly url?: string;
}

export interface SentMessage {
  readonly text: string;
  readonly buttons: readonly SentButton[];
  /** The dialog that says it. */
  readonly dialog: string;
  /** As it may be kept, with signs instead of the values of sensitive variables. Absent: as it is. */
  readonly kept?: { readonly text: string; readonly buttons: readonly SentButton[] };
}

/** Why a dialog was entered. */
export type Reason =
  | 'start'
  | 'intent'
  | 'button'
  | 'next'
  | 'branch'
  | 'answer'
  | 'retry'
  | 'not-understood'
  | 'error'
  | 'disabled'
  /** The dialog in which the conversation stood is gone. */
  | 'gone';

/** What happened in a turn, in order. */
export type TraceEntry =
  | { readonly type: 'entered'; readonly dialog: string; readonly why: Reason }
  | {
      readonly type: 'condition';
      readonly dialog: string;
      /** Of the `goto`, from 0. */
      readonly branch: number;
      /** Absent for the branch without a condition. */
      readonly condition?: string;
      /** Undefined when the condition came to nothing. */
      readonly holds: boolean | undefined;
      readonly problem?: string;
    }
  /** A question was not asked, because what it asks for was said before. */
  | { readonly type: 'skipped'; readonly dialog: string; readonly entity: string }
  | { readonly type: 'asked-again'; readonly dialog: string; readonly attempt: number }
  | { readonly type: 'set'; readonly variable: string; readonly value: VariableValue | null }
  | { readonly type: 'effect'; readonly dialog: string; readonly effect: Effect }
  /** Something of the bot or the world did not work, and the conversation went on. `message` is a translated phrase. */
  | { readonly type: 'problem'; readonly dialog: string; readonly message: string };

/** What the bot made of a message. */
export interface Heard {
  readonly text: string;
  /** The best few, best first. */
  readonly intents: readonly IntentScore[];
  /** Above the threshold. */
  readonly entities: readonly EntityMatch[];
  /** The best intent is above its threshold. */
  readonly understood: boolean;
}

export interface Trace {
  /** For a message only. */
  readonly heard?: Heard;
  readonly entries: readonly TraceEntry[];
  readonly before: Pick<Session, 'variables' | 'contexts'>;
  readonly after: Pick<Session, 'variables' | 'contexts'>;
}

/** What a step comes to. */
export interface Outcome {
  readonly session: Session;
  readonly messages: readonly SentMessage[];
  /** At most one: what follows in the conversation waits for its answer. */
  readonly effects: readonly Effect[];
  readonly trace: Trace;
}
