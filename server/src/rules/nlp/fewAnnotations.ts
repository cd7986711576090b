import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import type { CheckContext } from '../engine/lookups';
import type { Rule } from '../rule';
import { mayBeUsed } from '../facts/doubt';
import { annotatedValues, entitiesIn, FEWEST_VALUES, unreadAnnotations } from '../facts/entities';
import { meta } from './fewAnnotations.meta';

/** Rule 30: contextual entities that have too little to learn from. One that nothing annotates is unused. */
export const rule: Rule = {
  meta,

  files: ['entity'],

  *checkFile(file, context) {
    for (const item of entitiesIn(file)) {
      const name = foldName(item.name.value);
      const annotated = context.look(annotatedValues, name);
      const count = new Set(annotated.flatMap(({ value }) => value)).size;
      if (item.type?.value !== 'contextual' || count >= FEWEST_VALUES || count === 0) continue;
      // Annotations that cannot be read may be the ones that are missing.
      if (mayBeUsed(context, name) || mayBeAnnotated(context, name)) continue;
      yield {
        span: item.name.span,
        message: t(
          "Entity '{0}' is learned from {1} different annotated values; it needs at least {2}. Annotate more expressions.",
          item.name.value,
          count,
          FEWEST_VALUES,
        ),
      };
    }
  },
};

function mayBeAnnotated(context: CheckContext, entity: string): boolean {
  return [...context.all(unreadAnnotations).keys()].some((source) => source.includes(entity));
}
