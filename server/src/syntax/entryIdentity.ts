import type { MapEntry } from './tree';

/** Stands for what an entry holds, wherever edits around it move it. */
export type EntryIdentity = object;

const identities = new WeakMap<MapEntry, EntryIdentity>();

/**
 * What stays the same while an entry is moved: who works something out for an entry alone can keep it under this. Undefined
 * for entries that were never taken over from an earlier text, so that files that nobody edits cost nothing.
 */
export function identityOf(entry: MapEntry): EntryIdentity | undefined {
  return identities.get(entry);
}

/** Takes note that `now` is `before`, or is where `before` has moved to. */
export function sameEntry(before: MapEntry, now: MapEntry): void {
  let identity = identities.get(before);
  if (!identity) {
    identity = {};
    identities.set(before, identity);
  }
  if (now !== before) identities.set(now, identity);
}
