import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { botIn, nameOfBot } from '../facts/settings';
import { sentences } from '../support/sentences';

/** What the rules that compare with LIVE say instead when LIVE is not known: once per bot. */
export const rule: Rule = {
  meta: {
    code: 'release/live-unknown',
    severity: 'warning',
    summary: 'It is not known what is live.',
    description: `The live branch of the bot was not fetched, or cannot be read, so nothing can be compared with LIVE: a removed intent is reported as an unknown one, and publishing is closed. It is never taken for a bot that was not published yet.

Fetch the live branch, for instance with \`git fetch origin\`; in CI, fetch all branches.`,
    wrong: `
# LIVE: not fetched
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled`,
    right: `
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled`,
    source: 'own',
    live: true,
  },

  files: ['bot'],

  *checkFile(file, { live }) {
    if (live.kind !== 'unknown') return;
    const bot = botIn(file);
    yield {
      span: bot?.name.span ?? { start: 0, end: 0 },
      message: sentences(live.reason, t("Nothing of bot '{0}' was compared with LIVE.", nameOfBot(file))),
    };
  },
};
