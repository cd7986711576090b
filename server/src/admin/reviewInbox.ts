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

/** Without the texts that have become expressions of the draft since they were said: there is nothing left to learn from them. */
export function stillUnknown(bot: BotSnapshot, items: readonly InboxItem[]): readonly InboxItem[] {
  return items.filter(({ language, text }) => !isExpression(bot, language, text));
}

/** Puts what users said beside the draft. */
export function reviewInbox(
  items: readonly InboxItem[],
  modelOf: (language: string) => Pick<Model, 'classify'> | undefined,
): readonly ReviewedItem[] {
  return items.map((item) => {
    const [now] = modelOf(item.language)?.classify(item.text) ?? [];
    return now ? { item, now } : { item };
  });
}
