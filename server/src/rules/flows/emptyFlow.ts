import { t } from '@vscode/l10n';
import { rootEntry } from '../edits/syntaxPath';
import { removeDocument } from '../edits/documents';
import { flowsIn } from '../facts/flows';
import type { Rule } from '../rule';
import { hasSchemaProblem, isMisspelt } from '../support/mistaken';

/** Rule 12. */
export const rule: Rule = {
  meta: {
    code: 'flows/empty-flow',
    severity: 'error',
    summary: 'A flow has no dialogs.',
    description: `A flow without dialogs does nothing. Give it its first dialog under \`dialogs\`, or delete it.`,
    wrong: `
# service.flow.yaml
flow: service
dialogs: {}`,
    right: `
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    say:
      - text:
          en: We will look into it.
    end: true
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`,
    source: "Rasa's validator",
  },

  files: ['flow'],

  *checkFile(file) {
    for (const item of flowsIn(file)) {
      if (item.dialogs.length > 0 || isMisspelt(file, item.document.root, ['dialogs'])) continue;
      const dialogs = rootEntry(item.document, 'dialogs');
      if (dialogs && hasSchemaProblem(file, dialogs.span)) continue;
      yield {
        span: dialogs?.key.span ?? item.name.span,
        message: t(
          "Flow '{0}' has no dialogs: add one under 'dialogs', or delete the flow.",
          item.name.value,
        ),
        data: { name: item.name.value },
      };
    }
  },

  fixes(finding, { bot }) {
    const flow = bot.flow(finding.data['name'] ?? '').find(({ file, item }) => {
      const { start, end } = item.document.span;
      return file.uri === finding.uri && start <= finding.span.start && finding.span.start <= end;
    });
    if (!flow) return [];
    const title = t("Delete flow '{0}'", flow.item.name.value);
    return [{ title, kind: 'choice', changes: [removeDocument(flow.file, flow.item.document)] }];
  },
};
