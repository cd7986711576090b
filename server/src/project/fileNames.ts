import type { Definition, Dialog } from '../model/definitions';
import { foldName, type Occurrence, type SymbolKind } from '../model/occurrence';
import type { Placed, PlacedOccurrence, ProjectFile } from './snapshot';

/** Where a file defines one name, and where it refers to it, in its order. */
type Places = Readonly<Record<Occurrence['role'], readonly PlacedOccurrence[]>>;

// What is remembered goes when the file's tree goes: the keys are parts of it.
const places = new WeakMap<readonly Occurrence[], ReadonlyMap<string, Places>>();
const definitions = new WeakMap<readonly Definition[], Defined<Definition>>();
const dialogs = new WeakMap<readonly Definition[], Defined<Dialog>>();

/** What a file defines, in its order, and by the key of the name (a dialog's is `flow/dialog`). */
interface Defined<T> {
  readonly all: readonly Placed<T>[];
  readonly byKey: ReadonlyMap<string, readonly Placed<T>[]>;
}

/** The key of a name, under which its spellings are one. */
export function nameKey(symbol: SymbolKind, name: string): string {
  // Joined, not concatenated: a concatenation drags its parts along, and there are tens of thousands of keys.
  return [symbol, foldName(name)].join(':');
}

/** The places of one file where a name stands in a role. */
export function placesIn(
  file: ProjectFile,
  key: string,
  role: Occurrence['role'],
): readonly PlacedOccurrence[] {
  const { occurrences } = file;
  let found = places.get(occurrences);
  if (!found) places.set(occurrences, (found = placesByKey(file, occurrences)));
  return found.get(key)?.[role] ?? [];
}

/** The definitions of a file. The same objects as long as the file's tree is kept. */
export function definitionsIn(file: ProjectFile): Defined<Definition> {
  let found = definitions.get(file.definitions);
  if (!found) {
    found = byKey(file, file.definitions, ({ kind, name }) => nameKey(kind, name.value));
    definitions.set(file.definitions, found);
  }
  return found;
}

/** The dialogs of a file. The same objects as long as the file's tree is kept. */
export function dialogsIn(file: ProjectFile): Defined<Dialog> {
  let found = dialogs.get(file.definitions);
  if (!found) {
    const items = file.definitions.flatMap((item) => (item.kind === 'flow' ? item.dialogs : []));
    found = byKey(file, items, ({ flow, name }) => nameKey('dialog', `${flow}/${name.value}`));
    dialogs.set(file.definitions, found);
  }
  return found;
}

function placesByKey(file: ProjectFile, occurrences: readonly Occurrence[]): ReadonlyMap<string, Places> {
  const found = new Map<string, Record<Occurrence['role'], PlacedOccurrence[]>>();
  for (const occurrence of occurrences) {
    const key = nameKey(occurrence.symbol, occurrence.name);
    const named = found.get(key) ?? { definition: [], reference: [] };
    found.set(key, named);
    named[occurrence.role].push({ ...occurrence, file });
  }
  return found;
}

function byKey<T>(file: ProjectFile, items: readonly T[], keyOf: (item: T) => string): Defined<T> {
  const all = items.map((item) => ({ file, item }));
  const found = new Map<string, Placed<T>[]>();
  for (const one of all) {
    const key = keyOf(one.item);
    const named = found.get(key);
    if (named) named.push(one);
    else found.set(key, [one]);
  }
  return { all, byKey: found };
}
