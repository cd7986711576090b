import { t } from '@vscode/l10n';
import type { Intent } from '../../model/definitions';
import { usualCounts } from '../facts/balance';
import { intentsIn } from '../facts/expressions';
import { languagesOf } from '../facts/settings';
import type { Rule } from '../rule';
import { firstOf } from '../support/definitions';
import { meta } from './unbalanced.meta';

/** How many times the middle count makes an intent lean on the others. */
const FACTOR = 5;
/** Below this many expressions nothing leans. */
const MIN_COUNT = 20;

/** Rule 27: counts out of balance. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const languages = languagesOf(context) ?? [];
    for (const item of firstOf(context, file, intentsIn(file))) {
      for (const language of languages) {
        const block = item.expressions.get(language);
        const count = block?.expressions.length ?? 0;
        const usual = block && count >= MIN_COUNT ? context.derived(usualCounts, language) : undefined;
        if (!block || usual === undefined) continue;
        const { span } = block.language;
        if (count > FACTOR * usual) yield { span, message: tooMany(item, language, count, usual) };
        else if (count * FACTOR < usual) yield { span, message: tooFew(item, language, count, usual) };
      }
    }
  },
};

function tooMany({ name }: Intent, language: string, count: number, middle: number): string {
  return t(
    "Intent '{0}' has {1} expressions in '{2}', where {3} are usual in this bot: it will draw messages away from other intents. Remove some, or give the others more.",
    name.value,
    count,
    language,
    middle,
  );
}

function tooFew({ name }: Intent, language: string, count: number, middle: number): string {
  return t(
    "Intent '{0}' has {1} expressions in '{2}', where {3} are usual in this bot: others will draw its messages away. Give it more.",
    name.value,
    count,
    language,
    middle,
  );
}
