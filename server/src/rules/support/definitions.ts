import type { Definition, Entity, Flow, Intent } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import type { Lookups } from '../engine/lookups';
import { oncePerTree } from '../engine/table';
import { type DefinedKind, definitions } from '../facts/names';

/** True when the bot has a definition of the name that could be understood; dialogs by `flow/dialog`. */
export function isDefined(lookups: Lookups, kind: DefinedKind, name: string): boolean {
  return lookups.look(definitions[kind], foldName(name)).length > 0;
}

type Named = Intent | Entity | Flow;

/** True for the first definition of its name in the bot: a second one has a finding of its own. */
export function isFirst(lookups: Lookups, file: ProjectFile, item: Named): boolean {
  const key = foldName(item.name.value);
  if (firstByName(file).get(`${item.kind} ${key}`) !== item) return false;
  return lookups.look(definitions[item.kind], key)[0]?.uri === file.uri;
}

/** Those among definitions of a file that are the first of their name in the bot. */
export function firstOf<T extends Named>(
  lookups: Lookups,
  file: ProjectFile,
  items: readonly T[],
): readonly T[] {
  return items.filter((item) => isFirst(lookups, file, item));
}

const firstByName = oncePerTree((file) => {
  const found = new Map<string, Definition>();
  for (const item of file.definitions) {
    const key = `${item.kind} ${foldName(item.name.value)}`;
    if (!found.has(key)) found.set(key, item);
  }
  return found;
});
