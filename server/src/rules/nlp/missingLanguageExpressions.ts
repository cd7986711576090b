import { t } from '@vscode/l10n';
import { firstOf } from '../support/definitions';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { rootEntry } from '../edits/syntaxPath';
import { hasSchemaProblem } from '../support/mistaken';
import { languagesOf } from '../facts/settings';
import { meta } from './missingLanguageExpressions.meta';

/** Rule 27, for the other languages of the bot. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const languages = languagesOf(context) ?? [];
    const others = languages.slice(1);
    for (const item of firstOf(context, file, intentsIn(file))) {
      const empty = [...item.expressions.values()].every(({ expressions }) => expressions.length === 0);
      // An intent without any expression has one finding, for the default language.
      const entry = rootEntry(item.document, 'expressions');
      if (empty || !entry || hasSchemaProblem(file, entry.span)) continue;
      // A language that the bot does not speak may be the one that is meant; it has a finding of its own.
      if ([...item.expressions.keys()].some((language) => !languages.includes(language))) continue;
      for (const language of others) {
        const block = item.expressions.get(language);
        if (block && block.expressions.length > 0) continue;
        yield {
          span: block?.language.span ?? entry.key.span,
          message: t(
            "Intent '{0}' has no expressions in '{1}': users who speak it are not understood.",
            item.name.value,
            language,
          ),
        };
      }
    }
  },
};
