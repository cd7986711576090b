import { t } from '@vscode/l10n';
import { removeDocument } from '../edits/documents';
import type { Rule } from '../rule';
import { mayBeUsed } from '../support/doubt';
import { isMeant } from '../support/meant';

/** Rule 6, the other way round. */
export const rule: Rule = {
  meta: {
    code: 'references/unused-entity',
    severity: 'warning',
    summary: 'Nothing annotates or asks for an entity.',
    description: `An entity that no expression annotates and no question asks for costs time in every message and changes nothing. Use it, or delete it.`,
    wrong: `
# platform.entity.yaml
entity: platform
type: system
system: number`,
    right: `
# platform.entity.yaml
entity: platform
type: system
system: number
# platforms.flow.yaml
flow: platforms
dialogs:
  start:
    trigger:
      intent: find_platform
    ask:
      text:
        en: Which platform are you on?
      entity: platform
      next: general/welcome
# find_platform.intent.yaml
intent: find_platform
expressions:
  en: |
    where does my train leave`,
    source: "own; the counterpart of Rasa's unused intents",
  },

  *check({ bot }) {
    for (const { file, item } of bot.entities) {
      const name = item.name.value;
      if (bot.entity(name)[0]?.item !== item) continue;
      if (mayBeUsed(bot, name) || isMeant(bot, 'entity', name)) continue;
      const uses = bot.occurrences('entity', name);
      if (uses.some(({ role, position }) => role === 'reference' && position !== 'test')) continue;
      yield {
        file,
        span: item.name.span,
        message: t(
          "Nothing uses entity '{0}': no expression annotates it, and no dialog asks for it. Use it, or delete it.",
          name,
        ),
        data: { name },
      };
    }
  },

  fixes(finding, { bot }) {
    const placed = bot.entity(finding.data['name'] ?? '')[0];
    if (!placed) return [];
    return [
      {
        title: t("Delete entity '{0}'", placed.item.name.value),
        kind: 'choice',
        changes: [removeDocument(placed.file, placed.item.document)],
      },
    ];
  },
};
