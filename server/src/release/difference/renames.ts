/** Of what both hold together, how much must be the same for one to be the other under a new name. */
const ALIKE = 0.6;

/** Something that may have been renamed, and what tells it apart from others. */
export interface Candidate {
  readonly name: string;
  readonly features: ReadonlySet<string>;
}

/**
 * Which of the definitions that are gone came back under another name: `[gone, come]`, the most alike first. The measure
 * is the Sørensen–Dice coefficient of what they hold, so that the answer is the same seen from either side.
 */
export function findRenames<T extends Candidate>(
  gone: readonly T[],
  come: readonly T[],
): readonly (readonly [T, T])[] {
  const holders = new Map<string, T[]>();
  for (const one of come) {
    for (const feature of one.features) {
      const known = holders.get(feature);
      if (known) known.push(one);
      else holders.set(feature, [one]);
    }
  }
  const pairs = gone.flatMap((one) => alike(one, holders));
  pairs.sort((a, b) => b.score - a.score || order(nameOf(a), nameOf(b)));
  const taken = new Set<T>();
  const renames: (readonly [T, T])[] = [];
  for (const { from, to } of pairs) {
    if (taken.has(from) || taken.has(to)) continue;
    taken.add(from).add(to);
    renames.push([from, to]);
  }
  return renames;
}

interface Pair<T> {
  readonly from: T;
  readonly to: T;
  readonly score: number;
}

function alike<T extends Candidate>(from: T, holders: ReadonlyMap<string, readonly T[]>): readonly Pair<T>[] {
  const shared = new Map<T, number>();
  for (const feature of from.features) {
    for (const to of holders.get(feature) ?? []) shared.set(to, (shared.get(to) ?? 0) + 1);
  }
  return [...shared].flatMap(([to, count]) => {
    const score = (2 * count) / (from.features.size + to.features.size);
    return score >= ALIKE ? [{ from, to, score }] : [];
  });
}

/** The same for a pair and for its inverse. */
function nameOf<T extends Candidate>({ from, to }: Pair<T>): string {
  return JSON.stringify([from.name, to.name].sort());
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
