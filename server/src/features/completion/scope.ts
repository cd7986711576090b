import { flowNameBefore } from './flowName';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import { schemaAt } from '../../schema/registry';
import type { SchemaView } from '../../schema/schemaView';
import type { CursorPath } from '../../syntax/cursorPath';
import { lineStart } from '../../syntax/lineParts';
import { documentAt } from '../../syntax/navigate';

/** Everything that the proposals for one cursor are made from. */
export interface CompletionScope {
  readonly bot: BotSnapshot;
  readonly file: ProjectFile;
  readonly offset: number;
  readonly cursor: CursorPath;
  /** What the schema says about the place at `cursor.keys`. */
  readonly view: SchemaView;
  /** The flow that the document of the cursor holds; undefined in other files. */
  readonly flow: string | undefined;
  /** Column at which a key at the cursor stands: further lines of its value are indented from there. */
  readonly column: number;
  /** What YAML still wants before whatever is inserted: indentation, the dash of an item, the blank behind a colon or dash. */
  readonly lead: string;
  /** The cursor is within `{…}` or `[…]`: everything goes on one line. */
  readonly inBrackets: boolean;
}

/** Undefined where the schema allows nothing. */
export function scopeAt(
  bot: BotSnapshot,
  file: ProjectFile,
  offset: number,
  cursor: CursorPath,
): CompletionScope | undefined {
  const { text } = file.syntax;
  const document =
    documentAt(file.syntax, offset) ??
    file.syntax.documents.find(({ span }) => span.start >= cursor.document.start);
  const view = schemaAt(file.syntax.kind, cursor.keys, document?.root ?? null);
  if (!view) return undefined;
  const start = lineStart(text, cursor.replace.start);
  return {
    bot,
    file,
    offset,
    cursor,
    view,
    flow: file.syntax.kind === 'flow' ? flowNameBefore(text, cursor.document) : undefined,
    column: cursor.replace.start - start,
    lead: leadOf(text, cursor),
    inBrackets: bracketsOpen(text.slice(start, cursor.replace.start)),
  };
}

function leadOf(text: string, { in: place, inside, prefix, replace, indent = 0 }: CursorPath): string {
  const blanks = ' '.repeat(indent);
  if (place === 'item') return `${blanks}- `;
  if (indent > 0) return blanks;
  return inside === 'plain' && prefix === '' && /[:-]/.test(text.charAt(replace.start - 1)) ? ' ' : '';
}

/** Whether the line so far opens a bracket at the start of a value and does not close it. */
function bracketsOpen(line: string): boolean {
  const opening = /(?:^|[:-])\s+[[{]/.exec(line);
  if (!opening) return false;
  let depth = 0;
  for (const unit of line.slice(opening.index)) {
    if (unit === '[' || unit === '{') depth++;
    else if (unit === ']' || unit === '}') depth--;
  }
  return depth > 0;
}
