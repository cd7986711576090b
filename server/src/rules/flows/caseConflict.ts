import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { nameClashes } from '../support/duplicates';
import { placeInWords } from '../support/sentences';

/** Rule 11, its second half: what `flows/duplicate-name` leaves to it, never both. */
export const rule: Rule = {
  meta: {
    code: 'flows/case-conflict',
    severity: 'warning',
    summary: 'Two names differ only by case.',
    description: `Names are compared without regard to case, so \`Refund\` and \`refund\` are one name, and a link to it could mean either. Give one of the two another name.`,
    wrong: `
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    next: Refund
  Refund:
    say:
      - text:
          en: We will look into it.
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
    next: refund_answer
  refund_answer:
    say:
      - text:
          en: We will look into it.
    end: true
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`,
    source: 'Chatlayer',
  },

  files: ['intent', 'entity', 'flow'],

  *checkFile(file, context) {
    for (const { later, earlier, exact } of nameClashes(file, context)) {
      if (exact) continue;
      const place = placeInWords(earlier.file, earlier.name.span);
      yield {
        span: later.span,
        message: t(
          "'{0}' and '{1}' ({2}) differ only by case and count as one name. Rename one of them.",
          later.value,
          earlier.name.value,
          place,
        ),
        related: [{ file: earlier.file, span: earlier.name.span, message: t('The other one is here.') }],
      };
    }
  },
};
