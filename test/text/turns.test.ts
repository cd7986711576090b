import assert from 'node:assert/strict';
import { finished, finishedInTurns } from '../../server/src/text/turns';

describe('work in turns', () => {
  /** Steps of which each takes a turn's time by itself. */
  function* slow(steps: number, done: number[]): Generator<void, string, void> {
    for (let step = 0; step < steps; step++) {
      const until = performance.now() + 6;
      while (performance.now() < until);
      done.push(step);
      yield;
    }
    return 'all';
  }

  it('lets messages in between, and gives the result', async () => {
    const done: number[] = [];
    const between: number[] = [];
    const answer = finished(slow(4, done), () => false);
    const watch = (): void => {
      between.push(done.length);
      if (done.length < 4) setImmediate(watch);
    };
    setImmediate(watch);
    assert.equal(await answer, 'all');
    assert.ok(
      between.some((count) => count > 0 && count < 4),
      String(between),
    );
  });

  it('stops when nobody waits for it any more', async () => {
    const done: number[] = [];
    assert.equal(await finished(slow(1_000, done), () => done.length > 0), undefined);
    assert.ok(done.length < 1_000);
  });

  it('goes on to the end for who waits for that, with turns for others', async () => {
    const done: number[] = [];
    const seen: number[] = [];
    setImmediate(() => seen.push(done.length));
    assert.equal(await finishedInTurns(slow(4, done)), 'all');
    assert.ok((seen[0] ?? 4) < 4, String(seen));
  });

  it('fails as the work fails', async () => {
    const failing = function* (): Generator<void, never, void> {
      yield;
      throw new Error('no further');
    };
    await assert.rejects(finishedInTurns(failing()), /no further/);
  });
});
