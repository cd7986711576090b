import { t } from '@vscode/l10n';
import { parseFile } from '../../syntax/parse';
import { applyEdits, type TextEdit } from '../../text/edit';
import { editFile } from '../edits/documents';
import { lineEnd, lineStart } from '../edits/lines';
import type { Finding, Fix, RuleContext } from '../rule';
import { fileOf } from './fixes';

/** Dashes, a key and its colon, then the value; a value that is quoted already does not get another pair. */
const LINE = /^(\s*(?:- +)*(?:[^\s:'"#]+: +)?)([^\s'"].*?)\s*$/;

/** The fix that quotes the text of the line, offered when the file has fewer mistakes of syntax with it. */
export function quoteIt(finding: Finding, context: RuleContext): readonly Fix[] {
  const file = fileOf(finding, context);
  if (!file) return [];
  const { text, uri, kind, problems } = file.syntax;
  const start = lineStart(text, finding.span.start);
  const [, prefix = '', value = ''] = LINE.exec(text.slice(start, lineEnd(text, start))) ?? [];
  if (prefix.trim() === '' || value === '') return [];
  const from = start + prefix.length;
  const edit: TextEdit = { span: { start: from, end: from + value.length }, newText: quoted(value) };
  const after = parseFile(uri, kind, { ok: true, text: applyEdits(text, [edit]) });
  if (after.problems.length >= problems.length) return [];
  return [{ title: t('Quote the text'), kind: 'choice', preferred: true, changes: [editFile(file, edit)] }];
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
