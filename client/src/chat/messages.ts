import type { ChatTurnView } from '../../../server/src/protocol';

/** What a turn began with, as the page shows it. */
export interface Said {
  readonly who: 'user' | 'service';
  readonly text: string;
}

/** What the panel tells its page. */
export type PanelMessage =
  /** The page begins anew, and shows what was said so far. */
  | { readonly type: 'reset' }
  | { readonly type: 'turn'; readonly said?: Said; readonly turn: ChatTurnView }
  /** What the next turn runs on is no longer what the last one ran on. */
  | { readonly type: 'changed' }
  /** Whether what is said here is said to draft and LIVE. */
  | { readonly type: 'joined'; readonly joined: boolean }
  | { readonly type: 'failed'; readonly reason: string };

/** What the page asks of its panel. */
export type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'press'; readonly button: string; readonly label: string }
  /** An answer of a web service; `text` is JSON, as the person wrote it. */
  | { readonly type: 'answer'; readonly effect: number; readonly text: string }
  | { readonly type: 'fail'; readonly effect: number }
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'restart' }
  | { readonly type: 'save' }
  /** Draft and LIVE side by side, or no longer. */
  | { readonly type: 'join' }
  /** Show the source of a line of the trace, by its number in the turn. */
  | { readonly type: 'open'; readonly turn: number; readonly line: number };

/** Texts that the page shows by itself. */
export interface PageTexts {
  readonly you: string;
  readonly bot: string;
  readonly service: string;
  readonly asks: string;
  readonly answer: string;
  readonly fail: string;
  readonly answerLabel: string;
  readonly notUnderstood: string;
  readonly stale: string;
  readonly changed: string;
  /** A turn that no word began. */
  readonly begin: string;
  readonly none: string;
  readonly opensPage: string;
}

/** Longer texts are not passed on: bots have a limit of their own far below. */
const LONGEST_TEXT = 100_000;

/** A message of the page, which may have been written by anybody who got into it; undefined for anything else. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = value as Readonly<Record<string, unknown>>;
  const text = (key: string): string | undefined => {
    const found = message[key];
    return typeof found === 'string' && found.length <= LONGEST_TEXT ? found : undefined;
  };
  const number = (key: string): number | undefined => {
    const found = message[key];
    return Number.isSafeInteger(found) ? (found as number) : undefined;
  };
  const { type } = message;
  if (type === 'ready' || type === 'restart' || type === 'save' || type === 'join') return { type };
  if (type === 'say') return whole({ type, text: text('text') });
  if (type === 'press') return whole({ type, button: text('button'), label: text('label') });
  if (type === 'answer') return whole({ type, effect: number('effect'), text: text('text') });
  if (type === 'fail') return whole({ type, effect: number('effect') });
  if (type === 'language') return whole({ type, language: text('language') });
  if (type === 'open') return whole({ type, turn: number('turn'), line: number('line') });
  return undefined;
}

type Whole<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

/** The message when nothing of it is missing. */
function whole<T extends object>(message: T): Whole<T> | undefined {
  return Object.values(message).includes(undefined) ? undefined : (message as Whole<T>);
}
