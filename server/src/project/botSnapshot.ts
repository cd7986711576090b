import type {
  BotDefinition,
  ConversationTest,
  Definition,
  Dialog,
  Entity,
  Flow,
  Intent,
} from '../model/definitions';
import type { SymbolKind } from '../model/occurrence';
import type { FileKind } from '../syntax/tree';
import { atOnce } from '../text/inPieces';
import { baseNameOf, type Uri } from '../text/uri';
import { type FileChanges, FileTable } from './fileTable';
import { definitionsIn, dialogsIn, nameKey, placesIn } from './fileNames';
import { MentionTable } from './mentions';
import { NameLists } from './nameLists';
import type { BotSnapshot, Placed, PlacedOccurrence, ProjectFile } from './snapshot';

/**
 * Puts the files of one bot together. Tables are built when first asked for: most requests need few of them.
 *
 * @param files every definition file of the bot, in code point order of their addresses, `botFile` among them
 */
export function makeBotSnapshot(
  root: Uri,
  botFile: ProjectFile,
  files: ReadonlyMap<Uri, ProjectFile>,
): FilesOfOneBot {
  return new FilesOfOneBot(root, botFile, FileTable.of(files), undefined, {});
}

/** What was worked out from the files when it was asked for; the next snapshot takes over what a change leaves true. */
interface Known {
  mentions?: MentionTable;
  intents?: readonly Placed<Intent>[];
  entities?: readonly Placed<Entity>[];
  flows?: readonly Placed<Flow>[];
  dialogs?: readonly Placed<Dialog>[];
  tests?: readonly Placed<ConversationTest>[];
  occurrences?: ReadonlyMap<SymbolKind, readonly PlacedOccurrence[]>;
  names?: NameLists;
}

interface Next {
  readonly bot: FilesOfOneBot;
  readonly changes: FileChanges;
}

/** A bot's snapshot, and the way to the next one. */
export class FilesOfOneBot implements BotSnapshot {
  readonly settings: Placed<BotDefinition> | undefined;
  readonly id: string;
  /** How many files are broken, once somebody wanted to know. */
  #broken: number | undefined;
  readonly #known: Known;
  /** The snapshot that followed. Older ones know newer ones, never the other way about, so that none is kept for long. */
  #next: Next | undefined;

  constructor(
    readonly root: Uri,
    readonly botFile: ProjectFile,
    readonly files: FileTable,
    broken: number | undefined,
    known: Known,
  ) {
    this.#broken = broken;
    this.#known = known;
    const settings = botFile.definitions.find((definition) => definition.kind === 'bot');
    this.settings = settings && { file: botFile, item: settings };
    this.id = settings?.name.value ?? baseNameOf(root);
  }

  /**
   * The snapshot after a change, at a cost that follows from the files that changed. This one stays what it is; only the
   * newest snapshot of a bot can be followed by another.
   */
  with(changes: FileChanges): FilesOfOneBot {
    let broken = this.#countBroken();
    for (const [uri, file] of changes) broken += brokenness(file) - brokenness(this.files.get(uri));
    const files = this.files.with(changes);
    const known = this.#knownAfter(changes, files);
    const botFile = changes.get(this.botFile.uri) ?? this.botFile;
    const bot = new FilesOfOneBot(this.root, botFile, files, broken, known);
    this.#next = { bot, changes };
    return bot;
  }

