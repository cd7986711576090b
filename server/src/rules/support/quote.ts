import { t } from '@vscode/l10n';
import { makeProjectFile } from '../../model/projectFile';
import type { ProjectFile } from '../../project/snapshot';
import { lineEnd, lineStart } from '../../syntax/lineParts';
import { parseFile } from '../../syntax/parse';
import { applyEdits } from '../../text/edit';
import type { Span } from '../../text/range';
import { editFile } from '../edits/documents';
import type { Finding, Fix, RuleContext } from '../rule';
import { fileOf } from './fixes';

/** Dashes, a key and its colon, then a value that is not quoted already; YAML takes what follows ` #` for a comment. */
const LINE = /^(\s*(?:- +)*(?:[^\s:'"#]+: +)?)([^\s'"].*?)(?:\s+#.*)?\s*$/;

/** The fix that quotes the text of the line, offered when the file has fewer mistakes with it. */
export function quoteLine(finding: Finding, context: RuleContext): readonly Fix[] {
  const file = fileOf(finding, context);
  if (!file) return [];
  const { text } = file.syntax;
  const start = lineStart(text, finding.span.start);
  const [, prefix = '', value = ''] = LINE.exec(text.slice(start, lineEnd(text, start))) ?? [];
  if (prefix.trim() === '') return [];
  const from = start + prefix.length;
  return quote(file, { start: from, end: from + value.length });
}

/** The fix that quotes the value where the finding stands, offered when the file has fewer mistakes with it. */
export function quoteValue(finding: Finding, context: RuleContext): readonly Fix[] {
  const file = fileOf(finding, context);
  return file ? quote(file, finding.span) : [];
}

function quote(file: ProjectFile, span: Span): readonly Fix[] {
  const { text, uri, kind } = file.syntax;
  const value = text.slice(span.start, span.end);
  if (value === '' || /["'\n]/.test(value.charAt(0))) return [];
  const edit = { span, newText: `"${value.replace(/["\\]/g, '\\$&')}"` };
  const after = makeProjectFile(parseFile(uri, kind, { ok: true, text: applyEdits(text, [edit]) }));
  if (!isBetter(after, file)) return [];
  return [{ title: t('Quote the text'), kind: 'choice', preferred: true, changes: [editFile(file, edit)] }];
}

function isBetter(after: ProjectFile, before: ProjectFile): boolean {
  const fewer = after.syntax.problems.length - before.syntax.problems.length;
  return fewer < 0 || (fewer === 0 && after.schemaProblems.length < before.schemaProblems.length);
}
