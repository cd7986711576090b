import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EntityData, KnownText, Model } from '../../server/src/nlp/contract';
import { understand } from '../../server/src/nlp/understand';
import { dataOf, NOW, trained, TRAVEL } from './trainBot';

const SETTINGS = { intentThreshold: 0.8, entityThreshold: 0.8, maxMessageLength: 1000 };

describe('NLP: model', () => {
  let model: Model;
  before(async () => {
    model = await trained(TRAVEL);
  });

  it('knows what it was told, and what is said a little differently', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['book me a train', 'book_train'],
      ['could you book me a seat on a train to Ghent?', 'book_train'],
      ['REFUND', 'refund'],
      ['I want a refund of my money', 'refund'],
      ['at what time does the office open', 'opening_hours'],
    ];
    for (const [text, intent] of cases) assert.equal(model.classify(text)[0]?.name, intent, text);
  });

  it('gives every intent a probability, best first', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem());
    fc.assert(
      fc.property(text, (each) => {
        const intents = model.classify(each);
        assert.equal(intents.length, 3);
        const sum = intents.reduce((total, { score }) => total + score, 0);
        assert.ok(Math.abs(sum - 1) < 1e-9);
        assert.deepEqual(
          intents.map(({ score }) => score),
          intents.map(({ score }) => score).toSorted((a, b) => b - a),
        );
      }),
    );
  });

  it('predicts what it says of intents and of entities when it is asked for each', () => {
    const said = fc
      .array(
        fc.constantFrom('book', 'a', 'train', 'to', 'Ghent', 'gent', 'Brusels', 'refund', '2', ',', '😀'),
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.oneof(said, fc.string({ unit: 'grapheme' })), (text) => {
        assert.deepEqual(model.predict(text, NOW), {
          intents: model.classify(text),
          entities: model.extract(text, NOW),
        });
      }),
    );
  });

  it('answers from memory what it answers without, at any moment', async () => {
    const timed = await trained({
      ...TRAVEL,
      intents: [
        ...TRAVEL.intents,
        {
          name: 'upgrade',
          expressions: [
            'first class',
            'comfort class',
            'business class',
            'quiet class',
            'second class',
            'couchette',
          ].map((text) => ({
            text: `make it ${text}`,
            annotations: [{ entity: 'product', start: 8, end: 8 + text.length }],
          })),
        },
      ],
      entities: [...TRAVEL.entities, { type: 'system', name: 'when', system: 'datetime' }],
    });
    const known = new Map<string, KnownText>();
    const said = fc
      .array(
        fc.constantFrom(
          'make it',
          'first class',
          'train',
          'gent',
          '29 Feb',
          'tomorrow',
          'at 9',
          '2',
          'refund',
        ),
        { maxLength: 4 },
      )
      .map((words) => words.join(' '));
    const moment = fc.record({
      now: fc.date({ min: new Date('2024-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }),
      offsetMinutes: fc.integer({ min: -720, max: 840 }),
    });
    fc.assert(
      fc.property(said, fc.array(moment, { minLength: 2, maxLength: 3 }), (text, moments) => {
        for (const at of moments) {
          assert.deepEqual(timed.predict(text, at, known), timed.predict(text, at));
          assert.ok(known.has(text));
        }
      }),
    );
    assert.ok([...known.values()].some(({ learned }) => learned.length > 0));
    const [today, later] = [NOW, { ...NOW, now: new Date('2027-03-01') }].map((at) =>
      timed.predict('tomorrow', at, known),
    );
    assert.notDeepEqual(today?.entities, later?.entities);
  });

  it('does not understand what has nothing in common with what it was told', () => {
    for (const text of ['', '   ', '?!', 'zzz', '日本語', '👍', '\u0000', '12 34']) {
      assert.ok((model.classify(text)[0]?.score ?? 1) < 0.5, text);
      assert.equal(understand(model, text, SETTINGS, NOW).understood, false, text);
    }
  });

  it('takes accents, capitals and another apostrophe for the same', async () => {
    const french = await trained(
      dataOf(
        [
          [
            'arrivee',
            [
              'à quelle heure arrive l’été',
              'quand est-ce que ça arrive',
              'arrivée',
              'une arrivée',
              'l’arrivée',
            ],
          ],
          ['prix', ['combien coûte un billet', 'le prix', 'les prix', 'c’est combien', 'quel est le tarif']],
        ],
        [],
        'fr',
      ),
    );
    assert.deepEqual(
      french.classify('COMBIEN COÛTE UN BILLET'),
      french.classify('combien cou\u0302te un billet'),
    );
    assert.deepEqual(french.classify("l'arrivée"), french.classify('L’ARRIVÉE'));
    assert.equal(french.classify('combien coute un billet')[0]?.name, 'prix');
    assert.equal(french.classify("l'arrivee")[0]?.name, 'arrivee');
  });

  it('takes a value that no expression names for what it is', async () => {
    const intents: readonly (readonly [string, readonly string[]])[] = [
      ['where', ['Brussels', 'Ghent', 'Bruges please', 'Antwerp', 'Namur']],
      ['who', ['me', 'my son', 'the two of us', 'a child please', 'my wife']],
    ];
    const values = ['Brussels', 'Ghent', 'Bruges', 'Antwerp', 'Namur', 'Kortrijk'];
    const station: EntityData = {
      type: 'list',
      name: 'station',
      values: values.map((value) => ({ value, synonyms: [] })),
    };
    const without = (await trained(dataOf(intents))).classify('Kortrijk')[0]?.score ?? 1;
    const [best] = (await trained(dataOf(intents, [station]))).classify('Kortrijk');
    assert.equal(best?.name, 'where');
    assert.ok(best.score > without, `${best.score} is more than ${without}`);
  });

  it('takes numbers of as many digits for alike', () => {
    const [three, seven] = ['3 tickets', '7 tickets'].map((text) => model.classify(text)[0]?.score ?? 0);
    assert.ok(Math.abs((three ?? 0) - (seven ?? 1)) < 0.01, `${three} and ${seven}`);
  });

  it('learns languages that have no stemmer, or no blanks', async () => {
    const japanese = await trained(
      dataOf(
        [
          ['ticket', ['切符を買いたい', '切符をください', '電車の切符', '切符はいくらですか', '切符を二枚']],
          ['hours', ['何時に開きますか', '営業時間', '何時まで', '今日は開いていますか', '閉まる時間']],
        ],
        [],
        'ja',
      ),
    );
    assert.equal(japanese.classify('切符が欲しい')[0]?.name, 'ticket');
    assert.equal(japanese.classify('営業は何時まで')[0]?.name, 'hours');
  });

  it('says which parts of a message decided', () => {
    const [best, ...others] = model.explain('please refund me', 2);
    assert.equal(best?.intent, 'refund');
    assert.equal(others.length, 1);
    assert.equal(best.features[0]?.feature, 'word "refund"');
    assert.ok((best.features[0]?.weight ?? 0) > 0);
    assert.equal(best.score, model.classify('please refund me')[0]?.score);
    assert.deepEqual(model.explain('zzz', 1)[0]?.features, []);
  });

  it('answers any text, the longest and the strangest, the same way twice', () => {
    const hostile = [
      'a'.repeat(50_000),
      'é'.repeat(20_000),
      'a '.repeat(20_000),
      '\ud800',
      '\udfff\ud800 book',
      'e\u0301'.repeat(5_000),
      '__proto__',
      'constructor',
      '\u202eniart a koob',
    ];
    for (const text of hostile) assert.deepEqual(model.predict(text, NOW), model.predict(text, NOW));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { start, end, text: part, score } of model.predict(text, NOW).entities) {
          assert.ok(start >= 0 && start < end && end <= text.length);
          assert.equal(part, text.slice(start, end));
          assert.ok(score > 0 && score <= 1);
        }
      }),
    );
  });

  it('finds entities with their places in the message as given', () => {
    const text = '😀 two tickets to Bruxelles, AB123456';
    assert.deepEqual(model.predict(text, NOW).entities, [
      { entity: 'people', value: 2, text: 'two', start: 3, end: 6, score: 1 },
      { entity: 'station', value: 'Brussels', text: 'Bruxelles', start: 18, end: 27, score: 1 },
      { entity: 'ticket_number', value: 'AB123456', text: 'AB123456', start: 29, end: 37, score: 1 },
    ]);
    assert.deepEqual(
      model.extract(text, NOW, ['station']).map(({ entity }) => entity),
      ['station'],
    );
    assert.deepEqual(model.extract(text, NOW, ['product', 'unknown']), []);
  });

  it('keeps to the bot’s thresholds and longest message', () => {
    assert.equal(understand(model, 'I want a refund', SETTINGS, NOW).understood, true);
    const score = model.classify('I want a refund')[0]?.score ?? 0;
    const at = { ...SETTINGS, intentThreshold: score };
    assert.equal(understand(model, 'I want a refund', at, NOW).understood, false);
    const long = `I want a refund${' '.repeat(1000)}`;
    assert.equal(understand(model, long, SETTINGS, NOW).understood, false);
  });
});
