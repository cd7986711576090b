import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { newDefinitionUri } from '../edits/documents';
import { languagesOf, testSkeleton } from '../edits/skeletons';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { firstOf } from '../support/definitions';
import { mayCall, staysIn, triggeredFirst } from '../support/firstTurn';
import { meta } from './uncovered.meta';

/** Rule 39. */
export const rule: Rule = {
  meta,

  files: ['intent', 'flow'],

  *checkFile(file, context) {
    const { coverage } = context.measured;
    if (!coverage) return;
    for (const { name } of firstOf(context, file, intentsIn(file))) {
      if (coverage.intents.has(foldName(name.value))) continue;
      yield {
        span: name.span,
        message: t("No conversation test says anything that means intent '{0}'.", name.value),
        data: { intent: name.value, name: name.value },
      };
    }
    const flows = file.definitions.filter((definition) => definition.kind === 'flow');
    for (const { flow, name, trigger } of firstOf(context, file, flows).flatMap(({ dialogs }) => dialogs)) {
      if (coverage.dialogs.has(foldName(`${flow}/${name.value}`))) continue;
      yield {
        span: name.span,
        message: t("No conversation test comes to dialog '{0}/{1}'.", flow, name.value),
        // How the others are reached is a conversation, which a person writes.
        ...(trigger?.intent &&
          trigger.requires.length === 0 && {
            data: { intent: trigger.intent.value, name: name.value, dialog: `${flow}/${name.value}` },
          }),
      };
    }
  },

  fixes({ data: { intent = '', name = '', dialog } }, { bot }) {
    const [language = ''] = languagesOf(bot);
    const placed = bot.intent(intent)[0]?.item;
    const said = placed?.expressions.get(language)?.expressions[0];
    const triggered = triggeredFirst(bot, intent);
    const [first, second] = triggered;
    if (!placed || !said || triggered.some((each) => mayCall(bot, each))) return [];
    // Of several dialogs of an intent only one answers.
    if (dialog !== undefined && (!first || second)) return [];
    const uri = newDefinitionUri(bot, bot.tests, name, '.bottest.yaml', 'tests');
    const end = dialog !== undefined && first && staysIn(first, said) ? dialog : undefined;
    const text = testSkeleton(dialog ?? name, said.plain, placed.name.value, end);
    const title = t("Create a conversation test that says '{0}'", said.plain);
    return [{ title, kind: 'choice', changes: [{ kind: 'create', uri, text }] }];
  },
};
