import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrainingData } from '../../server/src/nlp/contract';
import { loadModel } from '../../server/src/nlp/loadModel';
import { trainModel } from '../../server/src/nlp/trainModel';

const DATA: TrainingData = {
  language: 'en',
  entities: [],
  intents: [
    {
      name: 'greet',
      expressions: ['hello', 'good morning', 'hey there', 'hi all', 'good evening', 'greetings'],
    },
    {
      name: 'pay',
      expressions: ['I pay', 'take my money', 'the bill', 'how much', 'by card', 'here is cash'],
    },
  ].map(({ name, expressions }) => ({
    name,
    expressions: expressions.map((text) => ({ text, annotations: [] })),
  })),
};

describe('a model that was read from a file', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'botlane model '));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  // A Buffer's slice() shares memory and keeps the offset, unlike that of the typed array that it is.
  it('answers as it did before it was written', async () => {
    const trained = await trainModel(DATA);
    assert.ok(trained.ok);
    const file = join(folder, 'en.model');
    writeFileSync(file, trained.model.bytes);
    const read = scores(readFileSync(file));
    assert.deepEqual(read, scores(trained.model.bytes));
    assert.equal(read[0]?.name, 'greet');
  });
});

function scores(bytes: Uint8Array) {
  const loaded = loadModel(bytes);
  assert.ok(loaded.ok);
  return loaded.model.classify('good morning');
}
