import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { rootEntry } from '../edits/syntaxPath';
import { firstIntents } from '../support/expressions';
import { hasSchemaProblem } from '../support/mistaken';
import { meta } from './missingLanguageExpressions.meta';

/** Rule 27, for the other languages of the bot. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const languages = bot.settings?.item.languages ?? [];
    const declared = new Set(languages.map(({ value }) => value));
    const others = languages.slice(1);
    for (const { file, item } of firstIntents(bot)) {
      const empty = [...item.expressions.values()].every(({ expressions }) => expressions.length === 0);
      // An intent without any expression has one finding, for the default language.
      const entry = rootEntry(item.document, 'expressions');
      if (empty || !entry || hasSchemaProblem(file, entry.span)) continue;
      // A language that the bot does not speak may be the one that is meant; it has a finding of its own.
      if ([...item.expressions.keys()].some((language) => !declared.has(language))) continue;
      for (const { value: language } of others) {
        const block = item.expressions.get(language);
        if (block && block.expressions.length > 0) continue;
        yield {
          file,
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
