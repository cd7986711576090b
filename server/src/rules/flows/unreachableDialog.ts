import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { dialogsIn } from '../facts/flows';
import { lost } from '../facts/graph';
import { keyOf } from '../support/dialogs';
import { removeHere } from '../support/removeHere';

/** Rule 13. A flow that cannot be entered at all has a rule of its own. */
export const rule: Rule = {
  meta: {
    code: 'flows/unreachable-dialog',
    severity: 'warning',
    summary: 'No trigger, link or default dialog leads to a dialog.',
    description: `No conversation ever gets to the dialog. Link it from another dialog, give it a trigger, or delete it. What only hangs on an unreachable dialog is not reported again.`,
    wrong: `
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
  refund_done:
    say:
      - text:
          en: Your money is on its way.
    end: true
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`,
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
    next: refund_done
  refund_done:
    say:
      - text:
          en: Your money is on its way.
    end: true
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`,
    source: "Rasa's validator, Dialogflow CX",
  },

  files: ['flow'],

  *checkFile(file, context) {
    const units = new Set(context.derived(lost, file.uri));
    for (const item of units.size === 0 ? [] : dialogsIn(file)) {
      if (!units.has(keyOf(item))) continue;
      yield {
        span: item.name.span,
        message: t(
          "No trigger, link or default dialog leads to dialog '{0}'. Link it, give it a trigger, or delete it.",
          item.name.value,
        ),
        data: { name: item.name.value },
      };
    }
  },

  fixes(finding, context) {
    return removeHere(finding, context, t("Delete dialog '{0}'", finding.data['name'] ?? ''));
  },
};
