import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { botIn } from '../facts/settings';
import { replaceName } from '../support/fixes';
import { didYouMeanSentence, nearest, sentences } from '../support/sentences';
import { suppressionsOf } from '../suppressions';

/** Codes of a file beyond this many get no suggestion: each is compared with that of every rule. */
const SUGGESTED = 100;

/** A severity or a suppression for a rule that does not exist changes nothing, and its author believes otherwise. */
export const rule: Rule = {
  meta: {
    code: 'rules/unknown-rule',
    severity: 'warning',
    summary: 'A rule is named that does not exist.',
    description: `Under \`rules\` in \`bot.yaml\` and in \`# botlane-ignore\` comments, rules are named by their code, as findings show it. A code that does not exist changes nothing.`,
    wrong: `
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
rules:
  nlp/few-expresions: off`,
    right: `
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
rules:
  nlp/few-expressions: off`,
    source: 'own',
  },

  files: 'all',

  *checkFile(file, { codes }) {
    const settings = botIn(file)?.rules.values() ?? [];
    const named = [...settings, ...suppressionsOf(file)].flatMap(({ code }) => code ?? []);
    const unknown = named.filter(({ value }) => !codes.includes(value));
    for (const [index, { value, span }] of unknown.entries()) {
      const near = index < SUGGESTED ? nearest(value, codes) : undefined;
      yield {
        span,
        message: sentences(t("There is no rule '{0}'.", value), didYouMeanSentence(near)),
        data: near === undefined ? {} : { near },
      };
    }
  },

  fixes(finding, context) {
    const { near } = finding.data;
    return near === undefined ? [] : replaceName(finding, context, near, true);
  },
};
