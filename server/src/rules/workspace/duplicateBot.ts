import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import type { WorkspaceRule } from '../rule';

/** Rule 38. At every bot of the name: each of them could publish over the others. */
export const workspaceRule: WorkspaceRule = {
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

  *checkWorkspace(project) {
    const byName = new Map<string, BotSnapshot[]>();
    for (const bot of project.bots) {
      if (bot.settings) byName.set(bot.id, [...(byName.get(bot.id) ?? []), bot]);
    }
    for (const [name, bots] of byName) {
      if (bots.length < 2) continue;
      for (const bot of bots) {
        const others = bots.filter((other) => other !== bot);
        yield {
          bot: name,
          file: bot.botFile,
          span: bot.settings?.item.name.span ?? { start: 0, end: 0 },
          message: t(
            "Another bot of this workspace is named '{0}' too. Give one of them another name.",
            name,
          ),
          related: others.map((other) => ({
            file: other.botFile,
            span: other.settings?.item.name.span ?? { start: 0, end: 0 },
            message: t('The other one is here.'),
          })),
        };
      }
    }
  },
};
