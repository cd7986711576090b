import { t } from '@vscode/l10n';
import type { Finding, Fix, RuleContext } from '../rule';
import type { ProjectFile } from '../../project/snapshot';
import { editFile } from '../edits/documents';

/** The file of a finding. */
export function fileOf(finding: Finding, { bot, project }: RuleContext): ProjectFile | undefined {
  return bot.files.get(finding.uri) ?? project.file(finding.uri);
}

/** A fix that writes another name where the finding stands. Which name was meant is for a person to say. */
export function replaceName(finding: Finding, context: RuleContext, name: string, preferred = false): Fix[] {
  const file = fileOf(finding, context);
  if (!file) return [];
  return [
    {
      title: t("Change to '{0}'", name),
      kind: 'choice',
      preferred,
      changes: [editFile(file, { span: finding.span, newText: name })],
    },
  ];
}
