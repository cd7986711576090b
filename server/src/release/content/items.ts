import { foldName } from '../../model/occurrence';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { FileKind, MapNode, SyntaxDocument, SyntaxNode } from '../../syntax/tree';
import { atOnce } from '../../text/inPieces';
import { relativePath } from '../../text/uri';
import type { Uri } from '../../text/uri';
import type { Part, PartHashes } from '../contract';
import { canonicalEntries, canonicalExpressions, canonicalNode } from './canonical';
import { sha256 } from './hashes';

/**
 * A piece of a bot that is compared and hashed on its own: an intent, an entity, a flow, a test, or one setting of
 * bot.yaml. Every piece of every file is in exactly one of the parts.
 */
export interface Item {
  readonly part: Part;
  readonly symbol: 'intent' | 'entity' | 'flow' | 'settings' | 'test';
  readonly name: string;
  /** SHA-256 of the meaning. */
  readonly digest: string;
  /** The meaning as one string; undefined where only its hash was remembered. */
  readonly canonical: string | undefined;
  /** Path in the bot folder. */
  readonly path: string;
  /** Undefined for a file that cannot be understood: then the meaning is its text. */
  readonly root: SyntaxNode | undefined;
  /** How much it holds, where that was remembered: it is counted in `root` otherwise. */
  readonly holds?: { readonly count: number | undefined };
}

/** An item as it was found in its file. */
export interface FoundItem extends Item {
  readonly canonical: string;
}

/** Items by symbol and name; a second item of the same name has a number behind it. */
export type ItemTable = ReadonlyMap<string, Item>;
export type FoundItems = ReadonlyMap<string, FoundItem>;

const PART_OF: Readonly<Record<FileKind, Part>> = {
  bot: 'flow', // but for its `nlp`
  intent: 'nlp',
  entity: 'nlp',
  flow: 'flow',
  test: 'test',
};

/** Everything in a bot. Its files may have addresses below any of `roots`. */
export function itemsOf(bot: BotSnapshot, roots: readonly Uri[] = [bot.root]): FoundItems {
  return atOnce(itemsInSteps(bot, roots));
}

/** The same in steps, a file at a time: each may have to be read again. */
export function* itemsInSteps(
  bot: BotSnapshot,
  roots: readonly Uri[] = [bot.root],
): Generator<void, FoundItems, void> {
  const found: FoundItem[] = [];
  for (const file of bot.files.values()) {
    found.push(...itemsOfFile(file, pathOf(file.uri, roots)));
    yield;
  }
  return tableOf(found);
}

/** Puts items into a table, in the order of their files. */
export function tableOf<T extends Item>(items: Iterable<T>): ReadonlyMap<string, T> {
  const table = new Map<string, T>();
  for (const item of items) {
    const key = `${item.symbol} ${hasTitle(item) ? item.name : foldName(item.name)}`;
    let unique = key;
    for (let count = 2; table.has(unique); count++) unique = `${key} ${count}`;
    table.set(unique, item);
  }
  return table;
}

/** True for items of the same meaning, and where there is none on either side. */
export function isSameMeaning(a: Item | undefined, b: Item | undefined): boolean {
  if (a?.canonical !== undefined && b?.canonical !== undefined) return a.canonical === b.canonical;
  return a?.digest === b?.digest;
}

/** Keys of bot.yaml and titles of tests are texts; all other names are the same whatever their case. */
function hasTitle({ symbol }: Item): boolean {
  return symbol === 'settings' || symbol === 'test';
}

/** Path of a file in its bot. */
export function pathOf(uri: Uri, roots: readonly Uri[]): string {
  for (const root of roots) {
    const path = relativePath(root, uri);
    if (path !== undefined) return path;
  }
  return uri;
}

/** Hashes of NLP part and flow part. */
export function partHashes(items: FoundItems): Pick<PartHashes, 'nlp' | 'flow'> {
  return { nlp: hashOfPart(items, 'nlp'), flow: hashOfPart(items, 'flow') };
}

