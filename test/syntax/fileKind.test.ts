import assert from 'node:assert/strict';
import { fileKindOf } from '../../server/src/syntax/fileKind';
import { fileUri } from '../../server/src/text/uri';

describe('the kind of a file', () => {
  it('follows from its name', () => {
    const kinds = ['bot.yaml', 'a.intent.yaml', 'my a.entity.yaml', 'ü.flow.yaml', 'a.b.bottest.yaml'].map(
      (name) => fileKindOf(fileUri(`/bots/x#y/${name}`)),
    );
    assert.deepEqual(kinds, ['bot', 'intent', 'entity', 'flow', 'test']);
  });

  it('is none for other names', () => {
    for (const name of [
      'bot.yml',
      'my.bot.yaml',
      '.intent.yaml',
      'a.intent.yaml.bak',
      'a.intent.yml',
      'intent.yaml',
      'bot.yaml/x',
    ]) {
      assert.equal(fileKindOf(fileUri(`/bots/${name}`)), undefined, name);
    }
  });
});
