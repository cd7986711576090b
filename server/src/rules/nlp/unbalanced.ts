import { t } from '@vscode/l10n';
import type { Intent } from '../../model/definitions';
import type { BotSnapshot, Placed } from '../../project/snapshot';
import type { Report, Rule } from '../rule';
import { firstIntents } from '../support/expressions';
import { meta } from './unbalanced.meta';

/** How many times the middle count makes an intent lean on the others. */
const FACTOR = 5;
/** Below this many expressions nothing leans; with fewer intents there is no middle. */
const MIN_COUNT = 20;
const MIN_INTENTS = 3;

/** Rule 27: counts out of balance. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    for (const { value: language } of bot.settings?.item.languages ?? []) yield* checkLanguage(bot, language);
  },
};

function* checkLanguage(bot: BotSnapshot, language: string): Iterable<Report> {
  const counted = firstIntents(bot).flatMap((intent) => {
    const block = intent.item.expressions.get(language);
    return block && block.expressions.length > 0
      ? [{ intent, span: block.language.span, count: block.expressions.length }]
      : [];
  });
  if (counted.length < MIN_INTENTS) return;
  const counts = counted.map(({ count }) => count).sort((a, b) => a - b);
  const middle = counts[Math.floor((counts.length - 1) / 2)] ?? 0;
  for (const { intent, span, count } of counted) {
    const message =
      count > FACTOR * middle && count >= MIN_COUNT
        ? tooMany(intent, language, count, middle)
        : count * FACTOR < middle && count >= MIN_COUNT
          ? tooFew(intent, language, count, middle)
          : undefined;
    if (message !== undefined) yield { file: intent.file, span, message };
  }
}

function tooMany({ item }: Placed<Intent>, language: string, count: number, middle: number): string {
  return t(
    "Intent '{0}' has {1} expressions in '{2}', where {3} are usual in this bot: it will draw messages away from other intents. Remove some, or give the others more.",
    item.name.value,
    count,
    language,
    middle,
  );
}

function tooFew({ item }: Placed<Intent>, language: string, count: number, middle: number): string {
  return t(
    "Intent '{0}' has {1} expressions in '{2}', where {3} are usual in this bot: others will draw its messages away. Give it more.",
    item.name.value,
    count,
    language,
    middle,
  );
}
