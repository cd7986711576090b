import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { SyntaxNode } from '../../syntax/tree';
import { joinUri, type Uri } from '../../text/uri';
import type { PartHashes } from '../contract';
import { holdsOf } from '../difference/difference';
import { itemsInSteps, partHashes, rootsOfFile, tableOf } from './items';
import type { FoundItems, Item, ItemTable } from './items';
import type { ContentMemory } from './memory';
import { isListOf, isNumber, isRecord, isText } from './shapes';

/** The items of a bot, and the hashes of the parts that they make up. */
export interface HashedItems {
  readonly items: ItemTable;
  readonly parts: Pick<PartHashes, 'nlp' | 'flow'>;
}

/** An item without its tree, as it is kept: part, symbol, name, path, hash of the meaning, how much it holds. */
type KeptItem = readonly [Item['part'], Item['symbol'], string, string, string, number | null];

interface KeptItems {
  readonly items: readonly KeptItem[];
  readonly parts: HashedItems['parts'];
}

/**
 * Hashes the items of a bot in steps.
 *
 * @param roots its files have addresses below any of them
 */
export function* hashedItemsInSteps(
  bot: BotSnapshot,
  roots: readonly Uri[],
): Generator<void, HashedItems & { readonly items: FoundItems }, void> {
  const items = yield* itemsInSteps(bot, roots);
  const parts = partHashes(items);
  yield;
  return { items, parts };
}

/**
 * The same of a bot all of whose files are below its root; remembered from one run of the program to the next. Files that
 * nobody asks about are not parsed for it.
 *
 * @param definition hash of exactly the files that the bot was made of
 */
export function* rememberedItems(
  memory: ContentMemory,
  bot: BotSnapshot,
  definition: string,
): Generator<void, HashedItems, void> {
  const key = JSON.stringify(['items', definition]);
  const known = memory.recall(key);
  if (isKeptItems(known)) return { items: itemsFrom(bot, known.items), parts: known.parts };
  const { items, parts } = yield* hashedItemsInSteps(bot, [bot.root]);
  const kept: KeptItems = { items: [...items.values()].map(keptItem), parts };
  memory.keep(key, kept);
  return { items, parts };
}

const PARTS: ReadonlySet<unknown> = new Set<Item['part']>(['nlp', 'flow', 'test']);
const SYMBOLS: ReadonlySet<unknown> = new Set<Item['symbol']>([
  'intent',
  'entity',
  'flow',
  'settings',
  'test',
]);

/** False for anything that was not kept here. */
function isKeptItems(value: unknown): value is KeptItems {
  if (!isRecord(value) || !isListOf(value['items'], isKeptItem)) return false;
  const { parts } = value;
  return isRecord(parts) && [parts['nlp'], parts['flow']].every(isText);
}

function isKeptItem(value: unknown): value is KeptItem {
  if (!Array.isArray(value)) return false;
  const [part, symbol, name, path, digest, count] = value as readonly unknown[];
  const texts = [name, path, digest];
  return PARTS.has(part) && SYMBOLS.has(symbol) && texts.every(isText) && (count === null || isNumber(count));
}

function keptItem(item: Item): KeptItem {
  const { part, symbol, name, path, digest } = item;
  return [part, symbol, name, path, digest, holdsOf(item) ?? null];
}

function itemsFrom(bot: BotSnapshot, kept: readonly KeptItem[]): ItemTable {
  const counts = new Map<string, number>();
  const roots = new Map<string, RootsOfFile>();
  return tableOf(
    kept.map(([part, symbol, name, path, digest, count]) => {
      const index = counts.get(path) ?? 0;
      counts.set(path, index + 1);
      const known = roots.get(path) ?? new RootsOfFile(bot.files.get(joinUri(bot.root, path)));
      roots.set(path, known);
      const holds = { count: count ?? undefined };
      return new RememberedItem({ part, symbol, name, path, digest, holds }, known, index);
    }),
  );
}

/** The trees of a file's items: looked for once, however many items it has, when somebody asks for one. */
class RootsOfFile {
  readonly #file: ProjectFile | undefined;
  #roots: readonly (SyntaxNode | undefined)[] | undefined;

  constructor(file: ProjectFile | undefined) {
    this.#file = file;
  }

  at(index: number): SyntaxNode | undefined {
    this.#roots ??= this.#file ? rootsOfFile(this.#file) : [];
    return this.#roots[index];
  }
}

/** An item whose file is parsed when somebody asks for its tree. */
class RememberedItem implements Item {
  readonly part: Item['part'];
  readonly symbol: Item['symbol'];
  readonly name: string;
  readonly path: string;
  readonly digest: string;
  readonly canonical = undefined;
  readonly holds: NonNullable<Item['holds']>;
  readonly #roots: RootsOfFile;
  readonly #index: number;

  constructor(
    { part, symbol, name, path, digest, holds }: Omit<Required<Item>, 'canonical' | 'root'>,
    roots: RootsOfFile,
    index: number,
  ) {
    this.part = part;
    this.symbol = symbol;
    this.name = name;
    this.path = path;
    this.digest = digest;
    this.holds = holds;
    this.#roots = roots;
    this.#index = index;
  }

  get root(): SyntaxNode | undefined {
    return this.#roots.at(this.#index);
  }
}
