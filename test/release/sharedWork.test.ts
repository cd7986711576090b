import assert from 'node:assert/strict';
import { SharedWork } from '../../server/src/release/quality/shared';

describe('Work that several wait for', () => {
  /** Work that ends when it is told to; every start of it. */
  function slow() {
    const starts: { readonly signal: AbortSignal; readonly end: (result: string) => void }[] = [];
    const work = (signal: AbortSignal): Promise<string> =>
      new Promise((resolve) => {
        starts.push({ signal, end: resolve });
      });
    return { starts, work };
  }

  it('is done once, and stopped only when nobody wants it any more', async () => {
    const shared = new SharedWork<string>(2, () => true);
    const { starts, work } = slow();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = shared.get('key', first.signal, work);
    const other = shared.get('key', second.signal, work);
    first.abort();
    assert.equal(await one, undefined);
    assert.equal(starts.length, 1);
    assert.equal(starts[0]?.signal.aborted, false, 'the other one still waits');
    starts[0]?.end('done');
    assert.equal(await other, 'done');
    assert.equal(await shared.get('key', undefined, work), 'done', 'it is remembered');
    const [third, fourth] = [new AbortController(), new AbortController()];
    const both = [shared.get('new', third.signal, work), shared.get('new', fourth.signal, work)];
    third.abort();
    fourth.abort();
    assert.deepEqual(await Promise.all(both), [undefined, undefined]);
    assert.equal(starts[1]?.signal.aborted, true);
  });

  it('is done again where it failed', async () => {
    const shared = new SharedWork<string>(2, (result) => result === 'good');
    let times = 0;
    const give = (result: string) => async (): Promise<string> => {
      times++;
      if (result === 'broken') throw new Error(result);
      return Promise.resolve(result);
    };
    assert.equal(await shared.get('key', undefined, give('bad')), 'bad');
    await assert.rejects(async () => shared.get('key', undefined, give('broken')), /broken/);
    assert.equal(await shared.get('key', undefined, give('good')), 'good');
    assert.equal(await shared.get('key', undefined, give('bad')), 'good');
    assert.equal(times, 3);
  });
});
