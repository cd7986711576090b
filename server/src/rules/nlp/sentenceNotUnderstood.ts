import { t } from '@vscode/l10n';
import type { ConversationTest, Step } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { editFile } from '../edits/documents';
import { expressionLines } from '../edits/expressionLines';
import type { CheckContext } from '../engine/lookups';
import { sameExpressions } from '../facts/expressions';
import { defaultDialog, intentThreshold, languagesOf } from '../facts/settings';
import type { Finding, Fix, Rule } from '../rule';
import { asExpression } from '../support/asExpression';
import { sameKey } from '../support/expressionKeys';
import { normalForm } from '../support/expressions';
import { meta } from './sentenceNotUnderstood.meta';

/** Rule 33. */
export const rule: Rule = {
  meta,

  files: ['test'],

  *checkFile(file, context) {
    const [usual = ''] = languagesOf(context) ?? [];
    const threshold = intentThreshold(context);
    if (threshold === undefined) return;
    for (const test of file.definitions) {
      if (test.kind !== 'test') continue;
      const language = test.language?.value ?? usual;
      const measured = context.measured.nlp.get(language);
      if (!measured) continue;
      for (const { text, expect } of meantToBeUnderstood(test, context)) {
        const answer = measured.sentences.get(text.value);
        if (!answer || answer.score > threshold) continue;
        // It was added to the expressions since.
        if (context.holds(sameExpressions, ...sameKey(language, normalForm(text.value)))) continue;
        yield {
          span: text.span,
          message: t(
            "No expression says this, and the model does not understand it: '{0}' comes first with {1}, and the threshold is {2}. Add it to the expressions of the intent that it means.",
            answer.intent,
            answer.score.toFixed(2),
            threshold,
          ),
          data: {
            language,
            sentence: text.value,
            ...(expect?.intent && { intent: expect.intent.value }),
            ...(expect?.dialog && { dialog: expect.dialog.text.value }),
          },
        };
      }
    }
  },

  fixes(finding, { bot }) {
    const { language = '', sentence = '' } = finding.data;
    return meantIntents(finding, bot).flatMap((intent): Fix[] => {
      const placed = bot.intent(intent)[0];
      const edits = placed && expressionLines(placed, language, [asExpression(sentence)]);
      if (!edits) return [];
      const title = t("Add this sentence to intent '{0}'", placed.item.name.value);
      return [{ title, kind: 'choice', changes: [editFile(placed.file, ...edits)] }];
    });
  },
};

/** What the test says that the sentence means: an intent, or a dialog to which nothing leads but an intent. */
function meantIntents({ data }: Finding, bot: BotSnapshot): readonly string[] {
  const { intent, dialog = '' } = data;
  if (intent !== undefined) return [intent];
  const trigger = bot.dialog(dialog)[0]?.item.trigger?.intent;
  return trigger && !isLinked(bot, dialog) ? [trigger.value] : [];
}

/** Whether the bot comes to a dialog from another one, or by itself: a sentence that ends there may mean anything then. */
function isLinked(bot: BotSnapshot, dialog: string): boolean {
  const itself = foldName(dialog);
  return bot
    .references('dialog', dialog)
    .some(({ position, dialog: from }) => position !== 'test' && foldName(from ?? '') !== itself);
}

type UserStep = Extract<Step, { kind: 'user' }>;

/**
 * The sentences of a test that say what they mean: those with an intent, and the first one, before which nothing was
 * asked. Answers to questions need no intent, and some tests are about not being understood.
 */
function* meantToBeUnderstood(test: ConversationTest, context: CheckContext): Iterable<UserStep> {
  const notUnderstood = foldName(defaultDialog(context, 'notUnderstood') ?? '');
  const first = test.steps.find(({ kind }) => kind !== 'bot' && kind !== 'http');
  for (const step of test.steps) {
    if (step.kind !== 'user') continue;
    const { intent, dialog } = step.expect ?? {};
    if (intent || (step === first && dialog && foldName(dialog.text.value) !== notUnderstood)) yield step;
  }
}
