import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { findRenames } from '../difference/renames';

/** By the name (folded) of an intent that has a new one since LIVE: the name (folded) that it has in LIVE. */
export function renamedIntents(draft: BotSnapshot, live: BotSnapshot): ReadonlyMap<string, string> {
  const gone = candidates(live, draft);
  const come = gone.length > 0 ? candidates(draft, live) : [];
  return new Map(findRenames(gone, come).map(([before, now]) => [now.name, before.name]));
}

/** Intents that the other one does not have. */
function candidates(bot: BotSnapshot, other: BotSnapshot) {
  return bot.intents.flatMap(({ item }) =>
    other.isDefined('intent', item.name.value)
      ? []
      : [{ name: foldName(item.name.value), features: textsOf(item) }],
  );
}

function textsOf({ expressions }: BotSnapshot['intents'][number]['item']): ReadonlySet<string> {
  const texts = [...expressions].map(([language, own]) =>
    own.expressions.map(({ plain }) => JSON.stringify([language, plain])),
  );
  return new Set(texts.flat());
}
