import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { removeDocument } from '../edits/documents';
import type { Rule } from '../rule';
import { flowsIn } from '../facts/flows';
import { lost } from '../facts/graph';
import { firstOf } from '../support/definitions';

/** Rule 13, for whole flows; instead of a finding on each of its dialogs. */
export const rule: Rule = {
  meta: {
    code: 'flows/unused-flow',
    severity: 'warning',
    summary: 'No conversation ever enters a flow.',
    description: `None of the dialogs of the flow has a trigger, is a default dialog, or is linked from a dialog that can be reached. Link the flow from elsewhere, give one of its dialogs a trigger, or delete it.`,
    wrong: `
# groups.flow.yaml
flow: groups
dialogs:
  start:
    say:
      - text:
          en: Our group desk will call you.
    end: true`,
    right: `
# groups.flow.yaml
flow: groups
dialogs:
  start:
    trigger:
      intent: group_booking
    say:
      - text:
          en: Our group desk will call you.
    end: true
# group_booking.intent.yaml
intent: group_booking
expressions:
  en: |
    we are a school class`,
    source: 'Dialogflow CX',
  },

  files: ['flow'],

  *checkFile(file, context) {
    const units = new Set(context.derived(lost, file.uri));
    // A second flow of the same name has a finding for that.
    for (const item of units.size === 0 ? [] : firstOf(context, file, flowsIn(file))) {
      const name = item.name.value;
      if (!units.has(foldName(name))) continue;
      yield {
        span: item.name.span,
        message: t(
          "No conversation enters flow '{0}': none of its dialogs has a trigger or is linked from outside. Link it, or delete it.",
          name,
        ),
        data: { name },
      };
    }
  },

  fixes(finding, { bot }) {
    const flow = bot.flow(finding.data['name'] ?? '')[0];
    if (!flow) return [];
    const title = t("Delete flow '{0}'", flow.item.name.value);
    return [{ title, kind: 'choice', changes: [removeDocument(flow.file, flow.item.document)] }];
  },
};
