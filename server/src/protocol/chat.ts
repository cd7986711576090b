import type { Uri } from '../text/uri';
import type { Environment, Request } from './connection';
import type { Place } from './views';

/** What happens in a chat. The client keeps the conversation; the server answers from it alone. */
export type ChatEvent =
  | { readonly type: 'start' }
  | { readonly type: 'message'; readonly text: string }
  /** The id that came with the button. */
  | { readonly type: 'press'; readonly button: string }
  | { readonly type: 'language'; readonly language: string }
  /** The person plays the web service; `body` is JSON. */
  | { readonly type: 'answer'; readonly effect: number; readonly status: number; readonly body: unknown }
  | { readonly type: 'failed'; readonly effect: number; readonly reason: string };

export interface ChatParams {
  readonly bot: Uri;
  readonly environment: Environment;
  /** What the turn before gave; null for a conversation that begins. */
  readonly session: unknown;
  readonly event: ChatEvent;
  /** Of a conversation that begins; the bot's default language when absent. */
  readonly language?: string;
}

export interface ChatMessageView {
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly url?: string }[];
}

export interface ChatTraceLine {
  readonly text: string;
  readonly isProblem: boolean;
  /** Where the dialog stands that it is about. */
  readonly place?: Place;
}

export interface ChatTurnView {
  /** Goes back with the next turn. */
  readonly session: unknown;
  readonly language: string;
  readonly languages: readonly string[];
  readonly messages: readonly ChatMessageView[];
  /** The call of a web service that the conversation waits for, with an answer that would fit. */
  readonly asked?: {
    readonly effect: number;
    readonly call: string;
    readonly body: string;
    readonly suggestion: string;
  };
  /** The best intent with its score, and the entities that were found; for a message only. */
  readonly heard?: {
    readonly intent: string;
    readonly score: number;
    readonly understood: boolean;
    readonly entities: readonly string[];
  };
  readonly trace: readonly ChatTraceLine[];
  readonly variables: readonly (readonly [name: string, value: string])[];
  readonly contexts: readonly (readonly [name: string, messages: number])[];
  /** What answered: of the draft its revision (see `BotState`), of LIVE its version. Another number is another bot. */
  readonly revision: number;
  /** The model is of an earlier draft, because the present one is not trained. */
  readonly stale: boolean;
}

export type ChatOutcome =
  | { readonly kind: 'turn'; readonly turn: ChatTurnView }
  | { readonly kind: 'refused'; readonly reason: string };

/** One turn of a chat with the draft as it stands in the editor, or with LIVE. No network is used. */
export const ChatRequest: Request<ChatParams, ChatOutcome> = { method: 'botlane/chat' };

/** A chat as the text of a conversation test of the draft. */
export const ChatTestRequest: Request<
  {
    readonly bot: Uri;
    readonly name: string;
    readonly language: string;
    readonly events: readonly ChatEvent[];
  },
  { readonly kind: 'test'; readonly text: string } | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/chatTest' };
