import { schemaOf } from '../../schema/registry';
import { parseFile } from '../../syntax/parse';
import type { SyntaxFile } from '../../syntax/tree';
import type { TextEdit } from '../../text/edit';
import { CannotFormat, Printer } from './printer';
import { saysTheSame } from './sameContent';

/**
 * Formats a definition file: two spaces per level, keys in the order of the format's description, no blanks at the ends of
 * lines, one blank line between dialogs, at most one elsewhere, none around `---`. Comments stay with what they speak about.
 * Text that people say and read, quotes, and lists and maps in brackets stay as they are written.
 *
 * A file with syntax errors is left alone, and so is one in which formatting would change what it says.
 * @returns at most one edit, without the lines that stay at the start and the end
 */
export function formatting(file: SyntaxFile): readonly TextEdit[] {
  const formatted = formattedText(file);
  return formatted === undefined || formatted === file.text ? [] : [difference(file.text, formatted)];
}

function formattedText(file: SyntaxFile): string | undefined {
  if (file.problems.length > 0) return undefined;
  let text: string;
  try {
    text = new Printer(file, schemaOf(file.kind)).print();
  } catch (error) {
    if (error instanceof CannotFormat) return undefined;
    throw error;
  }
  const after = parseFile(file.uri, file.kind, { ok: true, text });
  return saysTheSame(file, after) ? text : undefined;
}

/** One edit that turns one text into the other, in whole lines. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same++;
  // From the line break on: a place within a line, or between CR and LF, is no place to cut.
  const rest = before.length - same;
  const newline = before.indexOf('\n', rest);
  const end = newline === -1 ? before.length : newline + 1;
  return { span: { start, end }, newText: after.slice(start, after.length - (before.length - end)) };
}
