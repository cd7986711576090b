import { t } from '@vscode/l10n';
import { editFile } from '../edits/documents';
import { entryWithKeyAt } from '../edits/syntaxPath';
import { removeEntry } from '../edits/yamlEdits';
import type { Finding, Fix, RuleContext } from '../rule';
import { fileOf } from './fixes';

/** The fix that takes the entry out whose key the finding stands at. */
export function removeHere(finding: Finding, context: RuleContext, title?: string): readonly Fix[] {
  const file = fileOf(finding, context);
  const found = file && entryWithKeyAt(file.syntax, finding.span.start);
  if (!file || !found) return [];
  const edit = removeEntry(file.syntax.text, found.map, found.entry);
  const own = t("Remove this '{0}'", found.entry.key.text);
  return [{ title: title ?? own, kind: 'choice', changes: [editFile(file, edit)] }];
}
