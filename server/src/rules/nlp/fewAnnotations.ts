import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import type { Rule } from '../rule';
import { mayBeUsed } from '../support/doubt';
import { normalForm } from '../support/expressions';
import { meta } from './fewAnnotations.meta';

/** With fewer different values nothing can be learned. */
const FEWEST = 5;

/** Rule 30: contextual entities that have too little to learn from. One that nothing annotates is unused. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const values = new Map<string, Set<string>>();
    // Annotations that cannot be read may be the ones that are missing.
    const unread: string[] = [];
    for (const { item } of bot.intents) {
      for (const { expressions } of item.expressions.values()) {
        for (const { source, problems } of expressions)
          if (problems.length > 0) unread.push(foldName(source));
        for (const { entity, text } of expressions.flatMap(({ annotations }) => annotations)) {
          const name = foldName(entity.value);
          const own = values.get(name) ?? new Set();
          values.set(name, own.add(normalForm(text.value)));
        }
      }
    }
    for (const { file, item } of bot.entities) {
      const name = foldName(item.name.value);
      const count = values.get(name)?.size ?? 0;
      if (item.type?.value !== 'contextual' || count >= FEWEST || count === 0) continue;
      if (mayBeUsed(bot, name) || unread.some((source) => source.includes(name))) continue;
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
