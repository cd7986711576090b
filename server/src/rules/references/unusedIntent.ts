import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { removeDocument } from '../edits/documents';
import type { Rule } from '../rule';
import { mayBeUsed } from '../facts/doubt';
import { intentsIn } from '../facts/expressions';
import { positions } from '../facts/names';
import { meantIntents } from '../facts/removed';
import { firstOf } from '../support/definitions';

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

  files: ['intent'],

  *checkFile(file, context) {
    for (const item of firstOf(context, file, intentsIn(file))) {
      const name = item.name.value;
      const uses = context.look(positions.intent, foldName(name));
      if (uses.some(({ value }) => value.includes('trigger'))) continue;
      if (mayBeUsed(context, name) || context.derived(meantIntents, foldName(name))) continue;
      yield {
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
