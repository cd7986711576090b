import type { Rows } from './rows';

/** Which intents each feature has a weight for. */
export interface WeightLayout {
  /** Weights of feature `f` are entries `starts[f]` to `starts[f + 1]`. */
  readonly starts: Int32Array;
  /** Intent of each weight, ascending within a feature. */
  readonly intents: Uint16Array;
  /** 1 for a feature with a weight for every intent: its weight for intent `c` is entry `starts[f] + c`. */
  readonly full: Uint8Array;
}

/** A feature this frequent may also speak against intents with which it was never seen. */
const FREQUENT = 20;
/** With more intents than this, that costs more time and memory than it is worth. */
const MOST_INTENTS_FOR_FULL = 200;
/** Otherwise a feature speaks for the intents with which it was seen most, up to this many. */
const MOST_INTENTS = 40;

/**
 * A rare feature has weights only for the intents with which it was seen: most of a table of all features by all
 * intents would say nothing.
 */
export function layOutWeights(
  rows: Rows,
  features: number,
  intents: number,
  frequencies: Uint32Array,
): WeightLayout {
  const least = intents <= MOST_INTENTS_FOR_FULL ? FREQUENT : Infinity;
  const full = Uint8Array.from(frequencies, (frequency) => (frequency >= least ? 1 : 0));
  const seen = countSeen(rows, features);
  const starts = new Int32Array(features + 1);
  for (let f = 0; f < features; f++) {
    const count = (seen.starts[f + 1] as number) - (seen.starts[f] as number);
    starts[f + 1] = (starts[f] as number) + (full[f] === 1 ? intents : Math.min(count, MOST_INTENTS));
  }
  const intentOf = new Uint16Array(starts[features] as number);
  for (let f = 0; f < features; f++) {
    const start = starts[f] as number;
    if (full[f] === 1) for (let c = 0; c < intents; c++) intentOf[start + c] = c;
    else intentOf.set(mostSeen(seen, f), start);
  }
  return { starts, intents: intentOf, full };
}

/** How often each feature was seen with each intent; as `WeightLayout`, with a count for each weight. */
interface Seen {
  readonly starts: Int32Array;
  readonly intents: Uint16Array;
  readonly counts: Uint32Array;
}

function countSeen(rows: Rows, features: number): Seen {
  const starts = new Int32Array(features + 1);
  forEachNewPair(rows, features, (f, isNew) => {
    if (isNew) starts[f + 1] = (starts[f + 1] as number) + 1;
  });
  for (let f = 0; f < features; f++) starts[f + 1] = (starts[f + 1] as number) + (starts[f] as number);
  const intents = new Uint16Array(starts[features] as number);
  const counts = new Uint32Array(intents.length);
  const next = starts.slice(0, features);
  forEachNewPair(rows, features, (f, isNew, intent) => {
    if (isNew) {
      intents[next[f] as number] = intent;
      next[f] = (next[f] as number) + 1;
    }
    const at = (next[f] as number) - 1;
    counts[at] = (counts[at] as number) + 1;
  });
  return { starts, intents, counts };
}

/** Visits each feature of each row; `isNew` when it is the feature's first row of that intent. Rows come by intent. */
function forEachNewPair(
  rows: Rows,
  features: number,
  visit: (feature: number, isNew: boolean, intent: number) => void,
): void {
  const last = new Int32Array(features).fill(-1);
  for (let row = 0; row < rows.count; row++) {
    const intent = rows.labels[row] as number;
    for (let k = rows.starts[row] as number; k < (rows.starts[row + 1] as number); k++) {
      const f = rows.features[k] as number;
      visit(f, last[f] !== intent, intent);
      last[f] = intent;
    }
  }
}

/** The intents with which a feature was seen most, ascending; of equals the first. */
function mostSeen({ starts, intents, counts }: Seen, feature: number): Uint16Array {
  const start = starts[feature] as number;
  const end = starts[feature + 1] as number;
  const own = intents.subarray(start, end);
  if (own.length <= MOST_INTENTS) return own;
  const descending = counts.slice(start, end).sort().reverse();
  const least = descending[MOST_INTENTS - 1] as number;
  let equals = MOST_INTENTS - descending.filter((count) => count > least).length;
  return own.filter((_, i) => {
    const count = counts[start + i] as number;
    return count > least || (count === least && equals-- > 0);
  });
}
