import type { PlainValue, VariableType } from '../model/definitions';
import type { UnderstandingSettings } from '../nlp/understand';
import type { Expression } from './condition/expression';
import type { Localized, Template } from './text';

/*
 * A bot in the form in which it runs: everything is looked up and compiled once, and no YAML is left. It is plain,
 * immutable data but for the compiled texts and conditions, which are pure functions.
 */

export type VariableValue = string | number | boolean;

export interface RunnableVariable {
  /** As declared. */
  readonly name: string;
  readonly type: VariableType;
  /** What an enum can hold. */
  readonly values: readonly string[];
  readonly initial?: VariableValue;
}

export interface RunnableButton {
  /** Stable in one version of the bot: `flow/dialog#message.button`. */
  readonly id: string;
  readonly label: Localized;
  /** Key of the dialog that a press leads to. */
  readonly next?: string;
  /** Address that a press opens. */
  readonly url?: Template;
}

export interface RunnableMessage {
  readonly text: Localized;
  readonly buttons: readonly RunnableButton[];
}

export interface RunnableAsk {
  readonly text: Localized;
  /** Name of the entity that the answer must hold; without it any text will do. */
  readonly entity?: string;
  readonly save?: RunnableVariable;
  readonly retry?: {
    readonly text: Localized;
    /** How often the bot asks again; for ever when absent. */
    readonly max?: number;
    readonly next?: string;
  };
  readonly next: string | undefined;
}

export interface RunnableBranch {
  /** Absent: the branch always holds. */
  readonly when?: Expression;
  readonly next: string | undefined;
}

/** A value to be sent as JSON, with placeholders in its texts. */
export type BodyTemplate =
  | { readonly kind: 'text'; readonly template: Template }
  | { readonly kind: 'value'; readonly value: PlainValue }
  | { readonly kind: 'list'; readonly items: readonly BodyTemplate[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, BodyTemplate])[] };

export interface HttpAction {
  readonly kind: 'http';
  readonly method: string;
  readonly url: Template;
  /** Name of a secret; only the host knows its value. */
  readonly secret?: string;
  readonly headers: readonly { readonly name: string; readonly value: Template }[];
  readonly body?: BodyTemplate;
  /** JSON pointers into the answer. */
  readonly save: readonly {
    readonly variable: RunnableVariable | undefined;
    readonly name: string;
    readonly pointer: readonly string[];
  }[];
  readonly onError?: string;
}

export type RunnableAction =
  | HttpAction
  | {
      readonly kind: 'set';
      readonly assignments: readonly {
        readonly name: string;
        readonly variable: RunnableVariable | undefined;
        readonly expression: Expression;
      }[];
    }
  | { readonly kind: 'clear'; readonly variables: readonly RunnableVariable[] }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'handover'; readonly note: Template };

/** How a dialog goes on. Buttons wait where nothing else is written. */
export type RunnableWayOn =
  | { readonly kind: 'ask'; readonly ask: RunnableAsk }
  | { readonly kind: 'goto'; readonly branches: readonly RunnableBranch[] }
  | { readonly kind: 'next'; readonly next: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'wait' };

export interface RunnableDialog {
  /** `flow/dialog` as written. */
  readonly name: string;
  readonly contexts: readonly { readonly name: string; readonly lifespan: number }[];
  readonly say: readonly RunnableMessage[];
  readonly do: readonly RunnableAction[];
  readonly wayOn: RunnableWayOn;
}

export interface RunnableTrigger {
  /** Key of the dialog. */
  readonly dialog: string;
  /** Contexts that must all be active, as their first output is written. */
  readonly requires: readonly string[];
}

/** Which variable a value of an entity is for, as the annotations of an intent tell. */
export interface EntityRoles {
  /** The variables, the one that is annotated most often first. */
  readonly variables: readonly string[];
  /** Word before the value, lower case, to the variable that most often follows it. */
  readonly cues: ReadonlyMap<string, string>;
}

export interface DefaultDialogs {
  readonly welcome?: string;
  readonly notUnderstood?: string;
  readonly error?: string;
  readonly disabled?: string;
}

export interface RunnableBot {
  readonly id: string;
  /** False: the bot is switched off, and only its `disabled` dialog answers. */
  readonly active: boolean;
  /** BCP 47; the first is the default. Never empty. */
  readonly languages: readonly [string, ...string[]];
  readonly settings: UnderstandingSettings;
  /** By name, case folded. */
  readonly variables: ReadonlyMap<string, RunnableVariable>;
  /** Variables (names case folded) whose values are never kept in clear. */
  readonly sensitive: ReadonlySet<string>;
  /** By `flow/dialog`, case folded: the key that links hold. */
  readonly dialogs: ReadonlyMap<string, RunnableDialog>;
  readonly buttons: ReadonlyMap<string, RunnableButton>;
  readonly defaults: DefaultDialogs;
  /** By intent, case folded; in the order of the files. */
  readonly triggers: ReadonlyMap<string, readonly RunnableTrigger[]>;
  /** By `intent entity language`, the names case folded. */
  readonly roles: ReadonlyMap<string, EntityRoles>;
}
