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
  /** The meaning as one string. */
  readonly canonical: string;
  /** Path in the bot folder. */
  readonly path: string;
  /** Undefined for a file that cannot be understood: then `canonical` is its text. */
  readonly root: SyntaxNode | undefined;
}

/** Items by symbol and name; a second item of the same name has a number behind it. */
export type ItemTable = ReadonlyMap<string, Item>;

const PART_OF: Readonly<Record<FileKind, Part>> = {
  bot: 'flow', // but for its `nlp`
  intent: 'nlp',
  entity: 'nlp',
  flow: 'flow',
  test: 'test',
};

/** Everything in a bot. Its files may have addresses below any of `roots`. */
export function itemsOf(bot: BotSnapshot, roots: readonly Uri[] = [bot.root]): ItemTable {
  return atOnce(itemsInSteps(bot, roots));
}

/** The same in steps, a file at a time: each may have to be read again. */
export function* itemsInSteps(
  bot: BotSnapshot,
  roots: readonly Uri[] = [bot.root],
): Generator<void, ItemTable, void> {
  const table = new Map<string, Item>();
  for (const file of bot.files.values()) {
    const path = pathOf(file.uri, roots);
    for (const item of itemsOfFile(file, path)) {
      const key = `${item.symbol} ${hasTitle(item) ? item.name : foldName(item.name)}`;
      let unique = key;
      for (let count = 2; table.has(unique); count++) unique = `${key} ${count}`;
      table.set(unique, item);
    }
    yield;
  }
  return table;
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
export function partHashes(items: ItemTable): Pick<PartHashes, 'nlp' | 'flow'> {
  return { nlp: hashOfPart(items, 'nlp'), flow: hashOfPart(items, 'flow') };
}

function hashOfPart(items: ItemTable, part: Part): string {
  const lines = [...items.values()]
    .filter((item) => item.part === part)
    .map((item) => JSON.stringify([item.symbol, item.name, item.canonical]))
    .sort();
  return sha256(`${part}\n${lines.join('\n')}`);
}

function itemsOfFile(file: ProjectFile, path: string): readonly Item[] {
  const { kind, problems, text, documents } = file.syntax;
  const part = PART_OF[kind];
  const symbol = kind === 'bot' ? 'settings' : kind;
  if (problems.length > 0) {
    const canonical = text.replaceAll('\r\n', '\n');
    return [{ part, symbol, name: path, canonical, path, root: undefined }];
  }
  if (kind === 'bot') return documents.flatMap((document) => settingsOf(document, path));
  return documents.map((document) => ({
    part,
    symbol: kind,
    name: nameOf(document, kind) ?? path,
    canonical: canonicalDocument(document, kind),
    path,
    root: document.root ?? undefined,
  }));
}

function settingsOf({ root, index }: SyntaxDocument, path: string): readonly Item[] {
  if (root?.kind !== 'map' || index > 0) {
    const name = `${path} ${index}`;
    return [
      {
        part: 'flow',
        symbol: 'settings',
        name,
        canonical: canonicalNode(root),
        path,
        root: root ?? undefined,
      },
    ];
  }
  return root.entries.map(({ key, value }) => ({
    part: key.text === 'nlp' ? 'nlp' : 'flow',
    symbol: 'settings',
    name: key.text,
    canonical: canonicalNode(value),
    path,
    root: value ?? undefined,
  }));
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
