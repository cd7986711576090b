import { t } from '@vscode/l10n';
import { firstOf } from '../support/definitions';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { rootEntry } from '../edits/syntaxPath';
import { languagesOf } from '../facts/settings';
import { hasSchemaProblem } from '../support/mistaken';

/** Rule 27, for the default language. */
export const rule: Rule = {
  meta: {
    code: 'nlp/no-expressions',
    severity: 'error',
    summary: 'An intent has no expressions in the default language.',
    description: `An intent without expressions cannot be learned: nobody can reach its dialogs by saying something. Write what people say, one expression per line; 20 or more make a good start. The default language is the first one under \`languages\` in \`bot.yaml\`.`,
    wrong: `
# refund.intent.yaml
intent: refund
expressions:
  en: |
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    next: general/welcome`,
    right: `
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back
    give me a refund
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    next: general/welcome`,
    source: "Rasa's validator, Dialogflow CX, Kore.ai",
  },

  files: ['intent'],

  *checkFile(file, context) {
    const [language] = languagesOf(context) ?? [];
    if (language === undefined) return;
    for (const item of firstOf(context, file, intentsIn(file))) {
      const block = item.expressions.get(language);
      if (block && block.expressions.length > 0) continue;
      // Without the key at all, or with a mistake behind it, the schema has its finding.
      const entry = rootEntry(item.document, 'expressions');
      if (!entry || hasSchemaProblem(file, entry.span)) continue;
      yield {
        span: block?.language.span ?? entry.key.span,
        message: t(
          "Intent '{0}' has no expressions in '{1}', the default language: write what users say, one per line.",
          item.name.value,
          language,
        ),
      };
    }
  },
};
