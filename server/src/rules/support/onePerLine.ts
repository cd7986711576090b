import { t } from '@vscode/l10n';
import type { ProjectFile } from '../../project/snapshot';
import type { ListNode, MapEntry } from '../../syntax/tree';
import { columnOf, newlineOf } from '../edits/lines';
import { editFile } from '../edits/documents';
import { entryAround, entryWithKeyAt } from '../edits/syntaxPath';
import type { Finding, Fix, RuleContext } from '../rule';
import { fileOf } from './fixes';

/**
 * The fix that writes a list of expressions as what they are, one text with an expression per line. Other formats have
 * a list here, so that many begin with one. Not offered where it would lose something, such as a comment.
 */
export function onePerLine(finding: Finding, context: RuleContext): readonly Fix[] {
  const file = fileOf(finding, context);
  if (file?.syntax.kind !== 'intent') return [];
  const { start } = finding.span;
  const { map, entry } = entryWithKeyAt(file.syntax, start) ?? {};
  // A text of several lines cannot stand within braces.
  if (map?.style !== 'block' || entry?.value?.kind !== 'list') return [];
  if (!entryAround(file.syntax, start, 'expressions')) return [];
  const lines = linesOf(entry.value);
  if (!lines || file.syntax.comments.some(({ span }) => isInside(span.start, entry))) return [];
  const newText = literal(file, entry, lines);
  const edit = { span: { start: entry.key.span.end, end: entry.value.span.end }, newText };
  const title = t('Write one per line');
  return [{ title, kind: 'choice', preferred: true, changes: [editFile(file, edit)] }];
}

/** The items as lines; undefined when one of them is no text of one line. */
function linesOf({ items }: ListNode): readonly string[] | undefined {
  const lines: string[] = [];
  for (const item of items) {
    if (item?.kind !== 'scalar' || item.text.trim() === '' || /[\r\n]/.test(item.text)) return undefined;
    lines.push(item.text.trim());
  }
  return lines.length > 0 ? lines : undefined;
}

function literal(file: ProjectFile, entry: MapEntry, lines: readonly string[]): string {
  const { text } = file.syntax;
  const indent = newlineOf(text) + ' '.repeat(columnOf(text, entry.key.span.start) + 2);
  return `: |${lines.map((line) => indent + line).join('')}`;
}

function isInside(offset: number, { span }: MapEntry): boolean {
  return span.start <= offset && offset < span.end;
}
