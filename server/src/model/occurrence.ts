import type { OccurrencePosition, SymbolKind } from '../schema/vocabulary';
import type { Span } from '../text/range';

export type { OccurrencePosition, SymbolKind } from '../schema/vocabulary';

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
  /** Stands in a condition or message that does not parse: it is told by its tokens, and whether it exists is not asked. */
  readonly tentative?: true;
}

/** Names are unique per bot and kind with case folded; this is the folding. */
export function foldName(name: string): string {
  return FOLDED.test(name) ? name : name.normalize('NFC').toLowerCase();
}

/** Most names are in small letters of ASCII, and there are many. */
const FOLDED = /^[ -@[-~]*$/;
