import { ownCopy } from '../../text/ownCopy';
import type { Fact } from './table';

/**
 * What one file says in all tables, in one list: the number of a table, how many facts follow, and each with its key. Most
 * files have one or two facts in a few tables, and a map takes several times as much.
 */
export type PackedFacts = readonly Fact[];

type Facts = ReadonlyMap<string, Fact>;

/** The same facts without a hold on the file's text, each of its texts once. */
export function ownFacts(facts: readonly Facts[]): readonly Facts[] {
  const copies = new Map<string, string>();
  const owned = <F extends Fact>(fact: F): F => copied(fact, copies) as F;
  return facts.map((own) =>
    own.size === 0 ? own : new Map([...own].map(([key, fact]) => [owned(key), owned(fact)])),
  );
}

function copied(fact: Fact, copies: Map<string, string>): Fact {
  if (typeof fact === 'object') return fact.map((item) => copied(item, copies));
  if (typeof fact !== 'string') return fact;
  let copy = copies.get(fact);
  if (copy === undefined) copies.set(fact, (copy = ownCopy(fact)));
  return copy;
}

/** @param facts of each table in turn */
export function packFacts(facts: readonly Facts[]): PackedFacts {
  const packed: Fact[] = [];
  for (const [table, own] of facts.entries()) {
    if (own.size === 0) continue;
    packed.push(table, own.size);
    for (const [key, fact] of own) packed.push(key, fact);
  }
  // A list that grew keeps room for more.
  return packed.slice();
}

/** The same as it was, for so many tables. */
export function unpackFacts(packed: PackedFacts, tables: number): readonly Facts[] {
  const facts = Array.from({ length: tables }, () => new Map<string, Fact>());
  for (let at = 0; at < packed.length; ) {
    const own = facts[Number(packed[at++])];
    for (let left = Number(packed[at++]); left > 0; left--) {
      const [key, fact] = [packed[at++], packed[at++]];
      if (typeof key === 'string' && fact !== undefined) own?.set(key, fact);
    }
  }
  return facts;
}
