import assert from 'node:assert/strict';
import { readCorpus } from '../../../server/src/nlp/evaluation/corpus';

const lines = (...values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join('\n');
const TRAIN = { text: 'hello', intent: 'greet', split: 'train', lang: 'en' };
const TEST = { text: 'hi', intent: 'greet', split: 'test', lang: 'en' };

describe('reading a corpus', () => {
  it('parts it by language and split', () => {
    const reading = readCorpus(
      lines(TRAIN, TEST, { ...TRAIN, lang: 'nl' }, { ...TEST, lang: 'nl', intent: null }),
    );
    assert.ok(reading.ok);
    assert.deepEqual(
      reading.corpora.map(({ language, train, test }) => [language, train.length, test.length]),
      [
        ['en', 1, 1],
        ['nl', 1, 1],
      ],
    );
    assert.equal(reading.corpora[1]?.test[0]?.intent, null);
  });

  it('takes entities by their offsets, or by the first text that is left', () => {
    const text = 'from Ghent to Ghent';
    const entities = [
      { entity: 'to', start: 14, end: 19 },
      { entity: 'from', text: 'Ghent' },
    ];
    const reading = readCorpus(lines({ ...TRAIN, text, entities }, TEST));
    assert.ok(reading.ok);
    assert.deepEqual(reading.corpora[0]?.train[0]?.entities, [
      { entity: 'to', start: 14, end: 19 },
      { entity: 'from', start: 5, end: 10 },
    ]);
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['a line that is no JSON', `${lines(TRAIN)}\n{`, /^Line 2: /],
    ['a list', '[]', /^Line 1: .*object/],
    ['a line without text', lines({ ...TRAIN, text: undefined }), /'text'/],
    ['another split', lines({ ...TRAIN, split: 'dev' }), /'split'/],
    ['training without an intent', lines({ ...TRAIN, intent: null }), /without an intent/],
    ['an entity that is not there', lines({ ...TRAIN, entities: [{ entity: 'x', text: 'y' }] }), /'x'/],
    ['an entity beyond the end', lines({ ...TRAIN, entities: [{ entity: 'x', start: 0, end: 9 }] }), /'x'/],
    ['nothing to test with', lines(TRAIN), /test/],
    ['an empty file', '\n', /no line/],
  ];
  for (const [name, text, message] of refused) {
    it(`refuses ${name}, and says where`, () => {
      const reading = readCorpus(text);
      assert.ok(!reading.ok);
      assert.match(reading.message, message);
    });
  }
});
