import { foldName } from '../model/occurrence';
import type { PredictContext } from '../nlp/contract';
import type { SystemValues } from './condition/expression';
import type { RunnableBot, VariableValue } from './runnable';
import type { Said, Session } from './session';
import { without } from './said';
import { systemValues } from './system';
import { renderLocalized, type Localized, type Values } from './text';
import type { Effect, Heard, Outcome, SentMessage, TraceEntry } from './turn';

/** More buttons than this are not remembered; people press what they still see. */
const MOST_OFFERED = 30;
/** More text than this is no message; it only ever comes from values that grow. */
const LONGEST_MESSAGE = 20_000;

/**
 * A conversation while a step works on it: a session that may be changed, and what the step has come to so far. It lives
 * for one step, and the session that it was made of stays as it was.
 */
export class Working {
  language: string;
  dialog: string | null;
  pending: Session['pending'];
  waiting: Session['waiting'] = null;
  said: readonly Said[];
  contexts: Record<string, number>;
  counters: { messages: number; notUnderstood: number; effects: number };
  heard: Heard | undefined;
  /** Dialogs entered since the user did something, and whether the error dialog was among them. */
  entered = 0;
  failing = false;

  readonly #variables: Record<string, VariableValue>;
  readonly #before: Session;
  readonly #messages: SentMessage[] = [];
  readonly #effects: Effect[] = [];
  readonly #entries: TraceEntry[] = [];
  #offered: readonly string[];

  constructor(
    readonly bot: RunnableBot,
    session: Session,
    readonly now: PredictContext,
  ) {
    this.#before = session;
    // A new version may no longer speak it.
    this.language = bot.languages.includes(session.language) ? session.language : bot.languages[0];
    this.dialog = session.dialog;
    this.pending = session.pending;
    this.said = session.said;
    this.contexts = copy(session.contexts);
    this.counters = { ...session.counters };
    this.#variables = copy(session.variables);
    this.#offered = session.offered;
  }

  /** The value of a variable by its name in any spelling; undefined when it is unset or unknown. */
  readonly value: Values = (name) => {
    const declared = this.bot.variables.get(foldName(name))?.name;
    return declared !== undefined && Object.hasOwn(this.#variables, declared)
      ? this.#variables[declared]
      : undefined;
  };

  get sys(): SystemValues {
    return systemValues(this.language, this.now);
  }

  /** Gives a variable a value, or none. What was said for it before no longer counts. */
  set(variable: string, value: VariableValue | undefined): void {
    if (value === undefined) delete this.#variables[variable];
    else this.#variables[variable] = value;
    this.note({ type: 'set', variable, value: value ?? null });
  }

  /** Forgets what was said for a variable. */
  unsay(variable: string): void {
    const folded = foldName(variable);
    if (this.said.length === 0) return;
    this.said = this.said.filter((one) => one.variable === undefined || foldName(one.variable) !== folded);
  }

  /** A part of the message was used; nothing else may use it. */
  use(part: Said): void {
    this.said = without(this.said, part);
  }

  note(entry: TraceEntry): void {
    this.#entries.push(entry);
  }

  problem(message: string, dialog = this.dialog ?? ''): void {
    this.note({ type: 'problem', dialog, message });
  }

  /** A text as the user reads it, or with other values in it; what did not work in it is noted. */
  text(localized: Localized, values = this.value, noteProblems = true): string {
    const { text, problems } = renderLocalized(localized, this.language, this.bot.languages[0], values);
    if (noteProblems) for (const problem of problems) this.problem(problem);
    return text.slice(0, LONGEST_MESSAGE);
  }

  send(message: SentMessage): void {
    this.#messages.push(message);
    const ids = message.buttons.map(({ id }) => id);
    if (ids.length === 0) return;
    this.#offered = [...this.#offered.filter((id) => !ids.includes(id)), ...ids].slice(-MOST_OFFERED);
  }

  isOffered(button: string): boolean {
    return this.#offered.includes(button);
  }

  effect(effect: Effect): void {
    this.#effects.push(effect);
  }

  outcome(): Outcome {
    const { language, dialog, pending, waiting, said, contexts, counters, heard } = this;
    const session: Session = {
      version: this.#before.version,
      language,
      variables: this.#variables,
      contexts,
      dialog,
      pending,
      waiting,
      said,
      offered: this.#offered,
      counters,
    };
    return {
      session,
      messages: this.#messages,
      effects: this.#effects,
      trace: { ...(heard && { heard }), entries: this.#entries, before: this.#before, after: session },
    };
  }
}

/** Without a prototype: the keys come from files. */
function copy<T>(map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, map);
}
