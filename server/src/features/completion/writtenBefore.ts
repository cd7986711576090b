import { documentAt, nodeAt } from '../../syntax/navigate';
import type { CompletionScope } from './scope';

/**
 * What the scalar at the cursor holds before it, in the embedded language: escapes of quotes are resolved, and
 * indentation is left out. The cursor knows its line only; earlier ones are there when the file parses so far.
 */
export function writtenBefore({ file, offset, cursor }: CompletionScope): string {
  const document = documentAt(file.syntax, offset);
  const node = document && nodeAt(document, offset)?.node;
  const source =
    node?.kind === 'scalar' && node.content.start <= cursor.replace.start
      ? file.syntax.text.slice(node.content.start, offset)
      : cursor.prefix;
  const text = source.replace(/\r?\n[ \t]*/g, '\n');
  if (cursor.inside === 'single-quoted') return text.replaceAll("''", "'");
  return cursor.inside === 'double-quoted' ? text.replace(/\\(["\\/])/g, '$1') : text;
}
