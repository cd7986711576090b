import type { Rows } from './rows';

/** Which intents each feature has a weight for. */
export interface WeightLayout {
  /** Weights of feature `f` are entries `starts[f]` to `starts[f + 1]`. */
  readonly starts: Int32Array;
  /** Intent of each weight, ascending within a feature. */
  readonly intents: Uint16Array;
}

/** A feature this frequent may also speak against intents with which it was never seen. */
const FREQUENT = 10;
/** Room for that: weights in all, so that a bot of a thousand intents does not pay for it with memory. */
const MOST_WEIGHTS = 2_500_000;

/**
 * A rare feature has weights only for the intents with which it was seen: most of a table of all features by all
 * intents would say nothing. Frequent features get one for every intent, as far as there is room.
 */
export function layOutWeights(
  rows: Rows,
  features: number,
  intents: number,
  frequencies: Uint32Array,
): WeightLayout {
  const seen = seenCounts(rows, features);
  let frequent = 0;
  let rest = 0;
  for (let f = 0; f < features; f++) {
    if ((frequencies[f] ?? 0) >= FREQUENT) frequent++;
    else rest += seen[f] ?? 0;
  }
  const dense = frequent * intents + rest <= MOST_WEIGHTS;
  const isDense = (f: number) => dense && (frequencies[f] ?? 0) >= FREQUENT;
  const starts = new Int32Array(features + 1);
  for (let f = 0; f < features; f++)
    starts[f + 1] = (starts[f] ?? 0) + (isDense(f) ? intents : (seen[f] ?? 0));
  const intentOf = new Uint16Array(starts[features] ?? 0);
  const next = starts.slice(0, features);
  for (let f = 0; f < features; f++) {
    if (isDense(f)) for (let c = 0; c < intents; c++) intentOf[(starts[f] ?? 0) + c] = c;
  }
  forEachSeen(rows, features, (f, intent) => {
    if (isDense(f)) return;
    const at = next[f] ?? 0;
    intentOf[at] = intent;
    next[f] = at + 1;
  });
  return { starts, intents: intentOf };
}

function seenCounts(rows: Rows, features: number): Int32Array {
  const counts = new Int32Array(features);
  forEachSeen(rows, features, (f) => {
    counts[f] = (counts[f] ?? 0) + 1;
  });
  return counts;
}

/** Visits each pair of a feature and an intent once. Rows come sorted by label. */
function forEachSeen(rows: Rows, features: number, visit: (feature: number, intent: number) => void): void {
  const last = new Int32Array(features).fill(-1);
  for (let row = 0; row < rows.count; row++) {
    const label = rows.labels[row] ?? 0;
    for (let k = rows.starts[row] ?? 0; k < (rows.starts[row + 1] ?? 0); k++) {
      const f = rows.features[k] ?? 0;
      if (last[f] === label) continue;
      last[f] = label;
      visit(f, label);
    }
  }
}
