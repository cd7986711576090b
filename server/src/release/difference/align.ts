import { diffArrays } from 'diff';

type Pair<T> = readonly [before: T | undefined, after: T | undefined];

/**
 * Lines two lists up: equal elements are left out, the others are told as pairs in order; where elements went and others
 * came between the same neighbours they are paired one by one. Seen from the other side the pairs are the same.
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): readonly Pair<T>[] {
  const a = before.map(key);
  const b = after.map(key);
  // Among equally good ways the search takes the first it meets, which must not depend on the side it begins from.
  return JSON.stringify(a) > JSON.stringify(b)
    ? linedUp(after, before, b, a).map(([x, y]) => [y, x] as const)
    : linedUp(before, after, a, b);
}

function linedUp<T>(
  before: readonly T[],
  after: readonly T[],
  a: readonly string[],
  b: readonly string[],
): readonly Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let went: T[] = [];
  let came: T[] = [];
  const flush = (): void => {
    for (let at = 0; at < went.length || at < came.length; at++) pairs.push([went[at], came[at]]);
    went = [];
    came = [];
  };
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of diffArrays([...a], [...b])) {
    if (removed) went.push(...before.slice(i, (i += count)));
    else if (added) came.push(...after.slice(j, (j += count)));
    else {
      flush();
      i += count;
      j += count;
    }
  }
  flush();
  return pairs;
}
