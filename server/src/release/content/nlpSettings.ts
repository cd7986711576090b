import { decode } from '../../files/decode';
import { parseFile } from '../../syntax/parse';
import type { MapEntry, MapNode, SyntaxFile, SyntaxNode } from '../../syntax/tree';
import { canonicalNode } from './canonical';

const KEY = 'nlp';
const MARK = '\ufeff';

/** bot.yaml as text together with the map at its top. */
interface Settings {
  readonly text: string;
  readonly root: MapNode;
}

/**
 * Puts the `nlp` entry of one bot.yaml into another and leaves every other byte of that as it is. Undefined when one of
 * the files cannot be understood, or when no way of writing the entry means the same there.
 */
export function replaceNlpSettings(into: Uint8Array, from: Uint8Array): Uint8Array | undefined {
  const target = read(into);
  const source = read(from);
  if (!target || !source) return undefined;
  const wanted = entryOf(source.root);
  const present = entryOf(target.root);
  if (meaning(wanted) === meaning(present)) return into;
  for (const text of candidates(target, source, present, wanted)) {
    if (isRight(text, target, wanted)) return encode(into, text);
  }
  return undefined;
}

/** Whether a bot.yaml can be understood. */
export function isReadable(bytes: Uint8Array): boolean {
  return read(bytes) !== undefined;
}

/** Ways to write it, the nicest first: as in the draft, and on one line, which is right at any indentation. */
function* candidates(
  target: Settings,
  source: Settings,
  present: MapEntry | undefined,
  wanted: MapEntry | undefined,
): Generator<string> {
  if (!wanted) {
    if (present) yield* removals(target, present);
    return;
  }
  const eol = target.text.includes('\r\n') ? '\r\n' : '\n';
  const asWritten = slice(source.text, wanted).replaceAll(/\r\n?|\n/g, eol);
  const inline = `${KEY}: ${json(wanted.value)}`;
  for (const entry of target.root.style === 'block' ? [asWritten, inline] : [inline]) {
    yield present ? replaceEntry(target.text, present, entry) : addEntry(target, entry, eol);
  }
}

function replaceEntry(text: string, present: MapEntry, entry: string): string {
  const { start } = present.span;
  return text.slice(0, start) + entry + text.slice(start + slice(text, present).length);
}

function* removals({ text, root }: Settings, present: MapEntry): Generator<string> {
  const end = present.span.start + slice(text, present).length;
  if (root.style === 'block') {
    const newline = text.indexOf('\n', end);
    yield text.slice(0, present.span.start) + (newline < 0 ? '' : text.slice(newline + 1));
    return;
  }
  const index = root.entries.indexOf(present);
  const next = root.entries[index + 1];
  const previous = root.entries[index - 1];
  if (next) yield text.slice(0, present.span.start) + text.slice(next.span.start);
  else if (previous) yield text.slice(0, previous.span.end) + text.slice(end);
}

/** After `languages`, which NLP settings go with; else after the last entry. */
function addEntry({ text, root }: Settings, entry: string, eol: string): string {
  const before = root.entries.find(({ key }) => key.text === 'languages') ?? root.entries.at(-1);
  if (!before) return text;
  const end = before.span.start + slice(text, before).length;
  if (root.style === 'flow') return `${text.slice(0, end)}, ${entry}${text.slice(end)}`;
  const newline = text.indexOf('\n', end);
  const indent = indentAt(text, before.span.start);
  if (newline < 0) return `${text}${eol}${indent}${entry}`;
  return `${text.slice(0, newline + 1)}${indent}${entry}${eol}${text.slice(newline + 1)}`;
}

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(start, offset).replaceAll(/\S/g, ' ');
}

/** The text of an entry without blank lines behind it. */
function slice(text: string, { span }: MapEntry): string {
  return text.slice(span.start, span.end).trimEnd();
}

/** The judge: the rest means what it meant, and `nlp` means what it does in the draft. */
function isRight(text: string, target: Settings, wanted: MapEntry | undefined): boolean {
  const result = rootOf(parse(text));
  return (
    result !== undefined &&
    meaning(entryOf(result)) === meaning(wanted) &&
    rest(result) === rest(target.root) &&
    result.entries.filter(({ key }) => key.text === KEY).length === (wanted ? 1 : 0)
  );
}

function rest(root: MapNode): string {
  return canonicalNode({ ...root, entries: root.entries.filter(({ key }) => key.text !== KEY) });
}

function meaning(entry: MapEntry | undefined): string {
  return entry ? canonicalNode(entry.value) : '';
}

function entryOf(root: MapNode): MapEntry | undefined {
  return root.entries.find(({ key }) => key.text === KEY);
}

/** A node as JSON, which is YAML too. */
function json(node: SyntaxNode | null): string {
  if (node === null) return '{}';
  if (node.kind === 'list') return `[${node.items.map(json).join(', ')}]`;
  if (node.kind === 'map') {
    return `{ ${node.entries.map(({ key, value }) => `${JSON.stringify(key.text)}: ${json(value)}`).join(', ')} }`;
  }
  return node.style === 'plain' && typeof node.value !== 'string' ? node.text : JSON.stringify(node.text);
}

function read(bytes: Uint8Array): Settings | undefined {
  const reading = decode(bytes);
  if (!reading.ok) return undefined;
  const root = rootOf(parse(reading.text));
  return root && { text: reading.text, root };
}

function parse(text: string): SyntaxFile {
  return parseFile('bot:/bot.yaml', 'bot', { ok: true, text });
}

function rootOf({ problems, documents }: SyntaxFile): MapNode | undefined {
  const root = documents[0]?.root;
  return problems.length === 0 && documents.length === 1 && root?.kind === 'map' ? root : undefined;
}

/** Bytes of a changed text, with the byte order mark of the original, which reading leaves out. */
function encode(original: Uint8Array, text: string): Uint8Array {
  const marked = Buffer.from(original.subarray(0, 3)).equals(Buffer.from(MARK));
  return Buffer.from(marked ? MARK + text : text);
}
