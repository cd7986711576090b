/**
 * What one file may cost, so that a hostile or mistaken file costs its own findings only. A bot that people maintain
 * stays an order of magnitude below every number. The size in bytes is limited where files are read.
 */
export interface SyntaxLimits {
  /** Maps and lists within each other; conversion recurses this deep. */
  readonly depth: number;
  /** Entries of maps and items of lists, and documents, in the whole file. */
  readonly entries: number;
  /** Problems told per file; one more says that there are others. */
  readonly problems: number;
}

export const SYNTAX_LIMITS: SyntaxLimits = { depth: 60, entries: 120_000, problems: 100 };
