import { t } from '@vscode/l10n';
import type { ProjectFile } from '../../project/snapshot';
import { editFile } from '../edits/documents';
import { isFirstOnLine } from '../edits/lines';
import { wholeLines } from '../edits/yamlEdits';
import type { Report, Rule } from '../rule';
import { fileOf } from '../support/fixes';
import { type Suppression, suppressionsOf } from '../suppressions';
import { meta } from './unusedSuppression.meta';

/** The runner itself reports it, when it knows which comments silenced something. */
export const rule: Rule = {
  meta,

  files: [],

  checkFile: () => [],

  fixes(finding, context) {
    const file = fileOf(finding, context);
    const comment = file && suppressionsOf(file).find(({ span }) => span.start === finding.span.start);
    if (!file || !comment) return [];
    const { text } = file.syntax;
    const { start, end } = comment.span;
    const alone = isFirstOnLine(text, start);
    const before = text.slice(0, start).trimEnd().length;
    const span = alone ? wholeLines(text, comment.span) : { start: before, end };
    return [
      { title: t('Remove this comment'), kind: 'safe', changes: [editFile(file, { span, newText: '' })] },
    ];
  },
};

/**
 * The comments of a file that silence nothing. One that names no rule is another rule's matter.
 * @param used those that silenced a finding
 * @param heard true for codes of rules that spoke: of others nobody knows what they would have said
 */
export function* unusedIn(
  file: ProjectFile,
  used: ReadonlySet<Suppression>,
  heard: (code: string) => boolean,
): Iterable<Report> {
  if (file.isBroken) return;
  for (const suppression of suppressionsOf(file)) {
    const { code, reason, span } = suppression;
    if (!code || !reason || used.has(suppression) || !heard(code.value)) continue;
    const message = t("This comment silences nothing: '{0}' reports nothing here. Remove it.", code.value);
    yield { span, message };
  }
}
