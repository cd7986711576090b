import type { Span } from '../text/range';

/** A mistake against the schema; becomes a finding with this code. */
export interface SchemaProblem {
  readonly code: SchemaProblemCode;
  readonly message: string;
  readonly span: Span;
  /** For an unknown key or a value that is none of the listed ones: what may have been meant, nearest first. */
  readonly suggestions?: readonly string[];
}

type SchemaProblemCode =
  | 'schema/required-key'
  | 'schema/unknown-key'
  | 'schema/wrong-type'
  | 'schema/invalid-value';

/** More mistakes than this are not told one by one. */
export const MAX_PROBLEMS = 100;