function hashOfPart(items: FoundItems, part: Part): string {
  const lines = [...items.values()]
    .filter((item) => item.part === part)
    .map((item) => JSON.stringify([item.symbol, item.name, item.canonical]))
    .sort();
  return sha256(`${part}\n${lines.join('\n')}`);
}

/** The items of one file, in the order in which they stand there. */
export function itemsOfFile(file: ProjectFile, path: string): readonly FoundItem[] {
  const { kind, problems, text, documents } = file.syntax;
  const part = PART_OF[kind];
  const symbol = kind === 'bot' ? 'settings' : kind;
  if (problems.length > 0) {
    const canonical = text.replaceAll('\r\n', '\n');
    return [new ItemInFile({ part, symbol, name: path, canonical, path, root: undefined })];
  }
  if (kind === 'bot') return documents.flatMap((document) => settingsOf(document, path));
  return documents.map(
    (document) =>
      new ItemInFile({
        part,
        symbol: kind,
        name: nameOf(document, kind) ?? path,
        canonical: canonicalDocument(document, kind),
        path,
        root: document.root ?? undefined,
      }),
  );
}

/** The trees of the same items in the same order, without what they mean being made out. */
export function rootsOfFile(file: ProjectFile): readonly (SyntaxNode | undefined)[] {
  const { kind, problems, documents } = file.syntax;
  if (problems.length > 0) return [undefined];
  return documents.flatMap(({ root, index }) =>
    kind === 'bot' && root?.kind === 'map' && index === 0
      ? root.entries.map(({ value }) => value ?? undefined)
      : [root ?? undefined],
  );
}

type ItemFields = Pick<FoundItem, 'part' | 'symbol' | 'name' | 'canonical' | 'path' | 'root'>;

class ItemInFile implements FoundItem {
  readonly part: Part;
  readonly symbol: Item['symbol'];
  readonly name: string;
  readonly canonical: string;
  readonly path: string;
  readonly root: SyntaxNode | undefined;
  #digest: string | undefined;

  constructor({ part, symbol, name, canonical, path, root }: ItemFields) {
    this.part = part;
    this.symbol = symbol;
    this.name = name;
    this.canonical = canonical;
    this.path = path;
    this.root = root;
  }

  get digest(): string {
    return (this.#digest ??= sha256(this.canonical));
  }
}

function settingsOf({ root, index }: SyntaxDocument, path: string): readonly FoundItem[] {
  if (root?.kind !== 'map' || index > 0) {
    const name = `${path} ${index}`;
    return [
      new ItemInFile({
        part: 'flow',
        symbol: 'settings',
        name,
        canonical: canonicalNode(root),
        path,
        root: root ?? undefined,
      }),
    ];
  }
  return root.entries.map(
    ({ key, value }) =>
      new ItemInFile({
        part: key.text === 'nlp' ? 'nlp' : 'flow',
        symbol: 'settings',
        name: key.text,
        canonical: canonicalNode(value),
        path,
        root: value ?? undefined,
      }),
  );
}

function nameOf({ root }: SyntaxDocument, kind: FileKind): string | undefined {
  const value = root?.kind === 'map' ? entryOf(root, kind) : undefined;
  return value?.kind === 'scalar' && value.text !== '' ? value.text : undefined;
}

/** What stands behind a key of a map; undefined when nothing does. */
export function entryOf(map: MapNode, key: string): SyntaxNode | undefined {
  return map.entries.find((entry) => entry.key.text === key)?.value ?? undefined;
}

function canonicalDocument({ root }: SyntaxDocument, kind: FileKind): string {
  if (kind !== 'intent' || root?.kind !== 'map') return canonicalNode(root);
  return canonicalEntries(
    root.entries.map(({ key, value }) => [
      key.text,
      key.text === 'expressions' ? canonicalExpressions(value) : canonicalNode(value),
    ]),
  );
}
