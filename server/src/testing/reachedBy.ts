import type { TestResult } from './result';

/** How many tests came through each intent and dialog. Names as in `Reached`; what no test reached is left out. */
export interface ReachedBy {
  readonly intents: ReadonlyMap<string, number>;
  readonly dialogs: ReadonlyMap<string, number>;
}

export function reachedBy(results: readonly TestResult[]): ReachedBy {
  return {
    intents: countOf(results.map(({ reached }) => reached.intents)),
    dialogs: countOf(results.map(({ reached }) => reached.dialogs)),
  };
}

function countOf(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const names of sets) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
