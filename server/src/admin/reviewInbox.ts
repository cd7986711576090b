import { isExpression } from '../features/addExpressions';
import type { IntentScore, Model } from '../nlp/contract';
import type { BotSnapshot } from '../project/snapshot';
import type { InboxItem } from './api';

/** A text of the inbox beside what the draft makes of it now. */
export interface ReviewedItem {
  readonly item: InboxItem;
  /** The draft's best intent; absent where the draft is not trained in the language. */
  readonly now?: IntentScore;
}

/**
 * Puts what users said beside the draft. A text that has become an expression of the draft since it was said is left out:
 * there is nothing left to learn from it.
 */
export function reviewInbox(
  bot: BotSnapshot,
  items: readonly InboxItem[],
  modelOf: (language: string) => Pick<Model, 'classify'> | undefined,
): readonly ReviewedItem[] {
  return items
    .filter(({ language, text }) => !isExpression(bot, language, text))
    .map((item) => {
      const [now] = modelOf(item.language)?.classify(item.text) ?? [];
      return now ? { item, now } : { item };
    });
}
