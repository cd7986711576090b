import { t } from '@vscode/l10n';
import { firstOf } from '../support/definitions';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { isReadAsOne } from '../support/readAsOne';
import { languagesOf } from '../facts/settings';
import { meta } from './fewExpressions.meta';

/** What the platform and its peers advise as a start. */
const ENOUGH = 20;

/** Rule 27: its advice. That training needs five is told at training. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const languages = languagesOf(context) ?? [];
    for (const item of firstOf(context, file, intentsIn(file))) {
      for (const language of languages) {
        const block = item.expressions.get(language);
        const count = block?.expressions.length ?? 0;
        // None at all is a graver matter, with a finding of its own.
        if (!block || count === 0 || count >= ENOUGH) continue;
        if (isReadAsOne(file, block)) {
          const message = t(
            "The lines below '{0}' are read as one expression. Write '{0}: |', and each line is one.",
            language,
          );
          yield { span: block.language.span, message };
          continue;
        }
        const message =
          count === 1
            ? t(
                "Intent '{0}' has one expression in '{1}'. With {2} or more it is understood reliably.",
                item.name.value,
                language,
                ENOUGH,
              )
            : t(
                "Intent '{0}' has {1} expressions in '{2}'. With {3} or more it is understood reliably.",
                item.name.value,
                count,
                language,
                ENOUGH,
              );
        yield { span: block.language.span, message };
      }
    }
  },
};
