import { t } from '@vscode/l10n';
import { botNames } from '../facts/bots';
import { botIn } from '../facts/settings';
import type { Rule } from '../rule';

/** Rule 38. At every bot of the name: each of them could publish over the others. */
export const workspaceRule: Rule = {
  meta: {
    code: 'workspace/duplicate-bot',
    severity: 'error',
    summary: 'More than one bot.yaml of the workspace claims the same name.',
    description: `The branch and the tags of a bot's versions are named after it: two bots of one name would publish over each other. Give one of them another name.`,
    wrong: `
# sales/bot.yaml
bot: choo-choo
languages: [en]
# service/bot.yaml
bot: choo-choo
languages: [en]`,
    right: `
# sales/bot.yaml
bot: choo-choo-sales
languages: [en]
# service/bot.yaml
bot: choo-choo-service
languages: [en]`,
    source: 'own',
    reference: true,
  },

  files: ['bot'],

  *checkFile(file, context) {
    const bot = botIn(file);
    const name = bot?.name.value ?? '';
    const others = bot ? context.look(botNames, name).filter(({ uri }) => uri !== file.uri) : [];
    if (!bot || others.length === 0) return;
    yield {
      span: bot.name.span,
      message: t("Another bot of this workspace is named '{0}' too. Give one of them another name.", name),
      related: others.flatMap(({ uri }) => {
        const other = context.open(uri);
        const span = other && botIn(other)?.name.span;
        return other && span ? [{ file: other, span, message: t('The other one is here.') }] : [];
      }),
    };
  },
};
