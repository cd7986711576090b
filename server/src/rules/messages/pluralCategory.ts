import { t } from '@vscode/l10n';
import { pluralForms } from '../../model/message';
import { pluralCategories } from '../../model/pluralCategories';
import { spanInScalar } from '../../syntax/scalarMap';
import type { Rule } from '../rule';
import { messagesIn } from '../support/messages';
import { meta } from './pluralCategory.meta';

/** Rule 21: plural forms that the language does not have. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkPart({ file }, context) {
    for (const { node, language, read } of context.once(messagesIn)) {
      if (language === undefined || !('elements' in read)) continue;
      for (const { category, ordinal, start, end } of pluralForms(read.elements, node.text)) {
        const categories = pluralCategories(language, ordinal);
        if (!categories || categories.includes(category)) continue;
        yield {
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
