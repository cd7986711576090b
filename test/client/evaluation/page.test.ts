import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type PageWords, pageHtml } from '../../../client/src/evaluation/html';
import type { PageParts } from '../../../client/src/webview/document';
import { lineAt } from '../../../client/src/evaluation/lineAt';
import { readPageMessage } from '../../../client/src/evaluation/messages';
import { fill, Numbers } from '../../../client/src/evaluation/page/format';
import { matrixOf, moved, strengthOf } from '../../../client/src/evaluation/page/matrix';
import type { EvaluationView, HeldOutView, IntentQualityView } from '../../../server/src/protocol';

const OPEN = { type: 'open', language: 0, list: 'overlaps', line: 2, item: 1 } as const;

// Protects the extension from its page: whatever got into it can ask for no more than the page itself.
describe('messages of the page of an evaluation', () => {
  it('are those that the page sends, to the letter', () => {
    for (const message of [{ type: 'ready' }, { type: 'evaluate' }, OPEN] as const) {
      assert.deepEqual(readPageMessage({ ...message, command: 'botlane.publish' }), message);
    }
    for (const wrong of [{ line: -1 }, { line: 0.5 }, { item: '0' }, { list: 'files' }, { language: null }]) {
      assert.equal(readPageMessage({ ...OPEN, ...wrong }), undefined, JSON.stringify(wrong));
    }
  });

  it('are nothing else, whatever is sent', () => {
    const shapes = fc.oneof(
      fc.anything(),
      fc.record({
        type: fc.oneof(fc.constantFrom('ready', 'evaluate', 'open'), fc.anything()),
        list: fc.oneof(fc.constantFrom('misclassified', 'overlaps', 'intents'), fc.anything()),
        language: fc.anything(),
        line: fc.oneof(fc.nat(), fc.anything()),
        item: fc.oneof(fc.nat(), fc.anything()),
      }),
    );
    fc.assert(
      fc.property(shapes, (value) => {
        const message = readPageMessage(value);
        if (message?.type === 'open') assert.ok(Number.isSafeInteger(message.line) && message.line >= 0);
        else if (message) assert.deepEqual(Object.keys(message), ['type']);
      }),
    );
  });
});

describe('the page of an evaluation', () => {
  const parts: PageParts = {
    language: 'en',
    nonce: 'n0nce',
    source: 'https://files.example',
    script: 'https://files.example/evaluation.js',
    styles: ['https://files.example/page.css', 'https://files.example/evaluation.css'],
  };
  const words = new Proxy({} as PageWords, {
    get: (_target, name) => `<${String(name)}> "&'`,
    ownKeys: () => ['score'],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
  const html = pageHtml(parts, words);

  it('runs its own script and loads its own style, and nothing else', () => {
    assert.match(html, /default-src 'none'; style-src [^;]*files\.example; script-src 'nonce-n0nce';/);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /\son\w+=|style="|javascript:/i);
  });

  it('lets no word become markup', () => {
    assert.doesNotMatch(html, /<(title|evaluate|matrix|list|overlaps)> "/);
    assert.match(html, /&#60;evaluate&#62;/);
  });

  it('names each of its parts', () => {
    for (const [, id] of html.matchAll(/aria-labelledby="([\w-]+)"/g)) {
      assert.ok(html.includes(`id="${id ?? ''}"`), id);
    }
    for (const id of ['language', 'kind']) assert.ok(html.includes(`<label for="${id}">`), id);
  });
});

const INTENTS = Array.from({ length: 50 }, (_, index): IntentQualityView => {
  return { name: `intent_${index}`, support: 10, precision: 1, recall: 1, f1: 1 };
});

// Protects the reading of the picture: what it leaves out must not be what somebody looks for.
describe('the confusion matrix that is shown', () => {
  const confusions = [
    { expected: 3, answered: 3, count: 7 },
    { expected: 3, answered: 9, count: 3 },
    { expected: 9, answered: 9, count: 10 },
    { expected: 20, answered: 4, count: 1 },
    { expected: 40, answered: 40, count: 99 },
  ];

  it('is the whole of a small one', () => {
    const matrix = matrixOf({ intents: INTENTS, confusions }, 50);
    assert.equal(matrix.intents.length, 50);
    assert.equal(matrix.count(3, 9), 3);
    assert.equal(matrix.count(9, 3), 0);
  });

  it('is that of the intents that are confused most, in their order', () => {
    assert.deepEqual(matrixOf({ intents: INTENTS, confusions }, 4).intents, [3, 4, 9, 20]);
    assert.deepEqual(matrixOf({ intents: INTENTS, confusions }, 2).intents, [3, 9]);
  });

  it('gives more colour for a larger share, and none for nothing', () => {
    assert.equal(strengthOf(0, 10), 0);
    assert.deepEqual(
      [1, 2, 4, 9].map((count) => strengthOf(count, 10)),
      [1, 2, 3, 4],
    );
    assert.equal(strengthOf(1, 0), 4, 'an intent without expressions of its own divides by nothing');
  });

  it('can be walked by keys, never out of it', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(keys), (size, pressed) => {
        let place = { row: 0, column: 0 };
        for (const key of pressed) place = moved(key, place, size) ?? place;
        for (const one of [place.row, place.column]) assert.ok(one >= 0 && one < size);
      }),
    );
    assert.equal(moved('Tab', { row: 0, column: 0 }, 3), undefined);
    assert.deepEqual(moved('ArrowDown', { row: 0, column: 2 }, 3), { row: 1, column: 2 });
  });
});

describe('the source of a line of an evaluation', () => {
  const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
  const heldOut = (uri: string): HeldOutView => ({
    uri,
    range,
    text: 'x',
    expected: 'a',
    predicted: 'b',
    score: 0.9,
    kind: 'other-intent',
  });
  const evaluation = {
    languages: [
      {
        misclassified: [heldOut('file:///m')],
        overlaps: [{ intents: ['a', 'b'], expressions: [heldOut('file:///o0'), heldOut('file:///o1')] }],
        intents: [INTENTS[0], { ...INTENTS[1], uri: 'file:///i', range }],
      },
    ],
  } as unknown as EvaluationView;

  it('is found by its numbers, and nothing is found by others', () => {
    const uriOf = (list: 'misclassified' | 'overlaps' | 'intents', line: number, item = 0, language = 0) =>
      lineAt(evaluation, { list, line, item, language })?.uri;
    assert.equal(uriOf('misclassified', 0), 'file:///m');
    assert.equal(uriOf('overlaps', 0, 1), 'file:///o1');
    assert.equal(uriOf('intents', 1), 'file:///i');
    assert.equal(uriOf('intents', 0), undefined, 'an intent of LIVE alone has no place');
    assert.equal(uriOf('overlaps', 0, 2), undefined);
    assert.equal(uriOf('misclassified', 0, 0, 1), undefined);
  });
});

describe('figures on the page of an evaluation', () => {
  it('are written as the language of the editor writes them', () => {
    assert.equal(new Numbers('en').percent(0.925), '92.5%');
    assert.equal(new Numbers('de').score(0.8), '0,80');
    assert.deepEqual(
      [2.5, 0, -1].map((points) => new Numbers('en').points(points)),
      ['+2.5', '0', '-1'],
    );
  });

  it('stand in the places of a text', () => {
    assert.equal(fill('{1} of {0}', 'a', 2), '2 of a');
    assert.equal(fill('{0} {2}', '{1}', 2), '{1} {2}', 'a value is no text with places');
  });
});
