/**
 * A difference in meaning between two bots, as a value: plain JSON, the same in every language of the editor. It can be
 * turned round: the difference from B to A is that from A to B with before and after, added and removed, from and to
 * exchanged.
 */

/** What a publish of the NLP only takes, everything else, and conversation tests, which are in neither. */
export type Part = 'nlp' | 'flow' | 'test';
export type ChangeKind = 'added' | 'removed' | 'changed' | 'renamed';
export type ChangeSymbol = 'intent' | 'entity' | 'flow' | 'dialog' | 'settings' | 'test';

/** One definition that differs in meaning. Dialogs of a flow that both sides have are told one by one. */
export interface Change {
  readonly part: Part;
  readonly change: ChangeKind;
  readonly symbol: ChangeSymbol;
  /** `flow/dialog` for dialogs; the key of bot.yaml for settings. */
  readonly name: string;
  /** Its name before, when it was renamed. */
  readonly from?: string;
  /** What a definition that came or went holds: expressions of an intent, values of an entity, dialogs of a flow. */
  readonly holds?: number;
  /** Path in the bot folder on either side; absent where that side does not have it. */
  readonly before?: string;
  readonly after?: string;
  /** What differs inside. Of a definition that came or went: only what moved from or to another one. */
  readonly edits: readonly Edit[];
}

/** What an edit is about. */
export type Aspect =
  | 'expression'
  /** The same words with other annotations. */
  | 'annotation'
  | 'value'
  | 'synonym'
  | 'pattern'
  | 'trigger'
  /** What the bot says, in one language. */
  | 'text'
  | 'button'
  | 'link'
  | 'condition'
  | 'action'
  | 'context'
  | 'variable'
  | 'channel'
  | 'default-dialog'
  | 'rule'
  | 'language'
  | 'step'
  | 'setting'
  /** The same things in another order. */
  | 'order'
  /** It differs in a way that cannot be told in detail, such as in a file that cannot be understood. */
  | 'content';

export type EditKind = 'added' | 'removed' | 'changed' | 'moved';

/** One difference inside a definition. */
export interface Edit {
  readonly aspect: Aspect;
  readonly change: EditKind;
  /** Keys that lead to it, with dots between them; places in lists are left out. Empty for the definition as a whole. */
  readonly at: string;
  readonly language?: string;
  /** What stands there on either side: a text as written, anything else on one line. */
  readonly before?: string;
  readonly after?: string;
  /** The definition that it moved from, or to. */
  readonly from?: string;
  readonly to?: string;
}

/** What is compared: the draft as it stands, what is in force for users, or a version. */
export type Side =
  | { readonly kind: 'draft' }
  | { readonly kind: 'live' }
  | { readonly kind: 'version'; readonly version: number };

/** A side as it was found; `version` is null when nothing is live. */
export type ComparedSide =
  | { readonly kind: 'draft' }
  | { readonly kind: 'live'; readonly version: number | null }
  | { readonly kind: 'version'; readonly version: number };

/** A difference with the sides that it is between. */
export interface Comparison {
  readonly bot: string;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly changes: readonly Change[];
}
