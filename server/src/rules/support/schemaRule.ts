import { t } from '@vscode/l10n';
import { editFile } from '../edits/documents';
import type { Finding, Fix, Rule, RuleContext, RuleMeta } from '../rule';
import { fileOf } from './fixes';

/**
 * Rule 34: the mistakes of one code that schema validation has found. The sentences are those of the schema room, each
 * with the description of the keyword.
 */
export function schemaRule(
  meta: RuleMeta,
  fixes: (finding: Finding, context: RuleContext) => readonly Fix[] = changeToSuggestion,
): Rule {
  return {
    meta,

    files: 'all',

    *checkFile(file) {
      for (const { code, message, span, suggestions } of file.schemaProblems) {
        if (code !== meta.code) continue;
        yield { span, message, data: suggestions ? { suggestions: suggestions.join('\n') } : {} };
      }
    },

    fixes,
  };
}

function changeToSuggestion(finding: Finding, context: RuleContext): readonly Fix[] {
  const file = fileOf(finding, context);
  const { suggestions = '' } = finding.data;
  if (!file || suggestions === '') return [];
  const names = suggestions.split('\n');
  return names.map(
    (name, index): Fix => ({
      title: t("Change to '{0}'", name),
      // The only key that is near can only have been meant.
      kind: names.length === 1 ? 'safe' : 'choice',
      preferred: index === 0,
      changes: [editFile(file, { span: finding.span, newText: name })],
    }),
  );
}
