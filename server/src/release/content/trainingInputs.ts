import { createHash } from 'node:crypto';
import { trainingDataInSteps } from '../../nlp/trainingData';
import { trainingInputPieces } from '../../nlp/trainingInput';
import type { BotSnapshot } from '../../project/snapshot';
import { atOnce } from '../../text/inPieces';
import { finished, finishedInTurns } from '../../text/turns';

/** Of one bot, by language: what is known, and the steps of what is being worked out. */
interface Inputs {
  readonly known: Map<string, string>;
  readonly underWay: Map<string, Iterator<void, string>>;
}

/** For as long as somebody has the bot. */
const inputs = new WeakMap<BotSnapshot, Inputs>();

/**
 * Hash of the training input of a bot in a language. All expressions are read and sorted for it, which takes a large bot
 * seconds, and many ask: so it is made once for each state of a bot. The hash of `nlp`, which has to run in browsers, is
 * the same and takes many times as long.
 */
export function trainingInputOf(bot: BotSnapshot, language: string): string {
  return atOnce(trainingInputInSteps(bot, language));
}

/** The same in turns of the event loop. @returns undefined when it was cancelled before it was known */
export function trainingInputInTurns(
  bot: BotSnapshot,
  language: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  return finished(trainingInputInSteps(bot, language), () => signal?.aborted === true);
}

/** The same for whoever waits to the end. */
export function findTrainingInput(bot: BotSnapshot, language: string): Promise<string> {
  return finishedInTurns(trainingInputInSteps(bot, language));
}

/** The same in steps, of which each looks at one file or one intent. Whoever asks meanwhile takes steps of the same work. */
export function* trainingInputInSteps(bot: BotSnapshot, language: string): Generator<void, string, void> {
  let own = inputs.get(bot);
  if (!own) inputs.set(bot, (own = { known: new Map<string, string>(), underWay: new Map() }));
  const { known, underWay } = own;
  for (;;) {
    const input = known.get(language);
    if (input !== undefined) return input;
    const work = underWay.get(language) ?? hashInSteps(bot, language);
    // Out of the list while it works: what fails begins anew for the next who asks.
    underWay.delete(language);
    const step = work.next();
    if (step.done === true) known.set(language, step.value);
    else underWay.set(language, work);
    yield;
  }
}

function* hashInSteps(bot: BotSnapshot, language: string): Generator<void, string, void> {
  const data = yield* trainingDataInSteps(bot, language);
  const hash = createHash('sha256');
  for (const piece of trainingInputPieces(data)) {
    hash.update(piece);
    yield;
  }
  return hash.digest('hex');
}
