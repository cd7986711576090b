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

/** The same for an entry of a file that somebody edits: from now on it has one. */
export function lastingIdentityOf(entry: MapEntry): EntryIdentity {
  let identity = identities.get(entry);
  if (!identity) {
    identity = {};
    identities.set(entry, identity);
  }
  return identity;
}

/** Takes note that `now` is `before`, or is where `before` has moved to. */
export function sameEntry(before: MapEntry, now: MapEntry): void {
  const identity = lastingIdentityOf(before);
  if (now !== before) identities.set(now, identity);
}
