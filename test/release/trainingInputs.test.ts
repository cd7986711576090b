import assert from 'node:assert/strict';
import fc from 'fast-check';
import { trainingDataInSteps, trainingDataOf } from '../../server/src/nlp/trainingData';
import { trainingHash, trainingInputPieces } from '../../server/src/nlp/trainingInput';
import type { BotSnapshot } from '../../server/src/project/snapshot';
import { TextFile } from '../../server/src/project/textFile';
import {
  findTrainingInput,
  trainingInputInSteps,
  trainingInputInTurns,
  trainingInputOf,
} from '../../server/src/release/content/trainingInputs';
import { atOnce } from '../../server/src/text/inPieces';
import { BASE, type Files, projectOf } from '../support/workspace';
import { watchGetter } from '../support/watchedGetter';

const INTENTS = 40;

function botOf(files: Files): BotSnapshot {
  return projectOf(files).bots[0] ?? assert.fail('there is a bot');
}

function manyIntents(count = INTENTS): BotSnapshot {
  const files = new Map(BASE);
  for (let at = 0; at < count; at++) {
    files.set(`i${at}.intent.yaml`, `intent: i${at}\nexpressions:\n  en: |\n    one ${at}\n    two ${at}\n`);
  }
  return botOf(files);
}

/** Looks at the intents that each step reads. */
function readsPerStep(steps: Iterator<void>): { readonly most: number; readonly steps: number } {
  const looked = new Set<TextFile>();
  const watch = watchGetter(TextFile, 'definitions', (file) => looked.add(file));
  try {
    let [most, count] = [0, 0];
    for (let step = steps.next(); ; step = steps.next()) {
      most = Math.max(most, looked.size);
      looked.clear();
      count++;
      if (step.done === true) return { most, steps: count };
    }
  } finally {
    watch.stop();
  }
}

// Protects that asking whether a large bot is trained holds nobody up.
describe('the training input of a bot', () => {
  it('is worked out in steps of a file, and then of an intent', () => {
    const { most, steps } = readsPerStep(trainingInputInSteps(manyIntents(), 'en'));
    assert.equal(most, 1);
    assert.ok(steps > 2 * INTENTS, String(steps));
  });

  it('is the same in steps, in turns and at once, and as training itself says', async () => {
    const expected = trainingHash(trainingDataOf(manyIntents(), 'en'));
    assert.equal(trainingInputOf(manyIntents(), 'en'), expected);
    assert.equal(await findTrainingInput(manyIntents(), 'en'), expected);
    assert.deepEqual(atOnce(trainingDataInSteps(manyIntents(), 'en')), trainingDataOf(manyIntents(), 'en'));
  });

  it('is gathered in steps from the same definitions, whatever the files are', () => {
    const documents = fc.array(
      fc.oneof(
        fc
          .tuple(fc.constantFrom('a', 'B', 'b', 'c'), fc.array(fc.constantFrom('x', 'y z', '[Ghent](town)')))
          .map(
            ([name, said]) =>
              `intent: ${name}\nexpressions:\n  en:\n${said.map((one) => `    - "${one}"\n`).join('')}`,
          ),
        fc
          .constantFrom('town', 'Town', 'date')
          .map((name) => `entity: ${name}\ntype: list\nvalues:\n  Ghent: [Gent]\n`),
      ),
      { maxLength: 4 },
    );
    const kinds = fc.constantFrom('intent', 'entity', 'flow');
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, documents), { maxLength: 5 }), (made) => {
        const files = new Map(BASE);
        for (const [at, [kind, texts]] of made.entries()) {
          files.set(`f${at}.${kind}.yaml`, texts.join('---\n'));
        }
        const bot = botOf(files);
        assert.deepEqual(atOnce(trainingDataInSteps(bot, 'en')), trainingDataOf(bot, 'en'));
      }),
    );
  });

  it('is one piece of work for all who ask meanwhile', () => {
    const bot = manyIntents();
    const [one, other] = [trainingInputInSteps(bot, 'en'), trainingInputInSteps(bot, 'en')];
    const alone = readsPerStep(trainingInputInSteps(manyIntents(), 'en')).steps;
    const answers = new Set<string>();
    let steps = 0;
    while (answers.size === 0) {
      for (const asked of [one, other]) {
        const step = asked.next();
        if (step.done === true) answers.add(step.value);
        steps++;
      }
    }
    assert.ok(steps <= alone + 2, `${steps} for both, ${alone} for one`);
    assert.deepEqual([...answers], [trainingInputOf(bot, 'en')]);
  });

  it('is left when nobody waits for it any more, and taken up by the next who asks', async () => {
    // More than a turn takes.
    const bot = manyIntents(3_000);
    const read = new Set<TextFile>();
    const watch = watchGetter(TextFile, 'definitions', (file) => read.add(file));
    try {
      const stopped = new AbortController();
      setImmediate(() => stopped.abort());
      assert.equal(await trainingInputInTurns(bot, 'en', stopped.signal), undefined);
      const before = read.size;
      assert.ok(before < 3_000, String(before));
      assert.equal(
        await findTrainingInput(bot, 'en'),
        trainingHash(trainingDataOf(manyIntents(3_000), 'en')),
      );
    } finally {
      watch.stop();
    }
  });

  it('comes in pieces of an intent', () => {
    const pieces = [...trainingInputPieces(trainingDataOf(manyIntents(), 'en'))];
    assert.ok(pieces.length > INTENTS);
    assert.ok(Math.max(...pieces.map(({ length }) => length)) < 200);
  });
});
