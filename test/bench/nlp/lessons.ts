import type { Corpus, CorpusMessage } from '../../../server/src/nlp/evaluation/corpus';
import { seeded } from '../random';
import type { Lesson } from './contestants';

/** What a corpus teaches. */
export function lessonOf({ language, train }: Pick<Corpus, 'language' | 'train'>): Lesson {
  const intents = new Map<string, string[]>();
  for (const { intent, text } of train) {
    if (intent === null) continue;
    const texts = intents.get(intent);
    if (texts) texts.push(text);
    else intents.set(intent, [text]);
  }
  return { language, intents };
}

/** The same items in another order, drawn by a seed. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = seeded(seed);
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}

/** The same with a few expressions of each intent, drawn by a seed. */
export function drawn({ language, intents }: Lesson, count: number, seed: number): Lesson {
  const random = seeded(seed);
  const few = new Map<string, readonly string[]>();
  for (const [name, all] of [...intents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const left = [...all];
    few.set(
      name,
      Array.from({ length: Math.min(count, all.length) }, () =>
        left.splice(random.below(left.length), 1).join(''),
      ),
    );
  }
  return { language, intents: few };
}

/** The same corpus, in which some intents, drawn by a seed, were never heard of: their messages are out of scope. */
export function withUnknown(corpus: Corpus, count: number, seed: number): Corpus {
  const random = seeded(seed);
  const names = [...lessonOf(corpus).intents.keys()].sort();
  const unknown = new Set(
    Array.from({ length: count }, () => names.splice(random.below(names.length), 1).join('')),
  );
  const isKnown = ({ intent }: CorpusMessage): boolean => intent === null || !unknown.has(intent);
  return {
    language: corpus.language,
    train: corpus.train.filter(isKnown),
    test: corpus.test.map((message) => (isKnown(message) ? message : { ...message, intent: null })),
  };
}

/** Training data whose size is what counts: invented words, each intent with some of its own. */
export function invented(intents: number, expressions: number): Lesson {
  const random = seeded(17);
  const words = Array.from({ length: 5_000 }, (_, index) => `w${index.toString(36)}`);
  const topics = Array.from({ length: intents }, () => Array.from({ length: 6 }, () => random.pick(words)));
  return {
    language: 'en',
    intents: new Map(
      topics.map((topic, index) => [
        `intent_${index}`,
        Array.from({ length: expressions }, () =>
          Array.from({ length: 4 + random.below(6) }, () =>
            random.pick(random.below(3) === 0 ? topic : words),
          ).join(' '),
        ),
      ]),
    ),
  };
}
