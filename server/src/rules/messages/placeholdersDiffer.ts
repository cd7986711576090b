import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { messageVariables } from '../../model/message';
import type { Rule } from '../rule';
import { saidTexts } from '../support/messages';
import { meta } from './placeholdersDiffer.meta';

/** Rule 21: a translation that shows other variables than the text it translates. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const declared = new Set(bot.names('variable').map(foldName));
    for (const { file, text } of saidTexts(bot)) {
      const [first, ...others] = text.values();
      const names = first && namesIn(first.text.value);
      if (!first || !names) continue;
      for (const other of others) {
        const own = namesIn(other.text.value);
        // A variable that is not declared may be the one that seems to be missing.
        if ([...names.keys(), ...(own?.keys() ?? [])].some((name) => !declared.has(name))) continue;
        const missing = [...names.keys()].find((name) => own && !own.has(name));
        const extra = [...(own?.keys() ?? [])].find((name) => !names.has(name));
        const odd = missing ?? extra;
        if (odd === undefined) continue;
        const [has, lacks] = missing === undefined ? [other, first] : [first, other];
        const name = names.get(odd) ?? own?.get(odd) ?? odd;
        yield {
          file,
          span: other.language.span,
          message: t(
            "The text in {0} shows '{1}', and the text in {2} does not. Make them say the same.",
            has.language.value,
            name,
            lacks.language.value,
          ),
          related: [{ file, span: first.text.span, message: t('It is compared with this text.') }],
        };
      }
    }
  },
};

/** The variables of a message by their folded names; undefined when it does not parse. */
function namesIn(text: string): ReadonlyMap<string, string> | undefined {
  const found = messageVariables(text);
  return found && new Map(found.map(({ name }) => [foldName(name), name]));
}
