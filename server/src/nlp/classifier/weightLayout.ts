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
/** Room for that: weights in all, so that a bot of a thousand intents does not pay for it with memory and time. */
const MOST_FULL_WEIGHTS = 2_000_000;

/**
 * A rare feature has weights only for the intents with which it was seen: most of a table of all features by all
 * intents would say nothing. Frequent features get one for every intent, the most frequent first, while there is room.
 */
export function layOutWeights(
  rows: Rows,
  features: number,
  intents: number,
  frequencies: Uint32Array,
): WeightLayout {
  const least = leastFrequency(frequencies, Math.floor(MOST_FULL_WEIGHTS / intents));
  const full = Uint8Array.from(frequencies, (frequency) => (frequency >= least ? 1 : 0));
  const counts = new Int32Array(features);
  forEachSeen(rows, features, (f) => {
    counts[f] = (counts[f] as number) + 1;
  });
  const starts = new Int32Array(features + 1);
  for (let f = 0; f < features; f++) {
    starts[f + 1] = (starts[f] as number) + (full[f] === 1 ? intents : (counts[f] as number));
  }
  const intentOf = new Uint16Array(starts[features] as number);
  for (let f = 0; f < features; f++) {
    if (full[f] === 1) for (let c = 0; c < intents; c++) intentOf[(starts[f] as number) + c] = c;
  }
  const next = starts.slice(0, features);
  forEachSeen(rows, features, (f, intent) => {
    if (full[f] === 1) return;
    const at = next[f] as number;
    intentOf[at] = intent;
    next[f] = at + 1;
  });
  return { starts, intents: intentOf, full };
}

/** The frequency from which on features get a weight for every intent: at least `FREQUENT`, and `room` of them. */
function leastFrequency(frequencies: Uint32Array, room: number): number {
  const descending = frequencies
    .filter((frequency) => frequency >= FREQUENT)
    .sort()
    .reverse();
  const firstLeftOut = descending[room];
  return firstLeftOut === undefined ? FREQUENT : firstLeftOut + 1;
}

/** Visits each pair of a feature and an intent once. Rows come sorted by label. */
function forEachSeen(rows: Rows, features: number, visit: (feature: number, intent: number) => void): void {
  const last = new Int32Array(features).fill(-1);
  for (let row = 0; row < rows.count; row++) {
    const label = rows.labels[row] as number;
    for (let k = rows.starts[row] as number; k < (rows.starts[row + 1] as number); k++) {
      const f = rows.features[k] as number;
      if (last[f] === label) continue;
      last[f] = label;
      visit(f, label);
    }
  }
}
