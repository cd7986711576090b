import type { Located, Span } from '../text/range';
import type { SyntaxDocument } from '../syntax/tree';
import type {
  Bot as WrittenBot,
  NlpQualityMeasure,
  NlpQualityPolicy,
  RuleSeverity,
  Variable as WrittenVariable,
} from './generated/bot';
import type { Entity as WrittenEntity } from './generated/entity';

/**
 * The bot as its developers think of it, lowered from parsed documents. Lowering never fails: a part that has the wrong
 * type is left out here and reported by schema validation, so that rules can rely on what is present.
 */
export type Definition = BotDefinition | Intent | Entity | Flow | ConversationTest;

interface DefinitionBase {
  readonly name: Located;
  readonly title?: Located;
  readonly description?: Located;
  readonly document: SyntaxDocument;
  /** The whole document without surrounding blank lines and comments. */
  readonly span: Span;
}

/** Text per language code, in the order of the file. */
export type LocalizedText = ReadonlyMap<string, LocalizedEntry>;

export interface LocalizedEntry {
  readonly language: Located;
  readonly text: Located;
}

// ---------------------------------------------------------------- bot.yaml

export type DefaultDialog = keyof NonNullable<WrittenBot['dialogs']>;
export const DEFAULT_DIALOGS: readonly DefaultDialog[] = ['welcome', 'notUnderstood', 'error', 'disabled'];

export type VariableType = WrittenVariable['type'];

export interface Variable {
  readonly name: Located;
  readonly type: VariableType;
  /** False when no type can be read: the schema has its finding, and the uses are not checked against a guess. */
  readonly isTyped: boolean;
  readonly values: readonly Located[];
  readonly initial?: Located<string | number | boolean>;
  readonly sensitive: boolean;
  readonly span: Span;
}

export type { NlpQualityMeasure, NlpQualityPolicy, RuleSeverity };

export interface BotDefinition extends DefinitionBase {
  readonly kind: 'bot';
  readonly languages: readonly Located[];
  /** Scores at or below a threshold are not understood; 0 to 1. */
  readonly nlp: {
    readonly intentThreshold: number;
    readonly entityThreshold: number;
    readonly maxMessageLength: number;
  };
  /** Where `nlp` stands, when it is written. */
  readonly nlpSpan?: Span;
  readonly dialogs: ReadonlyMap<DefaultDialog, Located>;
  /** Where `dialogs` stands (its key), when it is written. */
  readonly dialogsKey?: Located;
  readonly variables: readonly Variable[];
  readonly rules: ReadonlyMap<string, { readonly code: Located; readonly severity: RuleSeverity }>;
  readonly release: ReadonlyMap<string, Located<string | number | boolean>>;
  /** What happens to a release whose NLP understands less than that of LIVE. */
  readonly nlpQuality: {
    readonly policy: NlpQualityPolicy;
    /** In points of 100. */
    readonly maxDrop: number;
    readonly measuredBy: NlpQualityMeasure;
  };
  /** Gates of a release that may be overridden with a reason. */
  readonly releaseOverrides: readonly Located[];
}

// ---------------------------------------------------------------- intents

export interface Annotation {
  /** The annotated text, brackets excluded. */
  readonly text: Located;
  readonly entity: Located;
  readonly variable?: Located;
  /** Where the text stands in `Expression.plain`. */
  readonly plain: Span;
  /** From `[` to `)`. */
  readonly span: Span;
}

export interface Expression {
  /** The line as written, without indentation. */
  readonly source: string;
  /** What a person would say: annotations reduced to their text, escapes resolved. */
  readonly plain: string;
  readonly annotations: readonly Annotation[];
  /** The line without its indentation. */
  readonly span: Span;
  /** Annotations that do not parse. */
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
}

export interface ExpressionBlock {
  readonly language: Located;
  readonly expressions: readonly Expression[];
  readonly span: Span;
}

export interface Intent extends DefinitionBase {
  readonly kind: 'intent';
  readonly expressions: ReadonlyMap<string, ExpressionBlock>;
}

// ---------------------------------------------------------------- entities

export interface EntityValue {
  readonly value: Located;
  readonly synonyms: readonly Located[];
}

export type EntityType = WrittenEntity['type'];

export interface Entity extends DefinitionBase {
  readonly kind: 'entity';
  readonly type?: Located<EntityType>;
  readonly values: readonly EntityValue[];
  readonly patterns: readonly Located[];
  readonly system?: Located;
}

// ---------------------------------------------------------------- flows

