import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { removeDocument } from '../edits/documents';
import type { Rule } from '../rule';
import { mayBeUsed } from '../facts/doubt';
import { entitiesIn } from '../facts/entities';
import { meantNames } from '../facts/meant';
import { positions } from '../facts/names';
import { firstOf } from '../support/definitions';

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

  files: ['entity'],

  *checkFile(file, context) {
    for (const item of firstOf(context, file, entitiesIn(file))) {
      const name = item.name.value;
      const uses = context.look(positions.entity, foldName(name));
      if (uses.some(({ value }) => value.some((position) => position !== 'test'))) continue;
      if (mayBeUsed(context, name) || context.derived(meantNames.entity, foldName(name))) continue;
      yield {
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
