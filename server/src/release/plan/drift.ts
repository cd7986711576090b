import { isSameMeaning } from '../content/items';
import type { ItemTable } from '../content/items';
import type { Bases, Change, Drift, LiveReading, Part } from '../contract';
import { differenceOf } from '../difference/difference';

/** What drift is told from. */
export interface DriftFacts {
  readonly live: LiveReading;
  readonly bases: Bases;
  readonly liveItems: ItemTable;
  readonly draftItems: ItemTable;
  /** Items of the versions that the parts descend from; undefined when a version cannot be read. */
  readonly baseItems: { readonly nlp: ItemTable | undefined; readonly flow: ItemTable | undefined };
}

/**
 * What LIVE holds although the draft does not descend from it. Compared by content: a version that changed nothing, a
 * change that the draft holds as well, and LIVE gone back to an ancestor of the base are no drift.
 */
export function driftOf(facts: DriftFacts): Drift {
  return { nlp: driftOfPart(facts, 'nlp'), flow: driftOfPart(facts, 'flow') };
}

function driftOfPart(facts: DriftFacts, part: 'nlp' | 'flow'): readonly Change[] | undefined {
  const { live, bases, baseItems } = facts;
  if (live.kind !== 'known') return [];
  const liveItems = only(facts.liveItems, part);
  const draftItems = only(facts.draftItems, part);
  if (isSame(liveItems, draftItems)) return [];
  const base = bases[part];
  if (!base) return undefined;
  if (base.ancestors.has(live.release.version)) return [];
  const items = baseItems[part];
  if (!items) return undefined;
  const before = only(items, part);
  const taken = (key: string): boolean => isSameMeaning(draftItems.get(key), liveItems.get(key));
  return differenceOf(leave(before, taken), leave(liveItems, taken));
}

function only(items: ItemTable, part: Part): ItemTable {
  return new Map([...items].filter(([, item]) => item.part === part));
}

function leave(items: ItemTable, out: (key: string) => boolean): ItemTable {
  return new Map([...items].filter(([key]) => !out(key)));
}

function isSame(a: ItemTable, b: ItemTable): boolean {
  return a.size === b.size && [...a].every(([key, item]) => isSameMeaning(b.get(key), item));
}
