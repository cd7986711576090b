/** What a model answered to a message whose intent is known. */
export interface Answer {
  /** Null: the message is out of scope, and no intent is right. */
  readonly expected: string | null;
  /** The best intent, whatever its score. */
  readonly best: string;
  /** Of the best intent, 0 to 1. */
  readonly score: number;
}

/** An answer to a message in scope. */
type InScope = Answer & { readonly expected: string };

/** The answers that have a right intent. */
export function inScope(answers: readonly Answer[]): readonly InScope[] {
  return answers.filter((answer): answer is InScope => answer.expected !== null);
}

/** Share of the messages in scope whose best intent is right, no threshold applied; 0 without such messages. */
export function accuracy(answers: readonly Answer[]): number {
  return share(inScope(answers), isRight);
}

/** How well one intent is told apart. */
export interface IntentQuality {
  readonly name: string;
  /** Messages of this intent. */
  readonly count: number;
  /** Of the messages that were given this intent, the share that is of it; 0 when there are none. */
  readonly precision: number;
  /** Of its messages, the share that was given it. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
}

/** The quality of every intent that was expected or answered, in the order of its first message. */
export function qualityOfIntents(answers: readonly Answer[]): readonly IntentQuality[] {
  const counts = new Map<string, { expected: number; answered: number; right: number }>();
  const of = (name: string): { expected: number; answered: number; right: number } => {
    let count = counts.get(name);
    if (!count) counts.set(name, (count = { expected: 0, answered: 0, right: 0 }));
    return count;
  };
  for (const answer of inScope(answers)) {
    of(answer.expected).expected += 1;
    of(answer.best).answered += 1;
    if (isRight(answer)) of(answer.expected).right += 1;
  }
  return Array.from(counts, ([name, { expected, answered, right }]) => ({
    name,
    count: expected,
    precision: answered === 0 ? 0 : right / answered,
    recall: expected === 0 ? 0 : right / expected,
    f1: (2 * right) / (expected + answered),
  }));
}

/** Mean of the F1 of every intent, each counting the same however many messages it has; 0 without messages. */
export function macroF1(answers: readonly Answer[]): number {
  const intents = qualityOfIntents(answers);
  return intents.length === 0 ? 0 : intents.reduce((sum, { f1 }) => sum + f1, 0) / intents.length;
}

export interface AtThreshold {
  readonly threshold: number;
  /** Of the messages in scope above the threshold, the share that is right. */
  readonly accuracy: number;
  /** Share of the messages in scope above the threshold: those that the bot says it understood. */
  readonly coverage: number;
}

/** What users meet: a score at or below the threshold is "not understood". */
export function atThreshold(answers: readonly Answer[], threshold: number): AtThreshold {
  const asked = inScope(answers);
  const understood = asked.filter(({ score }) => score > threshold);
  return {
    threshold,
    accuracy: share(understood, isRight),
    coverage: asked.length === 0 ? 0 : understood.length / asked.length,
  };
}

const STEPS = 100;

/**
 * The threshold, in hundredths, under which the bot does most good: a right answer counts one, a wrong answer counts
 * one against it, and "not understood" counts nothing. The lowest of those that do equally well.
 */
export function bestThreshold(answers: readonly Answer[]): number {
  let best = { threshold: 0, good: -Infinity };
  for (let step = 0; step < STEPS; step++) {
    const threshold = step / STEPS;
    const good = answers.reduce(
      (sum, answer) => sum + (answer.score <= threshold ? 0 : isRight(answer) ? 1 : -1),
      0,
    );
    if (good > best.good) best = { threshold, good };
  }
  return best.threshold;
}

const BINS = 15;

/**
 * Expected calibration error over 15 bins of equal width (Guo et al. 2017, "On calibration of modern neural networks"):
 * by how much the score of the best intent differs from the share of right answers, on average. 0 without messages.
 */
export function calibrationError(answers: readonly Answer[]): number {
  const asked = inScope(answers);
  const bins = Array.from({ length: BINS }, () => ({ score: 0, right: 0 }));
  for (const answer of asked) {
    const bin = bins[Math.min(BINS - 1, Math.floor(answer.score * BINS))];
    if (!bin) continue;
    bin.score += answer.score;
    if (isRight(answer)) bin.right += 1;
  }
  const apart = bins.reduce((sum, { score, right }) => sum + Math.abs(score - right), 0);
  return asked.length === 0 ? 0 : apart / asked.length;
}

export interface OutOfScopeQuality {
  /**
   * Area under the receiver operating characteristic: how likely a message in scope scores above one out of scope,
   * a tie counting half. 0.5 is a guess, 1 is never wrong.
   */
  readonly auroc: number;
  /** Share of the messages out of scope that is rejected by the threshold that lets 95% of those in scope through. */
  readonly recallAt95: number;
}

/** How well messages that no intent is for are told from the others; null when there are none of either. */
export function outOfScopeQuality(answers: readonly Answer[]): OutOfScopeQuality | null {
  const known = ascending(inScope(answers));
  const unknown = ascending(answers.filter(({ expected }) => expected === null));
  if (known.length === 0 || unknown.length === 0) return null;
  let below = 0;
  let ties = 0;
  let under = 0;
  let upTo = 0;
  for (const score of known) {
    while (under < unknown.length && (unknown[under] ?? 0) < score) under++;
    while (upTo < unknown.length && (unknown[upTo] ?? 0) <= score) upTo++;
    below += under;
    ties += upTo - under;
  }
  // The threshold lies just below the score at which 95% are left.
  const lowest = known[Math.floor(known.length * 0.05)] ?? 0;
  return {
    auroc: (below + ties / 2) / (known.length * unknown.length),
    recallAt95: unknown.filter((score) => score < lowest).length / unknown.length,
  };
}

/** An entity in a message: which, and where (UTF-16 offsets). */
export interface EntitySpan {
  readonly entity: string;
  readonly start: number;
  readonly end: number;
}

/**
 * F1 over the entities of all messages together: one counts as found when entity, start and end are right (as the CoNLL
 * shared tasks count). Null when there is nothing to find and nothing was found.
 */
export function spanF1(
  messages: Iterable<{ readonly expected: readonly EntitySpan[]; readonly found: readonly EntitySpan[] }>,
): number | null {
  let expectedCount = 0;
  let foundCount = 0;
  let right = 0;
  for (const { expected, found } of messages) {
    const wanted = new Set(expected.map(spanKey));
    const got = new Set(found.map(spanKey));
    expectedCount += wanted.size;
    foundCount += got.size;
    for (const key of got) if (wanted.has(key)) right += 1;
  }
  return expectedCount + foundCount === 0 ? null : (2 * right) / (expectedCount + foundCount);
}

function spanKey({ entity, start, end }: EntitySpan): string {
  return `${start}-${end} ${entity}`;
}

function isRight({ expected, best }: Answer): boolean {
  return expected === best;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

function ascending(answers: readonly Answer[]): readonly number[] {
  return answers.map(({ score }) => score).sort((a, b) => a - b);
}
