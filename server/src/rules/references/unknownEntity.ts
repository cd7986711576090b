import { t } from '@vscode/l10n';
import { nameFault } from '../../model/names';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { newDefinitionUri } from '../edits/documents';
import { entitySkeleton, languagesOf } from '../edits/skeletons';
import type { Fix, Rule } from '../rule';
import { replaceName } from '../support/fixes';
import { suggestionsFor } from '../support/meant';
import { unknownReferences } from '../support/references';
import { didYouMeanSentence, sentences } from '../support/sentences';
import { meta } from './unknownEntity.meta';

/** Rule 6. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkFile(file, context) {
    const suggestions = context.once(suggestionsFor);
    for (const { span, name } of unknownReferences(file, context, 'entity')) {
      const near = suggestions.name('entity', name);
      const advice = didYouMeanSentence(near) ?? t('Create it, or name another entity.');
      yield {
        span,
        message: sentences(t("Entity '{0}' does not exist.", name), advice),
        data: near === undefined ? { name } : { name, near },
      };
    }
  },

  fixes(finding, context) {
    const { name = '', near } = finding.data;
    const change: Fix[] = near === undefined ? [] : replaceName(finding, context, near, true);
    if (nameFault(name)) return change;
    const uri = newDefinitionUri(context.bot, context.bot.entities, name, '.entity.yaml', 'entities');
    const text = entitySkeleton(name, annotatedValues(context.bot, name));
    const create: Fix = {
      title: t("Create entity '{0}'", name),
      kind: 'choice',
      changes: [{ kind: 'create', uri, text }],
    };
    return [...change, create];
  },
};

/** What expressions of the default language annotate with the entity: the first values of its list. */
function annotatedValues(bot: BotSnapshot, name: string): readonly string[] {
  const language = languagesOf(bot)[0] ?? '';
  const annotations = bot.intents.flatMap(({ item }) =>
    (item.expressions.get(language)?.expressions ?? []).flatMap((expression) => expression.annotations),
  );
  const own = annotations.filter(({ entity }) => foldName(entity.value) === foldName(name));
  return [...new Map(own.map(({ text }) => [text.value.toLowerCase(), text.value])).values()];
}
