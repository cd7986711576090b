import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { replaceName } from '../support/fixes';
import { didYouMeanSentence, nearest, sentences } from '../support/sentences';
import { suppressionsOf } from '../suppressions';

/** Codes beyond this many get no suggestion: each is compared with that of every rule. */
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

  *check({ bot, codes = [] }) {
    const named = [...(bot.settings?.item.rules.values() ?? [])].map(({ code }) => ({
      file: bot.botFile,
      code,
    }));
    for (const file of bot.files.values()) {
      for (const { code } of suppressionsOf(file)) if (code) named.push({ file, code });
    }
    const unknown = named.filter(({ code }) => !codes.includes(code.value));
    for (const [index, { file, code }] of unknown.entries()) {
      const near = index < SUGGESTED ? nearest(code.value, codes) : undefined;
      yield {
        file,
        span: code.span,
        message: sentences(t("There is no rule '{0}'.", code.value), didYouMeanSentence(near)),
        data: near === undefined ? {} : { near },
      };
    }
  },

  fixes(finding, context) {
    const { near } = finding.data;
    return near === undefined ? [] : replaceName(finding, context, near, true);
  },
};
