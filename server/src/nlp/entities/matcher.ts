import type { EntityValue, PredictContext } from '../contract';

/** A match of one entity in a message; UTF-16 offsets into the message. */
export interface Match {
  readonly value: EntityValue;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Finds one entity in a message: its matches do not overlap, and come in order. */
export type Matcher = (text: string, context: PredictContext) => Match[];

/** Messages are looked at up to here: patterns and system entities do more work per character than a classifier. */
const LONGEST_TEXT = 2000;

/** The part of a message that is looked at; never ends within a surrogate pair. */
export function capped(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const last = text.charCodeAt(LONGEST_TEXT - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? LONGEST_TEXT - 1 : LONGEST_TEXT);
}

/** Of matches that overlap, keeps the best: the higher score, then the longer, then the first. */
export function withoutOverlaps<T extends Match>(matches: readonly T[]): T[] {
  const best = [...matches].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: T[] = [];
  for (const match of best) {
    if (!kept.some((other) => match.start < other.end && other.start < match.end)) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}
