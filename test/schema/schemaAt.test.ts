import assert from 'node:assert/strict';
import { schemaAt } from '../../server/src/schema/registry';
import { fileOf } from '../model/formatExamples';

type View = ReturnType<typeof schemaAt>;
const values = (view: View) => view?.key('type')?.values.map(({ value }) => value);
const names = (view: View) => view?.keys.map(({ name }) => name);

describe('Schema at a path', () => {
  it('gives the keys of a document, the required ones marked', () => {
    const keys = schemaAt('intent', [])?.keys ?? [];
    assert.deepEqual(
      keys.map(({ name, required }) => [name, required]),
      [
        ['intent', true],
        ['title', false],
        ['description', false],
        ['expressions', true],
      ],
    );
  });

  it('follows references, free keys and items, and lets what stands beside a reference win', () => {
    const next = schemaAt('flow', ['dialogs', 'start', 'say', 0, 'buttons', 0, 'next']);
    assert.equal(next?.refers, 'dialog');
    assert.equal(next.position, 'button');
    assert.match(next.description ?? '', /press/);
    assert.equal(schemaAt('flow', ['dialogs', 'start', 'goto', 3, 'when'])?.embedded, 'condition');
    assert.equal(schemaAt('flow', ['dialogs'])?.keyNames?.defines, 'dialog');
  });

  it('knows languages and variables as keys', () => {
    assert.equal(schemaAt('intent', ['expressions'])?.keyNames?.refers, 'language');
    const set = schemaAt('flow', ['dialogs', 'a', 'do', 0, 'set'])?.keyNames;
    assert.deepEqual([set?.refers, set?.position], ['variable', 'set']);
  });

  it('lists the values of a key with what they mean, also true and false', () => {
    const tests = schemaAt('bot', ['release', 'tests'])?.values ?? [];
    assert.deepEqual(
      tests.map(({ value }) => value),
      ['block', 'warn', 'off'],
    );
    assert.ok(tests.every(({ description }) => description));
    const sensitive = schemaAt('bot', ['variables', 'a', 'sensitive'])?.values ?? [];
    assert.deepEqual(
      sensitive.map(({ value }) => value),
      [true, false],
    );
  });

  it('shows all variants until the document chooses, then its own', () => {
    const open = schemaAt('entity', []);
    assert.deepEqual(values(open), ['list', 'pattern', 'system', 'contextual']);
    assert.deepEqual(names(open), ['entity', 'title', 'description', 'type', 'values', 'patterns', 'system']);
    const root = fileOf('entity', 'entity: a\ntype: pattern').syntax.documents[0]?.root;
    const chosen = schemaAt('entity', [], root ?? null);
    assert.deepEqual(names(chosen), ['entity', 'title', 'description', 'type', 'patterns']);
    const variable = fileOf('bot', 'bot: a\nvariables:\n  v:\n    type: enum').syntax.documents[0]?.root;
    assert.ok(schemaAt('bot', ['variables', 'v'], variable ?? null)?.hasKey('values'));
  });

  it('knows which keys exclude each other, and which need another', () => {
    assert.deepEqual(schemaAt('flow', ['dialogs', 'a'])?.exclusive, ['ask', 'goto', 'next', 'end']);
    assert.deepEqual(schemaAt('test', ['steps', 0])?.exclusive, ['user', 'press', 'bot', 'http']);
    assert.deepEqual(schemaAt('test', ['steps', 0])?.companions('expect'), ['user', 'press']);
    assert.deepEqual(schemaAt('test', ['steps', 0])?.companions('constructor'), []);
  });

  it('is undefined where nothing may stand, also at names that JavaScript knows', () => {
    for (const path of [
      ['foo'],
      ['intent', 'a'],
      ['expressions', 'en', 0],
      ['__proto__'],
      ['toString'],
      [0],
    ]) {
      assert.equal(schemaAt('intent', path), undefined, path.join('.'));
    }
  });

  it('goes down a template as deep as anyone asks', () => {
    const path = Array.from({ length: 200 }, (_, index) => (index % 2 ? 0 : 'a'));
    assert.equal(schemaAt('flow', ['dialogs', 'a', 'do', 0, 'http', 'body', ...path])?.embedded, 'template');
  });
});
