import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { removeDocument } from '../edits/documents';
import type { Rule } from '../rule';
import { mayBeUsed } from '../support/doubt';
import { firstIntents } from '../support/expressions';
import { meantIntents } from '../support/removed';

/** Rule 4. */
export const rule: Rule = {
  meta: {
    code: 'references/unused-intent',
    severity: 'warning',
    summary: 'No dialog is linked to an intent.',
    description: `The bot understands the intent and has nothing to answer: users get "not understood". Link a dialog to it with \`trigger\`, or delete the intent.

That a conversation test expects the intent is no link.`,
    wrong: `
# lost_and_found.intent.yaml
intent: lost_and_found
expressions:
  en: |
    I left my umbrella on the train`,
    right: `
# lost_and_found.intent.yaml
intent: lost_and_found
expressions:
  en: |
    I left my umbrella on the train
# service.flow.yaml
flow: service
dialogs:
  lost:
    trigger:
      intent: lost_and_found
    say:
      - text:
          en: Our lost property office is open from nine to five.
    end: true`,
    source: "Rasa's validator, Chatlayer",
  },

  *check(context) {
    const { bot } = context;
    const meant = meantIntents(context);
    for (const { file, item } of firstIntents(bot)) {
      const name = item.name.value;
      const used = bot.occurrences('intent', name).some(({ position }) => position === 'trigger');
      if (used || mayBeUsed(bot, name) || meant.has(foldName(name))) continue;
      yield {
        file,
        span: item.name.span,
        message: t(
          "No dialog is linked to intent '{0}': users who say this are not understood. Link a dialog to it, or delete it.",
          name,
        ),
        data: { name },
      };
    }
  },

  fixes(finding, { bot }) {
    const placed = bot.intent(finding.data['name'] ?? '')[0];
    if (!placed) return [];
    return [
      {
        title: t("Delete intent '{0}'", placed.item.name.value),
        kind: 'choice',
        changes: [removeDocument(placed.file, placed.item.document)],
      },
    ];
  },
};
