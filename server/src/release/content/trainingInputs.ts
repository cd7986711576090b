import { trainingDataOf } from '../../nlp/trainingData';
import { trainingInput } from '../../nlp/trainingInput';
import type { BotSnapshot } from '../../project/snapshot';
import { sha256 } from './hashes';

/** By language, for as long as somebody has the bot. */
const known = new WeakMap<BotSnapshot, Map<string, string>>();

/**
 * Hash of the training input of a bot in a language. All expressions are read and sorted for it, which takes a large bot
 * a tenth of a second, and many ask: so it is made once for each state of a bot. The hash of `nlp`, which has to run in
 * browsers, is the same and takes many times as long.
 */
export function trainingInputOf(bot: BotSnapshot, language: string): string {
  let inputs = known.get(bot);
  if (!inputs) known.set(bot, (inputs = new Map<string, string>()));
  let input = inputs.get(language);
  if (input === undefined) {
    input = sha256(trainingInput(trainingDataOf(bot, language)));
    inputs.set(language, input);
  }
  return input;
}
