import type { Span } from '../text/range';

/** What a name in a bot can name. */
export type SymbolKind = 'bot' | 'intent' | 'entity' | 'flow' | 'dialog' | 'context' | 'variable' | 'language' | 'test';

/**
 * One place where a name stands. Collected from the schemas' `x-defines` and `x-refers` annotations, and from the
 * languages inside scalars (annotations in expressions, conditions, placeholders).
 */
export interface Occurrence {
  readonly symbol: SymbolKind;
  /** As defined or referred to; for dialogs always `flow/dialog`. Compare with `foldName`. */
  readonly name: string;
  readonly role: 'definition' | 'reference';
  /** Exactly the name: for `booking/start` the dialog's occurrence covers `start`, the flow's covers `booking`. */
  readonly span: Span;
  /** Dialog (`flow/dialog`) in which it stands, if any. */
  readonly dialog?: string;
  /** Which position it is, for sentences and for rules: trigger, requires, next, button, save, when, text, annotation … */
  readonly position: OccurrencePosition;
}

export type OccurrencePosition =
  | 'definition'
  | 'default-dialog'
  | 'trigger'
  | 'requires'
  | 'output-context'
  | 'next'
  | 'button'
  | 'retry'
  | 'branch'
  | 'error-path'
  | 'ask-entity'
  | 'save'
  | 'set'
  | 'clear'
  | 'condition'
  | 'placeholder'
  | 'annotation'
  | 'language'
  | 'test';

/** Names are unique per bot and kind with case folded; this is the folding. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
