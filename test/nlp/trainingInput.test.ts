import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { EntityData, TrainingData } from '../../server/src/nlp/contract';
import { sha256Hex } from '../../server/src/nlp/hash';
import { compareCodePoints } from '../../server/src/nlp/order';
import { summarize, trainingHash, trainingInput } from '../../server/src/nlp/trainingInput';
import { TRAVEL } from './trainBot';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const entity: fc.Arbitrary<EntityData> = fc.oneof(
  fc.record({
    type: fc.constant('list' as const),
    name: text,
    values: fc.array(fc.record({ value: text, synonyms: fc.array(text, { maxLength: 3 }) }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    type: fc.constant('pattern' as const),
    name: text,
    patterns: fc.array(text, { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('contextual' as const), name: text }),
);
const annotation = fc.record({ entity: text, start: fc.nat(9), end: fc.nat(9) });
const expression = fc.record({ text, annotations: fc.array(annotation, { maxLength: 3 }) });
const data: fc.Arbitrary<TrainingData> = fc.record({
  language: fc.constantFrom('en', 'nl-BE'),
  intents: fc.uniqueArray(fc.record({ name: text, expressions: fc.array(expression, { maxLength: 5 }) }), {
    selector: ({ name }) => name,
    maxLength: 4,
  }),
  entities: fc.uniqueArray(entity, { selector: ({ name }) => name, maxLength: 3 }),
});

/** The same data in another order, at every level. */
function reversed(of: TrainingData): TrainingData {
  return {
    language: of.language,
    intents: of.intents.toReversed().map(({ name, expressions }) => ({
      expressions: expressions
        .toReversed()
        .map((each) => ({ annotations: each.annotations.toReversed(), text: each.text })),
      name,
    })),
    entities: of.entities.toReversed().map((each): EntityData => {
      if (each.type === 'list') {
        const values = each.values.map((value) => ({
          synonyms: value.synonyms.toReversed(),
          value: value.value,
        }));
        return { values: values.toReversed(), name: each.name, type: 'list' };
      }
      return each.type === 'pattern' ? { ...each, patterns: each.patterns.toReversed() } : each;
    }),
  };
}

describe('NLP: training input', () => {
  it('does not depend on any order', () => {
    fc.assert(
      fc.property(data, (each) => {
        assert.equal(trainingInput(reversed(each)), trainingInput(each));
        assert.equal(summarize(reversed(each)).input, trainingHash(each));
      }),
    );
  });

  it('counts an expression that is written twice once', () => {
    const twice = {
      ...TRAVEL,
      intents: TRAVEL.intents.map((intent) => ({
        ...intent,
        expressions: [...intent.expressions, ...intent.expressions],
      })),
    };
    assert.equal(trainingHash(twice), trainingHash(TRAVEL));
  });

  it('depends on the language, every text, every annotation, every value and every name', () => {
    const [first, ...others] = TRAVEL.intents;
    assert.ok(first);
    const [expressionOne, ...expressions] = first.expressions;
    assert.ok(expressionOne);
    const annotated = { ...expressionOne, annotations: [{ entity: 'station', start: 19, end: 27 }] };
    const variants: TrainingData[] = [
      { ...TRAVEL, language: 'nl' },
      { ...TRAVEL, intents: others },
      { ...TRAVEL, intents: [{ ...first, name: 'book_bus' }, ...others] },
      { ...TRAVEL, intents: [{ ...first, expressions }, ...others] },
      { ...TRAVEL, intents: [{ ...first, expressions: [annotated, ...expressions] }, ...others] },
      { ...TRAVEL, entities: TRAVEL.entities.slice(1) },
      {
        ...TRAVEL,
        entities: [{ type: 'pattern', name: 'station', patterns: ['x'] }, ...TRAVEL.entities.slice(1)],
      },
    ];
    const hashes = new Set([TRAVEL, ...variants].map(trainingHash));
    assert.equal(hashes.size, variants.length + 1);
  });

  it('orders by code point, an emoji behind every other character', () => {
    assert.deepEqual(['😀', '\uffee', 'b', 'B', 'ab', 'a', 'é'].sort(compareCodePoints), [
      'B',
      'a',
      'ab',
      'b',
      'é',
      '\uffee',
      '😀',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const points = (of: string): number[] => Array.from(of, (each) => each.codePointAt(0) ?? 0);
        const [x, y] = [points(a), points(b)];
        const at = x.findIndex((point, i) => point !== y[i]);
        const expected = at < 0 ? x.length - y.length : (x[at] ?? 0) - (y[at] ?? -1);
        assert.equal(Math.sign(compareCodePoints(a, b)), Math.sign(expected));
      }),
    );
  });

  it('is hashed as everyone hashes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (content) => {
        assert.equal(sha256Hex(content), createHash('sha256').update(content, 'utf8').digest('hex'));
      }),
    );
  });
});
