import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import type { Rule } from '../rule';
import { mayBeUsed } from '../facts/doubt';
import { meantNames } from '../facts/meant';
import { names, occurrencesIn, positions } from '../facts/names';
import { removeHere } from '../support/removeHere';
import { meta } from './unusedContext.meta';

/** Rule 8, the other way round. Told once per context, where it is first output. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkFile(file, context) {
    const seen = new Set<string>();
    for (const { span, name, role } of occurrencesIn(file, 'context')) {
      const folded = foldName(name);
      if (role !== 'definition' || seen.has(folded)) continue;
      seen.add(folded);
      if (context.look(positions.context, folded).length > 0) continue;
      if (context.look(names.context, folded)[0]?.uri !== file.uri) continue;
      if (mayBeUsed(context, name) || context.derived(meantNames.context, folded)) continue;
      yield {
        span,
        message: t("No dialog requires context '{0}': it changes nothing. Require it, or remove it.", name),
      };
    }
  },

  fixes: removeHere,
};
