import assert from 'node:assert/strict';
import { remembering } from '../../server/src/text/remember';

describe('remembering what was read', () => {
  it('reads a text once, whatever it said about it', () => {
    const asked: string[] = [];
    const read = remembering((text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    assert.deepEqual([read('one'), read(''), read('one'), read('')], [3, undefined, 3, undefined]);
    assert.deepEqual(asked, ['one', '']);
  });

  it('forgets texts that were not asked for again among thousands of others', () => {
    let count = 0;
    const read = remembering(() => ++count);
    const first = read('first');
    for (let index = 0; index < 3_000; index++) read(`a${index}`);
    assert.equal(read('first'), first);
    for (let index = 0; index < 10_000; index++) read(`b${index}`);
    assert.notEqual(read('first'), first);
  });
});
