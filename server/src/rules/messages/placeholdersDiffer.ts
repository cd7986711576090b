import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { messageVariables } from '../../model/message';
import type { PartContext } from '../engine/lookups';
import { names } from '../facts/names';
import type { Rule } from '../rule';
import { saidTexts } from '../support/messages';
import { meta } from './placeholdersDiffer.meta';

/** Rule 21: a translation that shows other variables than the text it translates. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart(part, context) {
    for (const { text } of saidTexts(part)) {
      const [first, ...others] = text.values();
      const shown = first && namesIn(first.text.value);
      if (!first || !shown) continue;
      for (const other of others) {
        const own = namesIn(other.text.value);
        // A variable that is not declared may be the one that seems to be missing.
        if ([...shown.keys(), ...(own?.keys() ?? [])].some((name) => !isDeclared(context, name))) continue;
        const missing = [...shown.keys()].find((name) => own && !own.has(name));
        const extra = [...(own?.keys() ?? [])].find((name) => !shown.has(name));
        const odd = missing ?? extra;
        if (odd === undefined) continue;
        const [has, lacks] = missing === undefined ? [other, first] : [first, other];
        const name = shown.get(odd) ?? own?.get(odd) ?? odd;
        yield {
          span: other.language.span,
          message: t(
            "The text in {0} shows '{1}', and the text in {2} does not. Make them say the same.",
            has.language.value,
            name,
            lacks.language.value,
          ),
          related: [{ file: part.file, span: first.text.span, message: t('It is compared with this text.') }],
        };
      }
    }
  },
};

function isDeclared(context: PartContext, variable: string): boolean {
  return context.look(names.variable, variable).length > 0;
}

/** The variables of a message by their folded names; undefined when it does not parse. */
function namesIn(text: string): ReadonlyMap<string, string> | undefined {
  const found = messageVariables(text);
  return found && new Map(found.map(({ name }) => [foldName(name), name]));
}
