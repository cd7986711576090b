import { contentEntries } from '../cache/contentEntries';
import { trainingWorker } from '../lsp/installation';
import { answerInWorker, evaluateInWorker, trainInWorker } from '../nlp/trainInWorker';
import type { BotSnapshot } from '../project/snapshot';
import type { Releases, Trainer } from '../release/contract';
import type { Answerer } from '../release/quality/answers';
import type { Evaluator } from '../release/quality/evaluateBot';
import { measuredNlp, measuringReleases } from '../release/quality/measured';
import { nlpMeasure } from '../release/quality/measureNlp';
import { createReleases } from '../release/service';
import type { LiveState } from '../rules/rule';

/**
 * The release store of a command. Whoever runs a command on a folder trusts it.
 *
 * @param remembers what was found out about the same content before counts still
 */
export function releases(remembers = true): Releases {
  const memory = remembers ? { memory: contentEntries() } : {};
  const made = createReleases({ trusted: true, measure: nlpMeasure({ answerer, evaluator }), ...memory });
  // What new models say about their own expressions and tests is what `botlane check` judges.
  return measuringReleases(made, (bot) => measuredNlp(made, bot, answerer));
}

/** Trains in a thread of its own, so that Ctrl-C is obeyed at once. */
export const trainer: Trainer = (data, options) => trainInWorker(trainingWorker(), data, options);

/** The same for cross-validation. */
export const evaluator: Evaluator = (data, folds, options) =>
  evaluateInWorker(trainingWorker(), data, folds, options);

/** The same for many messages at once. */
export const answerer: Answerer = (model, texts, options) =>
  answerInWorker(trainingWorker(), model, texts, options);

/** What is live of each bot, for the rules. */
export async function liveStates(
  bots: readonly BotSnapshot[],
  store: Releases = releases(),
): Promise<(bot: BotSnapshot) => LiveState> {
  const live = new Map(
    await Promise.all(bots.map(async (bot) => [bot.root, await store.liveState(bot)] as const)),
  );
  return (bot) => live.get(bot.root) ?? { kind: 'none' };
}
