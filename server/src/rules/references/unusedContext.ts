import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import type { Rule } from '../rule';
import { mayBeUsed } from '../support/doubt';
import { isMeant } from '../support/meant';
import { removeHere } from '../support/removeHere';
import { meta } from './unusedContext.meta';

/** Rule 8, the other way round. Told once per context, where it is first output. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const seen = new Set<string>();
    for (const { file, span, name, role } of bot.occurrencesOf('context')) {
      const folded = foldName(name);
      if (role !== 'definition' || seen.has(folded)) continue;
      seen.add(folded);
      if (mayBeUsed(bot, name) || isMeant(bot, 'context', name)) continue;
      if (bot.occurrences('context', name).some((other) => other.role === 'reference')) continue;
      yield {
        file,
        span,
        message: t("No dialog requires context '{0}': it changes nothing. Require it, or remove it.", name),
      };
    }
  },

  fixes: removeHere,
};
