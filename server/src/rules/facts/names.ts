import { foldName, type Occurrence, type SymbolKind } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import { type FactTable, factTable, oncePerTree } from '../engine/table';

/** What has a name of its own in the model. */
export type DefinedKind = 'intent' | 'entity' | 'flow' | 'dialog';

/** What could be understood as a definition: by folded name (dialogs as `flow/dialog`) the names as written. */
export const definitions: Readonly<Record<DefinedKind, FactTable<string[]>>> = {
  intent: factTable(['intent'], (file) => definedIn(file, 'intent')),
  entity: factTable(['entity'], (file) => definedIn(file, 'entity')),
  flow: factTable(['flow'], (file) => definedIn(file, 'flow')),
  dialog: factTable(['flow'], ({ definitions: all }) => {
    const found = new Map<string, string[]>();
    for (const item of all) {
      if (item.kind !== 'flow') continue;
      for (const { flow, name } of item.dialogs) {
        append(found, foldName(`${flow}/${name.value}`), `${flow}/${name.value}`);
      }
    }
    return found;
  }),
};

function definedIn(file: ProjectFile, kind: DefinedKind): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const item of file.definitions) {
    if (item.kind === kind) append(found, foldName(item.name.value), item.name.value);
  }
  return found;
}

/** Names that stand where a name is given, whether the rest can be understood or not: by folded name the first as written. */
export const names = perSymbol((occurrences) => {
  const found = new Map<string, string>();
  for (const { role, name } of occurrences) {
    const key = foldName(name);
    if (role === 'definition' && !found.has(key)) found.set(key, name);
  }
  return found;
});

/** Where names are used: by folded name the positions, in code unit order. */
export const positions = perSymbol((occurrences) => {
  const found = new Map<string, string[]>();
  for (const { role, name, position } of occurrences) {
    if (role === 'reference') append(found, foldName(name), position);
  }
  return new Map([...found].map(([key, all]) => [key, [...new Set(all)].sort()]));
});

/** Names that the bot itself uses (not its tests), where it can be understood: by folded name the first as written. */
export const references = perSymbol((occurrences) => {
  const found = new Map<string, string>();
  for (const occurrence of occurrences) {
    const key = foldName(occurrence.name);
    if (isCertain(occurrence) && !found.has(key)) found.set(key, occurrence.name);
  }
  return found;
});

/** References of the bot itself that can be understood: conversation tests have a rule of their own. */
export function isCertain({ role, position, tentative }: Occurrence): boolean {
  return role === 'reference' && position !== 'test' && !tentative;
}

/** The occurrences of one kind of symbol in a file, in its order. */
export function occurrencesIn(file: ProjectFile, symbol: SymbolKind): readonly Occurrence[] {
  return bySymbol(file).get(symbol) ?? [];
}

const bySymbol = oncePerTree((file) => {
  const found = new Map<SymbolKind, Occurrence[]>();
  for (const occurrence of file.occurrences) {
    const own = found.get(occurrence.symbol);
    if (own) own.push(occurrence);
    else found.set(occurrence.symbol, [occurrence]);
  }
  return found;
});

/** Files that could not be read or parsed: a name that is missing may be in one. */
export const brokenFiles = factTable(
  'all',
  ({ isBroken }): ReadonlyMap<string, true> => (isBroken ? BROKEN : WHOLE),
);
const BROKEN: ReadonlyMap<string, true> = new Map([['', true]]);
const WHOLE: ReadonlyMap<string, true> = new Map();

type PerSymbol<T extends string | string[]> = Readonly<Record<SymbolKind, FactTable<T>>>;

function perSymbol<T extends string | string[]>(
  collect: (occurrences: readonly Occurrence[]) => ReadonlyMap<string, T>,
): PerSymbol<T> {
  const table = (symbol: SymbolKind): FactTable<T> =>
    factTable('all', (file) => {
      const occurrences = occurrencesIn(file, symbol);
      return occurrences.length === 0 ? new Map<string, T>() : collect(occurrences);
    });
  return {
    bot: table('bot'),
    intent: table('intent'),
    entity: table('entity'),
    flow: table('flow'),
    dialog: table('dialog'),
    variable: table('variable'),
    context: table('context'),
    language: table('language'),
    test: table('test'),
  };
}

export function append<K, T>(table: Map<K, T[]>, key: K, item: T): void {
  const list = table.get(key);
  if (list) list.push(item);
  else table.set(key, [item]);
}
