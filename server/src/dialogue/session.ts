import { foldName } from '../model/occurrence';
import type { EntityValue } from '../nlp/contract';
import type { RunnableBot, VariableValue } from './runnable';
import { valueFor } from './variables';

/** Raised when a session of before can no longer be read. */
const VERSION = 1;

/** A value that the user said and no question has used yet. */
export interface Said {
  readonly entity: string;
  readonly value: EntityValue;
  /** The variable that it is for, as the annotations of the intent tell. Without one it counts for its own turn only. */
  readonly variable?: string;
  /** Where it stood in the message. */
  readonly start: number;
  readonly end: number;
}

/** A conversation at rest. Plain JSON: it can be written after every step and read anywhere. */
export interface Session {
  readonly version: typeof VERSION;
  readonly language: string;
  /** By name as declared. Unset variables are not there. */
  readonly variables: Readonly<Record<string, VariableValue>>;
  /** Active contexts by name, case folded, with how many more messages they last. */
  readonly contexts: Readonly<Record<string, number>>;
  /** Where the conversation stands: the dialog entered last, `flow/dialog`. */
  readonly dialog: string | null;
  /** The question that waits for an answer. */
  readonly pending: { readonly dialog: string; readonly attempts: number } | null;
  /** The effect whose answer the conversation waits for, and where it goes on then. */
  readonly waiting: {
    readonly effect: number;
    readonly type: 'http' | 'handover';
    readonly dialog: string;
    readonly action: number;
    /** Dialogs entered since the user did something. */
    readonly entered: number;
    /** The error dialog was entered since then. */
    readonly failing: boolean;
  } | null;
  readonly said: readonly Said[];
  /** Ids of the buttons that can be pressed, the newest last. */
  readonly offered: readonly string[];
  readonly counters: {
    readonly messages: number;
    readonly notUnderstood: number;
    readonly effects: number;
  };
}

export interface SessionStart {
  /** The bot's default language when absent or not spoken. */
  readonly language?: string;
  /** Values instead of the initial ones; null for unset. */
  readonly variables?: readonly (readonly [name: string, value: VariableValue | null])[];
}

/** A conversation that has not begun. Values that a variable cannot hold are left out. */
export function createSession(bot: RunnableBot, { language, variables = [] }: SessionStart = {}): Session {
  const values = Object.create(null) as Record<string, VariableValue>;
  for (const { name, initial } of bot.variables.values()) if (initial !== undefined) values[name] = initial;
  for (const [name, value] of variables) {
    const variable = bot.variables.get(foldName(name));
    if (!variable) continue;
    const held = value === null ? undefined : valueFor(variable, value);
    if (held !== undefined) values[variable.name] = held;
    else if (value === null) delete values[variable.name];
  }
  return {
    version: VERSION,
    language: language !== undefined && bot.languages.includes(language) ? language : bot.languages[0],
    variables: values,
    contexts: Object.create(null) as Record<string, number>,
    dialog: null,
    pending: null,
    waiting: null,
    said: [],
    offered: [],
    counters: { messages: 0, notUnderstood: 0, effects: 0 },
  };
}

/**
 * A session that was written as JSON; undefined when it is none, or one of another version: the conversation then begins
 * anew.
 */
export function readSession(value: unknown): Session | undefined {
  if (!isRecord(value) || value['version'] !== VERSION) return undefined;
  const { language, variables, contexts, dialog, pending, waiting, said, offered, counters } = value;
  const sound =
    typeof language === 'string' &&
    isRecord(variables) &&
    Object.values(variables).every((one) => ['string', 'number', 'boolean'].includes(typeof one)) &&
    isRecord(contexts) &&
    Object.values(contexts).every(isNumber) &&
    (dialog === null || typeof dialog === 'string') &&
    (pending === null || (isRecord(pending) && isText(pending['dialog']) && isNumber(pending['attempts']))) &&
    (waiting === null || (isRecord(waiting) && isWaiting(waiting))) &&
    Array.isArray(said) &&
    said.every(isSaid) &&
    Array.isArray(offered) &&
    offered.every(isText) &&
    isRecord(counters) &&
    [counters['messages'], counters['notUnderstood'], counters['effects']].every(isNumber);
  return sound ? (value as unknown as Session) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isWaiting({
  effect,
  type,
  dialog,
  action,
  entered,
  failing,
}: Readonly<Record<string, unknown>>): boolean {
  return (
    [effect, action, entered].every(isNumber) &&
    (type === 'http' || type === 'handover') &&
    isText(dialog) &&
    typeof failing === 'boolean'
  );
}

function isSaid(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { entity, value: held, variable, start, end } = value;
  return (
    isText(entity) &&
    (isText(held) || isNumber(held)) &&
    (variable === undefined || isText(variable)) &&
    isNumber(start) &&
    isNumber(end)
  );
}
