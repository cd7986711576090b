import type { Lines } from '../text/lines';
import type { SyntaxLimits } from './limits';
import type { ProblemList } from './problems';
import type { Comment } from './tree';
import type { EarlierUnits, Unit } from './units';

/** The parts of a file's reading that its documents share. */
export interface ReadingState {
  readonly text: string;
  readonly lines: Lines;
  readonly limits: SyntaxLimits;
  readonly problems: ProblemList;
  readonly comments: Comment[];
  /** What can be taken over from the file's earlier text. */
  readonly earlier: EarlierUnits | undefined;
  /** What can be taken over from this text, in its order. */
  readonly units: Unit[];
  /** Counted against `limits.entries`. */
  entries: number;
}

/** A moment of a reading, to which it can be set back. */
export interface Mark {
  readonly problems: number;
  readonly comments: number;
  readonly units: number;
  readonly entries: number;
}

export function markOf({ problems, comments, units, entries }: ReadingState): Mark {
  return { problems: problems.count, comments: comments.length, units: units.length, entries };
}

/** Forgets what was found since `mark`. */
export function setBack(state: ReadingState, mark: Mark): void {
  state.problems.keepFirst(mark.problems);
  state.comments.length = mark.comments;
  state.units.length = mark.units;
  state.entries = mark.entries;
}
