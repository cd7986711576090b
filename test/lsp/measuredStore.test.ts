import assert from 'node:assert/strict';
import { MeasuredStore } from '../../server/src/lsp/measuredStore';
import type { Measured } from '../../server/src/rules/measured';
import { BASE, projectOf, ROOT } from '../support/workspace';

const NOTHING = { expressions: new Map(), sentences: new Map(), overlaps: [] };
const nlpOf = (language: string): Measured['nlp'] => new Map([[language, NOTHING]]);

describe('what the server keeps of what was measured', () => {
  const [bot] = projectOf(BASE, ROOT).bots;
  assert.ok(bot);

  it('is never what began to be measured before something newer', () => {
    const store = new MeasuredStore();
    const older = store.begin(bot);
    const newer = store.begin(bot);
    assert.ok(store.setNlp(bot, nlpOf('en'), newer));
    assert.ok(!store.setNlp(bot, nlpOf('nl'), older));
    assert.deepEqual([...store.of(bot).nlp.keys()], ['en']);
  });

  it('is the same as long as the same was measured', () => {
    const store = new MeasuredStore();
    assert.ok(store.setNlp(bot, nlpOf('en'), store.begin(bot)));
    const before = store.of(bot);
    assert.ok(!store.setNlp(bot, nlpOf('en'), store.begin(bot)));
    assert.equal(store.of(bot), before);
  });

  it('does not count as measured NLP when only tests were run', () => {
    const store = new MeasuredStore();
    store.setCoverage(bot, { intents: new Set(), dialogs: new Set() });
    assert.ok(!store.has(bot));
    const turn = store.begin(bot);
    assert.ok(store.has(bot));
    store.setNlp(bot, nlpOf('en'), turn);
    assert.ok(store.of(bot).coverage, 'both are kept');
  });
});
