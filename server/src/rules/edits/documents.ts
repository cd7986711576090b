import type { TextEdit } from '../../text/edit';
import { joinUri, parentOf, type Uri } from '../../text/uri';
import type { SyntaxDocument } from '../../syntax/tree';
import type { BotSnapshot, Placed, ProjectFile } from '../../project/snapshot';
import type { FileChange } from '../rule';
import { newlineOf } from './lines';

/** A change of one file by edits. */
export function editFile(file: ProjectFile, ...edits: readonly TextEdit[]): FileChange {
  return { kind: 'edit', uri: file.uri, edits };
}

/** Takes a definition away: its document, or the file when it holds nothing else. */
export function removeDocument(file: ProjectFile, document: SyntaxDocument): FileChange {
  const { documents } = file.syntax;
  if (documents.length === 1) return { kind: 'delete', uri: file.uri };
  const next = documents[document.index + 1];
  const { start, end } = document.span;
  const separator = 3;
  const span =
    document.index === 0 && next
      ? { start, end: afterLineBreak(file.syntax.text, next.span.start) }
      : { start: start - separator, end };
  return editFile(file, { span, newText: '' });
}

/** Adds a document behind the last one, with the line breaks of the file. */
export function appendDocument(file: ProjectFile, addition: string): FileChange {
  const { text, documents } = file.syntax;
  const newline = newlineOf(text);
  const lead = text === '' || text.endsWith('\n') ? '' : newline;
  const separator = documents.length === 0 ? '' : `---${newline}`;
  const newText = lead + separator + withNewlines(addition, newline);
  return editFile(file, { span: { start: text.length, end: text.length }, newText });
}

/** The text of one document alone, comments above it included, ending in a line break. */
export function documentText(file: ProjectFile, document: SyntaxDocument): string {
  const text = file.syntax.text.slice(document.span.start, document.span.end);
  return `${text.replace(/^[ \t]*\r?\n/, '').trimEnd()}${newlineOf(file.syntax.text)}`;
}

/**
 * Address for the new file of a definition: in the folder in which most definitions of its kind live.
 * @param suffix `.intent.yaml`, `.entity.yaml` or `.flow.yaml`
 * @param folder where the first of its kind goes, below the bot's root
 */
export function newDefinitionUri(
  bot: BotSnapshot,
  siblings: readonly Placed<unknown>[],
  name: string,
  suffix: string,
  folder: string,
): Uri {
  const home = commonestFolder(siblings) ?? joinUri(bot.root, folder);
  const taken = new Set([...bot.files.keys()].map((uri) => uri.toLowerCase()));
  for (let count = 1; ; count++) {
    const uri = joinUri(home, `${name}${count === 1 ? '' : `-${count}`}${suffix}`);
    if (!taken.has(uri.toLowerCase())) return uri;
  }
}

function commonestFolder(siblings: readonly Placed<unknown>[]): Uri | undefined {
  const counts = new Map<Uri, number>();
  for (const { file } of siblings) {
    const folder = parentOf(file.uri);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  let best: Uri | undefined;
  for (const [folder, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = folder;
  return best;
}

function withNewlines(text: string, newline: string): string {
  return text.replace(/\r?\n/g, newline);
}

function afterLineBreak(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return text[offset] === '\n' ? offset + 1 : offset;
}
