import { isRefusedName } from '../refusedNames';
import type { MapEntry } from '../tree';
import { refuse } from './refusal';

/** Comparing each with each is faster up to here than making a set. */
const FEW = 8;

/** Refuses a map with a key about which there is something to say: one that stands twice, or that is no name. */
export function checkPlainKeys(entries: readonly MapEntry[]): void {
  const seen = entries.length > FEW ? new Set<string>() : undefined;
  for (let index = 0; index < entries.length; index++) {
    const name = entries[index]?.key.text ?? '';
    if (name === '<<' || isRefusedName(name)) refuse();
    if (seen) {
      if (seen.has(name)) refuse();
      seen.add(name);
    } else {
      for (let other = 0; other < index; other++) if (entries[other]?.key.text === name) refuse();
    }
  }
}
