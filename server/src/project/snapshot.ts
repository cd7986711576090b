import type { Uri } from '../text/uri';
import type { BotDefinition, ConversationTest, Dialog, Entity, Flow, Intent } from '../model/definitions';
import type { Occurrence, SymbolKind } from '../model/occurrence';
import type { ProjectFile } from '../model/projectFile';

export type { ProjectFile } from '../model/projectFile';

/** A definition together with its file: what rules and features pass around. */
export interface Placed<T> {
  readonly file: ProjectFile;
  readonly item: T;
}

export interface PlacedOccurrence extends Occurrence {
  readonly file: ProjectFile;
}

/** Everything about one bot at one moment. Immutable. Names are looked up with case folded. */
export interface BotSnapshot {
  /** The folder that holds bot.yaml. */
  readonly root: Uri;
  /** The bot's name; the folder's name when bot.yaml does not say one. */
  readonly id: string;
  readonly files: ReadonlyMap<Uri, ProjectFile>;
  /** The first `bot` document of bot.yaml. */
  readonly settings: Placed<BotDefinition> | undefined;
  /** bot.yaml itself, present even when it cannot be read or parsed. */
  readonly botFile: ProjectFile;
  /** All definitions of a kind in the order of the files: this reads every file. For their names see `names`. */
  readonly intents: readonly Placed<Intent>[];
  readonly entities: readonly Placed<Entity>[];
  readonly flows: readonly Placed<Flow>[];
  readonly dialogs: readonly Placed<Dialog>[];
  readonly tests: readonly Placed<ConversationTest>[];
  /** All definitions of a name (more than one is a duplicate). Dialogs by `flow/dialog`. */
  intent(name: string): readonly Placed<Intent>[];
  entity(name: string): readonly Placed<Entity>[];
  flow(name: string): readonly Placed<Flow>[];
  dialog(name: string): readonly Placed<Dialog>[];
  /** True when some file defines the name. Costs one look-up, however often the name occurs. */
  isDefined(symbol: SymbolKind, name: string): boolean;
  /** Where a name is defined, in the order of the files. */
  definitions(symbol: SymbolKind, name: string): readonly PlacedOccurrence[];
  /** Where a name is referred to, in the order of the files. */
  references(symbol: SymbolKind, name: string): readonly PlacedOccurrence[];
  /** Every occurrence of a symbol: definitions, then references. */
  occurrences(symbol: SymbolKind, name: string): readonly PlacedOccurrence[];
  /** Every occurrence of a kind of symbol. */
  occurrencesOf(symbol: SymbolKind): readonly PlacedOccurrence[];
  /** Names of a kind as first defined, in stable order. */
  names(symbol: SymbolKind): readonly string[];
  /** The same in steps of a file, as long as nobody has asked for names of this bot. */
  namesInSteps(symbol: SymbolKind): Generator<void, readonly string[], void>;
  /** Some file could not be read or parsed: absence of a name proves nothing, and rules about absence stay silent for it. */
  readonly hasBrokenFiles: boolean;
  /**
   * Addresses of the files that came, went or differ since an earlier snapshot of this bot; undefined when this one did
   * not come from it by changes. Costs what changed.
   */
  changedSince(earlier: BotSnapshot): ReadonlySet<Uri> | undefined;
}

/** The workspace at one moment. Immutable. */
export interface ProjectSnapshot {
  /** Sorted by root. */
  readonly bots: readonly BotSnapshot[];
  /** Definition files that belong to no bot. */
  readonly orphans: readonly ProjectFile[];
  /** The bot to which a file belongs: the nearest folder with a bot.yaml. */
  botOf(file: Uri): BotSnapshot | undefined;
  file(uri: Uri): ProjectFile | undefined;
}
