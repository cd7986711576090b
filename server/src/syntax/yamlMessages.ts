import { t } from '@vscode/l10n';
import type { ErrorCode } from 'yaml';

/**
 * A sentence for a mistake that the YAML library found: what is wrong and what to do.
 *
 * @param detail The library's own message; it tells apart mistakes that share a code.
 * @param excerpt The text at the place of the mistake, on one line.
 */
export function yamlMessage(code: ErrorCode, detail: string, excerpt: string): string {
  switch (code) {
    case 'BAD_INDENT':
      if (detail.includes('Block scalar'))
        return t('Lines of a text block must be indented as far as its first line.');
      return t(
        'This line is not indented like its neighbours: keys and items of one level start in the same column.',
      );
    case 'TAB_AS_INDENT':
      return t('A tab cannot indent: use spaces.');
    case 'BAD_DQ_ESCAPE':
      return t(
        "'{0}' is not an escape within double quotes: write '\\\\' for a backslash, or use single quotes.",
        excerpt,
      );
    case 'BAD_SCALAR_START':
      return t("A text cannot start with '{0}' here: quote it.", excerpt.charAt(0));
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (detail.startsWith('Nested'))
        return t("A text that holds ': ' must be quoted, or the key belongs on a line of its own.");
      return t('A list cannot be a key: put the list behind a key, on lines of its own.');
    case 'BLOCK_IN_FLOW':
      return t("Lines that start with '- ' cannot stand within brackets: close the bracket before.");
    case 'MULTILINE_IMPLICIT_KEY':
      return t('A key must stand on one line, with a colon behind it.');
    case 'KEY_OVER_1024_CHARS':
      return t('A key can be at most 1,024 characters long.');
    case 'MISSING_CHAR':
      return missing(detail, excerpt);
    case 'UNEXPECTED_TOKEN':
      if (detail.includes('block-seq-ind')) return t('A list starts on the line below its key.');
      if (detail.includes('flow-collection') || detail.includes('at node end')) {
        return t(
          "'{0}' is not expected here: quote the whole text, or put it on a line of its own.",
          excerpt,
        );
      }
      if (detail.includes('extra characters')) {
        return t(
          "'{0}' does not start a text block: write '|' alone and the text on the following lines, or quote the text.",
          excerpt,
        );
      }
      return t("'{0}' is not expected here.", excerpt);
    default:
      return t('This is not valid YAML: {0}.', detail.replace(/\.$/, ''));
  }
}

function missing(detail: string, excerpt: string): string {
  if (detail.startsWith('Implicit map keys'))
    return t("A colon is missing behind '{0}': write '{0}: ' and its value.", excerpt);
  if (detail.startsWith('Comments'))
    return t("Write a space before '#' to start a comment, or quote the text.");
  if (detail.includes('directives-end marker')) return t("Start the document on the line below '---'.");
  if (detail.includes('leading empty lines')) {
    return t('Blank lines before the text of a block must not be indented deeper than the text.');
  }
  if (detail.includes('Missing ,')) return t("A comma is missing between the items before '{0}'.", excerpt);
  if (detail.includes('- indicator')) return t("A list item must start with '- '.");
  return t('This is not valid YAML: {0}.', detail);
}
