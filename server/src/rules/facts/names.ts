import { foldName, type Occurrence, type SymbolKind } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import { identityOf } from '../../syntax/entryIdentity';
import { type FactTable, factTable, oncePerTree } from '../engine/table';
import { DialogMemo, type DialogPart, dialogPartsIn, dialogTable } from './dialogTable';

/** What has a name of its own in the model. */
export type DefinedKind = 'intent' | 'entity' | 'flow' | 'dialog';

/** What could be understood as a definition: by folded name (dialogs as `flow/dialog`) the names as written. */
export const definitions: Readonly<Record<DefinedKind, FactTable<string[]>>> = {
  intent: factTable(['intent'], (file) => definedIn(file, 'intent')),
  entity: factTable(['entity'], (file) => definedIn(file, 'entity')),
  flow: factTable(['flow'], (file) => definedIn(file, 'flow')),
  dialog: dialogTable(({ dialog: { flow, name } }) => {
    const path = `${flow}/${name.value}`;
    return [foldName(path), path];
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
export const names = perSymbol((mentions) => firstOf(mentions, 'defined'));

/** Where names are used: by folded name the positions, in code unit order. */
export const positions = perSymbol((mentions) => {
  const found = new Map<string, Set<string>>();
  for (const { used } of mentions) {
    if (used.size === 0) continue;
    for (const [key, own] of used) {
      const known = found.get(key) ?? new Set();
      found.set(key, known);
      for (const position of own) known.add(position);
    }
  }
  return new Map([...found].map(([key, all]) => [key, [...all].sort()]));
});

/** Names that the bot itself uses (not its tests), where it can be understood: by folded name the first as written. */
export const references = perSymbol((mentions) => firstOf(mentions, 'certain'));

/** References of the bot itself that can be understood: conversation tests have a rule of their own. */
export function isCertain({ role, position, tentative }: Occurrence): boolean {
  return role === 'reference' && position !== 'test' && !tentative;
}

/** The occurrences of one kind of symbol in a file, in its order. */
export function occurrencesIn(file: ProjectFile, symbol: SymbolKind): readonly Occurrence[] {
  return bySymbol(file).get(symbol) ?? [];
}

const bySymbol = oncePerTree((file) => grouped(file.occurrences));

function grouped(occurrences: readonly Occurrence[]): ReadonlyMap<SymbolKind, readonly Occurrence[]> {
  const found = new Map<SymbolKind, Occurrence[]>();
  for (const occurrence of occurrences) append(found, occurrence.symbol, occurrence);
  return found;
}

/** The occurrences in a dialog, in its order. */
export function occurrencesOf(part: DialogPart): readonly Occurrence[] {
  return occurrencesByDialog(part.file).get(part) ?? [];
}

const occurrencesByDialog = oncePerTree(
  (file) => new Map([...stretchesOf(file)].map(({ part, occurrences }) => [part, occurrences])),
);

/** The occurrences of a dialog, or of what stands between two of them. */
interface Stretch {
  readonly part: DialogPart | undefined;
  readonly occurrences: readonly Occurrence[];
}

/** The stretches of a file, in its order. */
function* stretchesOf(file: ProjectFile): Iterable<Stretch> {
  const { occurrences } = file;
  let at = 0;
  const until = (offset: number): readonly Occurrence[] => {
    const from = at;
    while (at < occurrences.length && (occurrences[at]?.span.start ?? 0) < offset) at++;
    return occurrences.slice(from, at);
  };
  for (const part of dialogPartsIn(file)) {
    const between = until(part.entry.span.start);
    if (between.length > 0) yield { part: undefined, occurrences: between };
    yield { part, occurrences: until(part.entry.span.end) };
  }
  yield { part: undefined, occurrences: until(Infinity) };
}

/** Files that could not be read or parsed: a name that is missing may be in one. */
export const brokenFiles = factTable(
  'all',
  ({ isBroken }): ReadonlyMap<string, true> => (isBroken ? BROKEN : WHOLE),
);
const BROKEN: ReadonlyMap<string, true> = new Map([['', true]]);
const WHOLE: ReadonlyMap<string, true> = new Map();

/** What occurrences say about names of one kind, by folded name. */
interface Mentions {
  /** As first written where the name is given. */
  readonly defined: ReadonlyMap<string, string>;
  /** As first written where the bot uses it for certain. */
  readonly certain: ReadonlyMap<string, string>;
  /** The positions in which it is used. */
  readonly used: ReadonlyMap<string, ReadonlySet<string>>;
}

function mentionsAmong(occurrences: readonly Occurrence[]): ReadonlyMap<SymbolKind, Mentions> {
  return new Map(
    [...grouped(occurrences)].map(([symbol, own]) => {
      const defined = new Map<string, string>();
      const certain = new Map<string, string>();
      const used = new Map<string, Set<string>>();
      for (const occurrence of own) {
        const { role, name, position } = occurrence;
        const key = foldName(name);
        if (role === 'definition' && !defined.has(key)) defined.set(key, name);
        if (isCertain(occurrence) && !certain.has(key)) certain.set(key, name);
        if (role === 'reference') used.set(key, (used.get(key) ?? new Set()).add(position));
      }
      return [symbol, { defined, certain, used }];
    }),
  );
}

const ofDialogs = new DialogMemo<ReadonlyMap<SymbolKind, Mentions>>();

/** What a file says about names, stretch by stretch, by the kind of the name. Of a file that nobody edits it is one. */
const mentionsIn = oncePerTree((file) => {
  const found = new Map<SymbolKind, Mentions[]>();
  const isEdited = dialogPartsIn(file).some(({ entry }) => identityOf(entry));
  const stretches = isEdited ? stretchesOf(file) : [{ part: undefined, occurrences: file.occurrences }];
  for (const { part, occurrences } of stretches) {
    const make = (): ReadonlyMap<SymbolKind, Mentions> => mentionsAmong(occurrences);
    for (const [symbol, mentions] of part ? ofDialogs.get(part, make) : make()) {
      append(found, symbol, mentions);
    }
  }
  return found;
});

/** As the first stretch writes them. */
function firstOf(mentions: readonly Mentions[], which: 'defined' | 'certain'): ReadonlyMap<string, string> {
  const [first, second] = mentions;
  if (first && !second) return first[which];
  const found = new Map<string, string>();
  for (const { [which]: own } of mentions) {
    // Of most kinds of names a dialog defines none, and there are many dialogs.
    if (own.size === 0) continue;
    for (const [key, name] of own) if (!found.has(key)) found.set(key, name);
  }
  return found;
}

type PerSymbol<T extends string | string[]> = Readonly<Record<SymbolKind, FactTable<T>>>;

function perSymbol<T extends string | string[]>(
  collect: (mentions: readonly Mentions[]) => ReadonlyMap<string, T>,
): PerSymbol<T> {
  const table = (symbol: SymbolKind): FactTable<T> =>
    factTable('all', (file) => {
      const mentions = mentionsIn(file).get(symbol);
      return mentions ? collect(mentions) : new Map<string, T>();
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
