import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { expressionsIn, languagesInUse, type PlacedExpression } from '../support/expressions';
import { removeEither } from '../support/expressionFixes';
import { placeInWords } from '../support/sentences';

/** Rule 26: across intents. Within one intent there is `nlp/repeated-expression`. */
export const rule: Rule = {
  meta: {
    code: 'nlp/duplicate-expression',
    severity: 'error',
    summary: 'Two intents have the same expression in a language.',
    description: `The bot cannot learn which intent is meant. Case, accents, punctuation and annotations do not count: \`Thanks!\` and \`thanks\` are the same. Keep the expression in the intent that should win, and remove it from the other.`,
    wrong: `
# bye.intent.yaml
intent: bye
expressions:
  en: |
    thanks, bye
# thanks.intent.yaml
intent: thanks
expressions:
  en: |
    Thanks, bye!
    thank you
# general_answers.flow.yaml
flow: general_answers
dialogs:
  bye:
    trigger:
      intent: bye
    next: general/welcome
  thanks:
    trigger:
      intent: thanks
    next: general/welcome`,
    right: `
# bye.intent.yaml
intent: bye
expressions:
  en: |
    thanks, bye
# thanks.intent.yaml
intent: thanks
expressions:
  en: |
    thank you
# general_answers.flow.yaml
flow: general_answers
dialogs:
  bye:
    trigger:
      intent: bye
    next: general/welcome
  thanks:
    trigger:
      intent: thanks
    next: general/welcome`,
    source: "Rasa's validator, Chatlayer",
  },

  *check({ bot }) {
    for (const language of languagesInUse(bot)) {
      const seen = new Map<string, PlacedExpression>();
      for (const later of expressionsIn(bot, language)) {
        const earlier = seen.get(later.normal);
        if (!earlier) seen.set(later.normal, later);
        else if (earlier.intent.item !== later.intent.item) {
          const place = placeInWords(earlier.intent.file, earlier.expression.span);
          const other = earlier.intent.item.name.value;
          yield {
            file: later.intent.file,
            span: later.expression.span,
            message: t(
              "'{0}' is also an expression of intent '{1}' ({2}). Keep it in one of them.",
              later.expression.plain,
              other,
              place,
            ),
            related: [
              {
                file: earlier.intent.file,
                span: earlier.expression.span,
                message: t("Intent '{0}' has it here.", other),
              },
            ],
            data: { intent: later.intent.item.name.value, other },
          };
        }
      }
    }
  },

  fixes: removeEither,
};
