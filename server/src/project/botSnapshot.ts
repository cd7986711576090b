import type { BotDefinition, ConversationTest, Dialog, Entity, Flow, Intent } from '../model/definitions';
import { foldName, type SymbolKind } from '../model/occurrence';
import { baseNameOf, type Uri } from '../text/uri';
import type { BotSnapshot, Placed, PlacedOccurrence, ProjectFile } from './snapshot';

type ByName<T> = ReadonlyMap<string, readonly T[]>;

/** Occurrences of one kind of symbol: all of them in file order, and by folded name with definitions first. */
interface OccurrenceTable {
  readonly all: readonly PlacedOccurrence[];
  readonly byName: ByName<PlacedOccurrence>;
  readonly definedNames: readonly string[];
}

const EMPTY_TABLE: OccurrenceTable = { all: [], byName: new Map(), definedNames: [] };

/**
 * Puts the files of one bot together. Tables are built when first asked for: a snapshot is made on every key stroke, and
 * most requests need few of them.
 *
 * @param files every definition file of the bot, in code point order of their addresses, `botFile` among them
 */
export function makeBotSnapshot(
  root: Uri,
  botFile: ProjectFile,
  files: ReadonlyMap<Uri, ProjectFile>,
): BotSnapshot {
  return new FilesOfOneBot(root, botFile, files);
}

class FilesOfOneBot implements BotSnapshot {
  readonly settings: Placed<BotDefinition> | undefined;
  readonly id: string;
  readonly intents: readonly Placed<Intent>[];
  readonly entities: readonly Placed<Entity>[];
  readonly flows: readonly Placed<Flow>[];
  readonly dialogs: readonly Placed<Dialog>[];
  readonly tests: readonly Placed<ConversationTest>[];
  readonly hasBrokenFiles: boolean;

  readonly #intents = lazy(() => byName(this.intents, ({ item }) => item.name.value));
  readonly #entities = lazy(() => byName(this.entities, ({ item }) => item.name.value));
  readonly #flows = lazy(() => byName(this.flows, ({ item }) => item.name.value));
  readonly #dialogs = lazy(() => byName(this.dialogs, ({ item }) => `${item.flow}/${item.name.value}`));
  readonly #occurrences = lazy(() => occurrenceTables(this.files));

  constructor(
    readonly root: Uri,
    readonly botFile: ProjectFile,
    readonly files: ReadonlyMap<Uri, ProjectFile>,
  ) {
    const intents: Placed<Intent>[] = [];
    const entities: Placed<Entity>[] = [];
    const flows: Placed<Flow>[] = [];
    const dialogs: Placed<Dialog>[] = [];
    const tests: Placed<ConversationTest>[] = [];
    let broken = false;
    for (const file of files.values()) {
      if (file.syntax.problems.length > 0) broken = true;
      for (const item of file.definitions) {
        if (item.kind === 'intent') intents.push({ file, item });
        else if (item.kind === 'entity') entities.push({ file, item });
        else if (item.kind === 'test') tests.push({ file, item });
        else if (item.kind === 'flow') {
          flows.push({ file, item });
          for (const dialog of item.dialogs) dialogs.push({ file, item: dialog });
        }
      }
    }
    this.intents = intents;
    this.entities = entities;
    this.flows = flows;
    this.dialogs = dialogs;
    this.tests = tests;
    this.hasBrokenFiles = broken;
    const settings = botFile.definitions.find((definition) => definition.kind === 'bot');
    this.settings = settings && { file: botFile, item: settings };
    this.id = settings?.name.value ?? baseNameOf(root);
  }

  intent(name: string): readonly Placed<Intent>[] {
    return this.#intents().get(foldName(name)) ?? [];
  }

  entity(name: string): readonly Placed<Entity>[] {
    return this.#entities().get(foldName(name)) ?? [];
  }

  flow(name: string): readonly Placed<Flow>[] {
    return this.#flows().get(foldName(name)) ?? [];
  }

  dialog(name: string): readonly Placed<Dialog>[] {
    return this.#dialogs().get(foldName(name)) ?? [];
  }

  occurrences(symbol: SymbolKind, name: string): readonly PlacedOccurrence[] {
    return this.#table(symbol).byName.get(foldName(name)) ?? [];
  }

  occurrencesOf(symbol: SymbolKind): readonly PlacedOccurrence[] {
    return this.#table(symbol).all;
  }

  names(symbol: SymbolKind): readonly string[] {
    return this.#table(symbol).definedNames;
  }

  #table(symbol: SymbolKind): OccurrenceTable {
    return this.#occurrences().get(symbol) ?? EMPTY_TABLE;
  }
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function byName<T>(items: readonly T[], nameOf: (item: T) => string): ByName<T> {
  const table = new Map<string, T[]>();
  for (const item of items) append(table, foldName(nameOf(item)), item);
  return table;
}

function append<T>(table: Map<string, T[]>, key: string, item: T): void {
  const list = table.get(key);
  if (list) list.push(item);
  else table.set(key, [item]);
}

function occurrenceTables(files: ReadonlyMap<Uri, ProjectFile>): ReadonlyMap<SymbolKind, OccurrenceTable> {
  const bySymbol = new Map<SymbolKind, PlacedOccurrence[]>();
  for (const file of files.values()) {
    for (const occurrence of file.occurrences) {
      append<PlacedOccurrence>(bySymbol, occurrence.symbol, { ...occurrence, file });
    }
  }
  const tables = new Map<SymbolKind, OccurrenceTable>();
  for (const [symbol, all] of bySymbol) tables.set(symbol, tableOf(all));
  return tables;
}

function tableOf(all: readonly PlacedOccurrence[]): OccurrenceTable {
  const definitions = all.filter(({ role }) => role === 'definition');
  const references = all.filter(({ role }) => role === 'reference');
  const table = new Map<string, PlacedOccurrence[]>();
  const definedNames: string[] = [];
  for (const occurrence of [...definitions, ...references]) {
    const key = foldName(occurrence.name);
    if (occurrence.role === 'definition' && !table.has(key)) definedNames.push(occurrence.name);
    append(table, key, occurrence);
  }
  return { all, byName: table, definedNames };
}
