import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import type { Rule } from '../rule';
import { normalForm } from '../support/expressions';
import { meta } from './fewAnnotations.meta';

/** With fewer different values nothing can be learned. */
const FEWEST = 5;

/** Rule 30: contextual entities that have too little to learn from. One that nothing annotates is unused. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const values = new Map<string, Set<string>>();
    for (const { item } of bot.intents) {
      for (const { expressions } of item.expressions.values()) {
        for (const { entity, text } of expressions.flatMap(({ annotations }) => annotations)) {
          const name = foldName(entity.value);
          const own = values.get(name) ?? new Set();
          values.set(name, own.add(normalForm(text.value)));
        }
      }
    }
    for (const { file, item } of bot.entities) {
      const count = values.get(foldName(item.name.value))?.size ?? 0;
      if (item.type?.value !== 'contextual' || count >= FEWEST || count === 0) continue;
      yield {
        file,
        span: item.name.span,
        message: t(
          "Entity '{0}' is learned from {1} different annotated values; it needs at least {2}. Annotate more expressions.",
          item.name.value,
          count,
          FEWEST,
        ),
      };
    }
  },
};