/** A link as written (`dialog` or `flow/dialog`) with the parts it names, each with its own place. */
export interface DialogLink {
  readonly text: Located;
  readonly flow?: Located;
  readonly dialog: Located;
}

export interface Trigger {
  readonly intent?: Located;
  readonly requires: readonly Located[];
  readonly span: Span;
}

export interface Button {
  readonly label: LocalizedText;
  readonly next?: DialogLink;
  readonly url?: Located;
  readonly span: Span;
}

export interface Message {
  readonly text: LocalizedText;
  readonly buttons: readonly Button[];
  readonly span: Span;
}

export interface Retry {
  readonly text: LocalizedText;
  readonly max?: number;
  readonly next?: DialogLink;
  readonly span: Span;
}

export interface Ask {
  readonly text: LocalizedText;
  readonly entity?: Located;
  readonly save?: Located;
  readonly retry?: Retry;
  readonly next?: DialogLink;
  readonly span: Span;
}

export interface Branch {
  /** CEL over the bot's variables. */
  readonly when?: Located;
  /** No `when` is written, not even an empty one: the branch always holds. */
  readonly isUnconditional: boolean;
  readonly next?: DialogLink;
  readonly span: Span;
}

/** A value as JSON knows it. Maps have no prototype: their keys come from files. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

export interface Assignment {
  readonly variable: Located;
  readonly expression: Located;
}

export type Action =
  | {
      readonly kind: 'http';
      readonly method?: Located;
      readonly url?: Located;
      readonly secret?: Located;
      readonly headers: readonly { readonly name: Located; readonly value: Located }[];
      /** What is sent, as JSON; its texts may hold placeholders. Absent when no body is written. */
      readonly body?: PlainValue;
      readonly save: readonly { readonly variable: Located; readonly pointer: Located }[];
      readonly onError?: DialogLink;
      readonly span: Span;
    }
  | { readonly kind: 'set'; readonly assignments: readonly Assignment[]; readonly span: Span }
  | { readonly kind: 'clear'; readonly variables: readonly Located[]; readonly span: Span }
  | { readonly kind: 'language'; readonly language: Located; readonly span: Span }
  | { readonly kind: 'handover'; readonly message?: Located; readonly span: Span };

/** The keys by which a dialog goes on, in the order of the format. Exactly one must be there (buttons may stand in for it). */
export type WayOn = 'ask' | 'goto' | 'next' | 'end';

export interface Dialog {
  readonly name: Located;
  /** The flow that holds it. */
  readonly flow: string;
  readonly trigger?: Trigger;
  readonly say: readonly Message[];
  readonly do: readonly Action[];
  readonly ask?: Ask;
  /** Set when the key is written, even when it holds nothing. */
  readonly goto?: readonly Branch[];
  readonly next?: DialogLink;
  readonly end: boolean;
  /** The keys of `WayOn` that are written, each with its key's place. */
  readonly waysOn: readonly Located<WayOn>[];
  readonly contexts: readonly { readonly name: Located; readonly lifespan: number }[];
  /** The whole entry. */
  readonly span: Span;
}

export interface Flow extends DefinitionBase {
  readonly kind: 'flow';
  readonly dialogs: readonly Dialog[];
}

// ---------------------------------------------------------------- conversation tests

/** A name with the value that is given or expected; null for unset. */
export interface NamedValue {
  readonly name: Located;
  readonly value: Located<string | number | boolean | null>;
}

export interface Expectation {
  readonly intent?: Located;
  readonly dialog?: DialogLink;
  readonly variables: readonly NamedValue[];
  /** Entities that must have been found in the message. */
  readonly entities: readonly NamedValue[];
  /** Contexts that must be active. */
  readonly contexts: readonly Located[];
  readonly span: Span;
}

export type Step =
  | { readonly kind: 'user'; readonly text: Located; readonly expect?: Expectation; readonly span: Span }
  | { readonly kind: 'press'; readonly label: Located; readonly expect?: Expectation; readonly span: Span }
  | { readonly kind: 'bot'; readonly text: Located; readonly span: Span }
  | {
      readonly kind: 'http';
      readonly url?: Located;
      /** HTTP status; 200 when none is written. */
      readonly status: number;
      readonly answer: PlainValue;
      readonly span: Span;
    };

export interface ConversationTest extends DefinitionBase {
  readonly kind: 'test';
  readonly language?: Located;
  readonly given: {
    readonly now?: Located;
    readonly variables: readonly NamedValue[];
  };
  readonly steps: readonly Step[];
}
