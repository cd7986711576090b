import { foldName, type Occurrence, type SymbolKind } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import { type FactTable, factTable, oncePerTree } from '../engine/table';
import { ChangedParts } from './changedParts';
import { DialogFact, type DialogPart, dialogPartsIn, dialogTable, isEdited } from './dialogTable';

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
export const names = perSymbol('defined', (mentions) => firstOf(mentions, 'defined'));

/** Where names are used: by folded name the positions, in code unit order. */
export const positions = perSymbol('used', (mentions) => {
  const found = new Map<string, Set<string>>();
  for (const { used } of mentions) {
    if (used.size === 0) continue;
    for (const [key, own] of used) {
      const known = found.get(key) ?? new Set();
      found.set(key, known);
      for (const position of own) known.add(position);
    }
  }
  return new Map([...found].map(([key, all]) => [key, sharedList([...all].sort())]));
});

const lists = new Map<string, string[]>();

/** One list for all names that are used in the same positions: there are some dozens of such lists, and many names. */
function sharedList(list: string[]): string[] {
  const key = list.join();
  const known = lists.get(key);
  if (!known) lists.set(key, list);
  return known ?? list;
}

/** Names that the bot itself uses (not its tests), where it can be understood: by folded name the first as written. */
export const references = perSymbol('certain', (mentions) => firstOf(mentions, 'certain'));

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
export function occurrencesOf({ file, entry }: DialogPart): readonly Occurrence[] {
  const { occurrences } = file;
  const from = placeOf(occurrences, entry.span.start);
  return occurrences.slice(from, placeOf(occurrences, entry.span.end, from));
}

/** Where the first occurrence stands that begins at an offset or behind it. @param from none before begins there */
function placeOf(occurrences: readonly Occurrence[], offset: number, from = 0): number {
  let low = from;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
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

function isSameMention(a: Mentions | undefined, b: Mentions | undefined, which: keyof Mentions): boolean {
  const [before, now] = [a?.[which], b?.[which]];
  if ((before?.size ?? 0) !== (now?.size ?? 0)) return false;
  for (const [key, own] of now ?? []) {
    const old = before?.get(key);
    if (typeof own === 'string' || typeof old === 'string' ? own !== old : !isSameSet(own, old)) return false;
  }
  return true;
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): boolean {
  return a.size === b?.size && [...a].every((one) => b.has(one));
}

type MentionsBySymbol = ReadonlyMap<SymbolKind, Mentions>;

const mentionsOf = new DialogFact((part): MentionsBySymbol => mentionsAmong(occurrencesOf(part)));

/**
 * What a file says about names, in its order: one that somebody edits dialog by dialog, and what stands between them; others
 * all at once.
 */
const mentionsIn = oncePerTree((file): readonly MentionsBySymbol[] => {
  const { occurrences } = file;
  if (!isEdited(file)) return [mentionsAmong(occurrences)];
  const ofDialogs = mentionsOf.in(file);
  const found: MentionsBySymbol[] = [];
  let at = 0;
  for (const [index, { entry }] of dialogPartsIn(file).entries()) {
    const start = placeOf(occurrences, entry.span.start, at);
    if (start > at) found.push(mentionsAmong(occurrences.slice(at, start)));
    found.push(ofDialogs[index] ?? new Map());
    at = placeOf(occurrences, entry.span.end, start);
  }
  if (at < occurrences.length) found.push(mentionsAmong(occurrences.slice(at)));
  return found;
});

const changedMentions = new ChangedParts(mentionsIn);

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

/**
 * Tables by the kind of name.
 *
 * @param which what of the mentions `collect` looks at
 */
function perSymbol<T extends string | string[]>(
  which: keyof Mentions,
  collect: (mentions: readonly Mentions[]) => ReadonlyMap<string, T>,
): PerSymbol<T> {
  const table = (symbol: SymbolKind): FactTable<T> =>
    factTable('all', (file, before) => {
      const changes = before && isEdited(file) ? changedMentions.since(before.file, file) : undefined;
      const isSame = changes?.every(([old, own]) => isSameMention(old.get(symbol), own.get(symbol), which));
      if (before && isSame) return before.facts;
      return collect(mentionsIn(file).flatMap((mentions) => mentions.get(symbol) ?? []));
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