  changedSince(earlier: BotSnapshot): ReadonlySet<Uri> | undefined {
    const changed = new Set<Uri>();
    let version: BotSnapshot = earlier;
    while (version !== this) {
      if (!(version instanceof FilesOfOneBot) || !version.#next) return undefined;
      const { bot, changes }: Next = version.#next;
      for (const uri of changes.keys()) changed.add(uri);
      version = bot;
    }
    return changed;
  }

  /** Works out in steps which names there are and which file mentions which: what a snapshot is asked for first. */
  *prepare(): Generator<void, void, void> {
    this.#countBroken();
    if (!this.#known.mentions) {
      const mentions = yield* MentionTable.inSteps(this.files);
      // Whoever could not wait has made it meanwhile, or this snapshot was followed by another, which has its own.
      if (!this.#next) this.#known.mentions ??= mentions;
    }
    if (!this.#known.names) {
      const names = yield* NameLists.inSteps(this.files);
      if (!this.#next) this.#known.names ??= names;
    }
  }

  /** Forgets the lists of definitions, which hold on to the trees of all files; they are made again when asked for. */
  forgetLists(): void {
    for (const list of Object.values(LISTS_OF).flat()) delete this.#known[list];
  }

  #knownAfter(changes: FileChanges, files: FileTable): Known {
    const { names } = this.#known;
    const known = { ...this.#known };
    delete known.names;
    for (const [uri, file] of changes) {
      const before = this.files.get(uri);
      const kind = file?.kind ?? before?.kind;
      for (const list of kind ? LISTS_OF[kind] : []) delete known[list];
    }
    delete known.occurrences;
    const { mentions } = known;
    if (!mentions) return known;
    const after = mentions.with(changes, this.files);
    const renamed = names?.with(changes, { files: this.files, mentions }, { files, mentions: after });
    return { ...known, mentions: after, ...(renamed && { names: renamed }) };
  }

  get intents(): readonly Placed<Intent>[] {
    return (this.#known.intents ??= this.#all('intent'));
  }

  get entities(): readonly Placed<Entity>[] {
    return (this.#known.entities ??= this.#all('entity'));
  }

  get flows(): readonly Placed<Flow>[] {
    return (this.#known.flows ??= this.#all('flow'));
  }

  get dialogs(): readonly Placed<Dialog>[] {
    return (this.#known.dialogs ??= [...this.files.values()].flatMap((file) =>
      file.kind === 'flow' ? dialogsIn(file).all : [],
    ));
  }

  get tests(): readonly Placed<ConversationTest>[] {
    return (this.#known.tests ??= this.#all('test'));
  }

  get hasBrokenFiles(): boolean {
    return this.#countBroken() > 0;
  }

  intent(name: string): readonly Placed<Intent>[] {
    return this.#named('intent', name);
  }

  entity(name: string): readonly Placed<Entity>[] {
    return this.#named('entity', name);
  }

  flow(name: string): readonly Placed<Flow>[] {
    return this.#named('flow', name);
  }

  dialog(name: string): readonly Placed<Dialog>[] {
    const key = nameKey('dialog', name);
    return this.#filesOf(this.#mentions.of(key, 'definition')).flatMap(
      (file) => dialogsIn(file).byKey.get(key) ?? [],
    );
  }

  isDefined(symbol: SymbolKind, name: string): boolean {
    return this.#mentions.of(nameKey(symbol, name), 'definition').length > 0;
  }

  definitions(symbol: SymbolKind, name: string): readonly PlacedOccurrence[] {
    const key = nameKey(symbol, name);
    const files = this.#filesOf(this.#mentions.of(key, 'definition'));
    return files.flatMap((file) => placesIn(file, key, 'definition'));
  }

  references(symbol: SymbolKind, name: string): readonly PlacedOccurrence[] {
    const key = nameKey(symbol, name);
    const files = this.#filesOf(this.#mentions.of(key, 'reference'));
    return files.flatMap((file) => placesIn(file, key, 'reference'));
  }

  occurrences(symbol: SymbolKind, name: string): readonly PlacedOccurrence[] {
    return [...this.definitions(symbol, name), ...this.references(symbol, name)];
  }

  occurrencesOf(symbol: SymbolKind): readonly PlacedOccurrence[] {
    this.#known.occurrences ??= bySymbol(this.files);
    return this.#known.occurrences.get(symbol) ?? [];
  }

  names(symbol: SymbolKind): readonly string[] {
    return atOnce(this.namesInSteps(symbol));
  }

  *namesInSteps(symbol: SymbolKind): Generator<void, readonly string[], void> {
    this.#known.names ??= yield* NameLists.inSteps(this.files);
    return this.#known.names.of(symbol);
  }

  #countBroken(): number {
    if (this.#broken === undefined) {
      this.#broken = 0;
      for (const file of this.files.values()) this.#broken += brokenness(file);
    }
    return this.#broken;
  }

  get #mentions(): MentionTable {
    return (this.#known.mentions ??= MentionTable.of(this.files));
  }

  #all<K extends Definition['kind']>(kind: K): readonly Placed<DefinitionOf<K>>[] {
    return [...this.files.values()].flatMap((file) =>
      file.kind === kind ? definitionsIn(file).all.filter(isOf(kind)) : [],
    );
  }

  #named<K extends 'intent' | 'entity' | 'flow'>(kind: K, name: string): readonly Placed<DefinitionOf<K>>[] {
    const key = nameKey(kind, name);
    const files = this.#filesOf(this.#mentions.of(key, 'definition'));
    return files.flatMap((file) => (definitionsIn(file).byKey.get(key) ?? []).filter(isOf(kind)));
  }

  #filesOf(uris: readonly Uri[]): readonly ProjectFile[] {
    return uris.flatMap((uri) => this.files.get(uri) ?? []);
  }
}

type DefinitionOf<K extends Definition['kind']> = Extract<Definition, { readonly kind: K }>;

/** The lists that are made of the files of a kind. */
const LISTS_OF: Readonly<Record<FileKind, readonly (keyof Known)[]>> = {
  bot: [],
  intent: ['intents'],
  entity: ['entities'],
  flow: ['flows', 'dialogs'],
  test: ['tests'],
};

function brokenness(file: ProjectFile | undefined): number {
  return file?.isBroken ? 1 : 0;
}

function isOf<K extends Definition['kind']>(kind: K) {
  return (one: Placed<Definition>): one is Placed<DefinitionOf<K>> => one.item.kind === kind;
}

function bySymbol(
  files: ReadonlyMap<Uri, ProjectFile>,
): ReadonlyMap<SymbolKind, readonly PlacedOccurrence[]> {
  const found = new Map<SymbolKind, PlacedOccurrence[]>();
  for (const file of files.values()) {
    for (const occurrence of file.occurrences) {
      const own = found.get(occurrence.symbol);
      if (own) own.push({ ...occurrence, file });
      else found.set(occurrence.symbol, [{ ...occurrence, file }]);
    }
  }
  return found;
}
