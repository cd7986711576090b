import { inPieces } from '../../text/inPieces';
import type { HeldOutAnswer } from './crossValidate';

/**
 * What is wrong with an answer. `other-intent`: another intent is above the threshold, users would get the wrong answer.
 * `not-understood`: nothing is above it. `only-just`: right, but a hair above it.
 */
export type Doubt = 'other-intent' | 'not-understood' | 'only-just';

/** In the order of the harm they do. */
export const DOUBTS: readonly Doubt[] = ['other-intent', 'not-understood', 'only-just'];

/** A score this near above the threshold falls below it when a word of the message is another one. */
const MARGIN = 0.02;

/** What is wrong with an answer at a threshold; undefined when it is right. */
export function doubtOf({ expected, best, score }: HeldOutAnswer, threshold: number): Doubt | undefined {
  if (score <= threshold) return 'not-understood';
  if (expected !== best) return 'other-intent';
  return score <= threshold + MARGIN ? 'only-just' : undefined;
}

/** Two intents that are taken for each other, by name. */
export interface Overlap {
  readonly intents: readonly [string, string];
  /** Of either intent, taken for the other. */
  readonly answers: readonly HeldOutAnswer[];
}

/** One expression that goes astray says nothing about two intents. */
const FEWEST = 2;

/** The pairs of intents that are taken for each other, those with the most expressions first. In steps. */
export function* overlapsInSteps(
  answers: readonly HeldOutAnswer[],
): Generator<void, readonly Overlap[], void> {
  const pairs = new Map<string, { intents: [string, string]; answers: HeldOutAnswer[] }>();
  yield* inPieces(answers, (answer) => {
    const { expected, best } = answer;
    if (expected === best) return;
    const intents: [string, string] = expected < best ? [expected, best] : [best, expected];
    const key = intents.join('\n');
    const known = pairs.get(key);
    if (known) known.answers.push(answer);
    else pairs.set(key, { intents, answers: [answer] });
  });
  // Sorting is stable: pairs of the same size stay in the order of the intents.
  return [...pairs.values()]
    .filter((pair) => pair.answers.length >= FEWEST)
    .sort((a, b) => b.answers.length - a.answers.length);
}
