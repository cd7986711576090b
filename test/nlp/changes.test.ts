import assert from 'node:assert/strict';
import { describeChanges } from '../../server/src/nlp/changes';
import type { TrainingData } from '../../server/src/nlp/contract';
import { summaryOf } from '../../server/src/nlp/loadModel';
import { summarize } from '../../server/src/nlp/trainingInput';
import { artifactOf, TRAVEL } from './trainBot';

function messages(data: TrainingData): string[] {
  return describeChanges(summarize(TRAVEL), data).map(({ message }) => message);
}

describe('NLP: what changed since a training', () => {
  it('is nothing for the same data', () => assert.deepEqual(messages(TRAVEL), []));

  it('names each intent and entity that was added, removed or changed', () => {
    const [book, refund] = TRAVEL.intents;
    assert.ok(book && refund);
    const data: TrainingData = {
      ...TRAVEL,
      intents: [
        { ...book, expressions: book.expressions.slice(1) },
        refund,
        { name: 'small_talk', expressions: refund.expressions },
      ],
      entities: [
        { type: 'list', name: 'station', values: [{ value: 'Ghent', synonyms: [] }] },
        ...TRAVEL.entities.slice(2),
        { type: 'system', name: 'when', system: 'datetime' },
      ],
    };
    assert.deepEqual(messages(data), [
      'intent book_train changed',
      'intent opening_hours removed',
      'intent small_talk added',
      'entity station changed',
      'entity ticket_number removed',
      'entity when added',
    ]);
  });

  it('is the trainer when only that is another one', () => {
    const before = { ...summarize(TRAVEL), trainer: '0', input: 'another' };
    assert.deepEqual(
      describeChanges(before, TRAVEL).map(({ kind, message }) => [kind, message]),
      [['trainer', 'the trainer changed']],
    );
  });

  it('can be told from the artifact alone', async () => {
    const artifact = await artifactOf(TRAVEL);
    const summary = summaryOf(artifact.bytes);
    assert.ok(summary);
    assert.deepEqual(summary, summarize(TRAVEL));
    assert.deepEqual(
      describeChanges(summary, { ...TRAVEL, entities: TRAVEL.entities.slice(1) }).map(
        ({ message }) => message,
      ),
      ['entity station removed'],
    );
    assert.equal(summaryOf(artifact.bytes.subarray(1)), undefined);
  });
});
