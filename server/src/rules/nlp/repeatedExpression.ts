import { t } from '@vscode/l10n';
import { firstOf } from '../support/definitions';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { normalFormsOf } from '../support/expressions';
import { removal } from '../support/expressionFixes';
import { fileOf } from '../support/fixes';
import { placeInWords } from '../support/sentences';

/** Rule 26, within one intent. */
export const rule: Rule = {
  meta: {
    code: 'nlp/repeated-expression',
    severity: 'warning',
    summary: 'An intent has the same expression twice in a language.',
    description: `The second one teaches nothing and makes the counts lie. Case, accents, punctuation and annotations do not count. Remove one, or say it in another way.`,
    wrong: `
# thanks.intent.yaml
intent: thanks
expressions:
  en: |
    thank you
    Thank you!
# thanks.flow.yaml
flow: thanks
dialogs:
  answer:
    trigger:
      intent: thanks
    next: general/welcome`,
    right: `
# thanks.intent.yaml
intent: thanks
expressions:
  en: |
    thank you
    much obliged
# thanks.flow.yaml
flow: thanks
dialogs:
  answer:
    trigger:
      intent: thanks
    next: general/welcome`,
    source: 'Chatlayer',
  },

  files: ['intent'],

  *checkFile(file, context) {
    for (const item of firstOf(context, file, intentsIn(file))) {
      for (const block of item.expressions.values()) {
        const seen = new Map<string, number>();
        for (const [index, form] of normalFormsOf(block).entries()) {
          const first = block.expressions[seen.get(form) ?? -1];
          const again = block.expressions[index];
          if (!first || !again) {
            seen.set(form, index);
            continue;
          }
          yield {
            span: again.span,
            message: t(
              "Intent '{0}' has this expression already ({1}). Remove one of them.",
              item.name.value,
              placeInWords(file, first.span),
            ),
            related: [{ file, span: first.span, message: t('The first one is here.') }],
            // Written alike, the second one can go without a loss; else its annotations may be the better ones.
            data: { intent: item.name.value, kind: again.source === first.source ? 'safe' : 'choice' },
          };
        }
      }
    }
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    if (!file) return [];
    const { intent = '', kind } = finding.data;
    const isSafe = kind === 'safe';
    return removal(file, finding.span, intent).map((fix) => ({ ...fix, kind: isSafe ? 'safe' : 'choice' }));
  },
};
