import { foldName } from '../model/occurrence';
import type { RunnableBot, RunnableTrigger } from './runnable';

/**
 * The dialog that an intent leads to here: of those whose required contexts are all active, the one whose context lasts
 * longest, then the one that requires most. One that requires nothing comes last; of equals the first in the files.
 *
 * @param contexts active contexts with the number of messages that they last, case folded
 */
export function triggeredDialog(
  bot: RunnableBot,
  intent: string,
  contexts: Readonly<Record<string, number>>,
): string | undefined {
  let best: RunnableTrigger | undefined;
  let bestLifespan = -1;
  for (const trigger of bot.triggers.get(foldName(intent)) ?? []) {
    const lifespans = trigger.requires.map((name) => contexts[name] ?? 0);
    if (lifespans.includes(0)) continue;
    const lifespan = Math.max(0, ...lifespans);
    const wins =
      !best ||
      lifespan > bestLifespan ||
      (lifespan === bestLifespan && trigger.requires.length > best.requires.length);
    if (!wins) continue;
    best = trigger;
    bestLifespan = lifespan;
  }
  return best?.dialog;
}
