import { t } from '@vscode/l10n';
import { pluralForms } from '../../model/message';
import { pluralCategories } from '../../model/pluralCategories';
import { spanInScalar } from '../../syntax/scalarMap';
import type { Rule } from '../rule';
import { messagesOf } from '../support/messages';
import { meta } from './pluralCategory.meta';

/** Rule 21: plural forms that the language does not have. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    for (const { file, node, language, read } of messagesOf(bot)) {
      if (language === undefined || !('elements' in read)) continue;
      for (const { category, ordinal, start, end } of pluralForms(read.elements, node.text)) {
        const categories = pluralCategories(language, ordinal);
        if (!categories || categories.includes(category)) continue;
        yield {
          file,
          span: spanInScalar(node, file.syntax.text, start, end),
          message: t(
            "The language {0} has no plural form '{1}'. It has {2}; an exact number is written '=1'.",
            language,
            category,
            categories.join(', '),
          ),
        };
      }
    }
  },
};
