import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TrainingIntent } from '../../../server/src/nlp/contract';
import { loadModel } from '../../../server/src/nlp/loadModel';
import { trainUnchecked } from '../../../server/src/nlp/trainModel';
import { shuffled } from './lessons';

/** Expressions by intent, in one language. */
export interface Lesson {
  readonly language: string;
  readonly intents: ReadonlyMap<string, readonly string[]>;
}

/** What was learned. */
export interface Learned {
  readonly bytes: number;
  /** The best intent, and how sure; a message that is said to be of none scores 0. */
  classify(text: string): Promise<{ readonly best: string; readonly score: number }>;
}

/** Something that learns intents. */
export interface Contestant {
  readonly name: string;
  learn(lesson: Lesson): Promise<Learned>;
}

export const botlane: Contestant = {
  name: 'Botlane',
  async learn({ language, intents }) {
    const trained = await trainUnchecked({
      language,
      intents: Array.from(
        intents,
        ([name, texts]): TrainingIntent => ({
          name,
          expressions: texts.map((text) => ({ text, annotations: [] })),
        }),
      ),
      entities: [],
    });
    if (!trained.ok) throw new Error(`Training ended: ${trained.reason}.`);
    const loaded = loadModel(trained.model.bytes);
    if (!loaded.ok) throw new Error(loaded.message);
    return {
      bytes: trained.model.bytes.length,
      classify: (text) => {
        const [best] = loaded.model.classify(text);
        return Promise.resolve({ best: best?.name ?? '', score: best?.score ?? 0 });
      },
    };
  },
};

/** The part of nlp.js that is used here; its packages bring no types. */
interface NlpManager {
  readonly nlp: {
    classify(
      language: string,
      text: string,
    ): Promise<{
      readonly intent: string;
      readonly classifications?: readonly { readonly intent: string; readonly score: number }[];
    }>;
  };
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  export(): string;
}

const SEED = 1;

/**
 * nlp.js as its documentation sets it up, without what it writes and prints. It learns in the order in which it is told,
 * and one intent after the other does it great harm (52.6% instead of 84.3% on Banking77): so it is told in mixed order.
 */
export function nlpJs(peers: string): Contestant {
  const { NlpManager } = createRequire(join(peers, 'package.json'))('node-nlp') as {
    NlpManager: new (settings: object) => NlpManager;
  };
  return {
    name: 'nlp.js 4.27',
    async learn({ language, intents }) {
      const manager = new NlpManager({
        languages: [language],
        autoSave: false,
        forceNER: false,
        nlu: { log: false },
      });
      const documents = [...intents].flatMap(([intent, texts]) => texts.map((text) => ({ intent, text })));
      for (const { intent, text } of shuffled(documents, SEED)) manager.addDocument(language, text, intent);
      await manager.train();
      return {
        bytes: Buffer.byteLength(manager.export()),
        classify: async (text) => {
          const { intent, classifications } = await manager.nlp.classify(language, text);
          const best = classifications?.[0] ?? { intent, score: 0 };
          return { best: best.intent, score: best.intent === 'None' ? 0 : best.score };
        },
      };
    },
  };
}
