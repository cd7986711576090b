import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { afterQueuedMessages, Milestone, oneAtATime, stepByStep } from '../../server/src/lsp/coalesce';
import { DiagnosticsPublisher } from '../../server/src/lsp/diagnosticsPublisher';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a check after queued messages', () => {
  it('runs once for changes that follow each other at once, and never before the last', async () => {
    let changes = 0;
    const seen: number[] = [];
    await new Promise<void>((resolve) => {
      const check = afterQueuedMessages(() => {
        seen.push(changes);
        resolve();
      });
      const next = (): void => {
        changes++;
        check.schedule();
        if (changes < 5) setImmediate(next);
      };
      next();
    });
    assert.deepEqual(seen, [5]);
  });

  it('does not run after it was cancelled', async () => {
    const check = afterQueuedMessages(() => assert.fail('it ran'));
    check.schedule();
    await turn();
    check.cancel();
    for (let turns = 0; turns < 5; turns++) await turn();
  });
});

describe('a milestone', () => {
  it('is told to all who wait for it, each once', async () => {
    const milestone = new Milestone();
    const told: string[] = [];
    const first = milestone.next().then(() => told.push('first'));
    const second = milestone.next().then(() => told.push('second'));
    milestone.reached();
    milestone.reached();
    await Promise.all([first, second]);
    assert.deepEqual(told, ['first', 'second']);
  });
});

describe('work that is done one at a time', () => {
  it('is done once more for all calls that came meanwhile', async () => {
    let running = 0;
    let runs = 0;
    const work = oneAtATime(async () => {
      assert.equal(++running, 1, 'never twice at the same time');
      runs++;
      await turn();
      running--;
    });
    const first = work();
    await Promise.all([first, work(), work()]);
    assert.equal(runs, 2);
    await work();
    assert.equal(runs, 3);
    assert.equal(running, 0);
  });

  it('goes on after a failure', async () => {
    let runs = 0;
    const work = oneAtATime(async () => {
      runs++;
      await turn();
      if (runs === 1) throw new Error('once');
    });
    await assert.rejects(work(), /once/);
    await work();
    assert.equal(runs, 2);
  });
});

describe('work in steps', () => {
  it('lets others have their turns in between, and stops when it is cancelled', async () => {
    const seen: string[] = [];
    const work = stepByStep(function* () {
      for (let step = 1; ; step++) {
        seen.push(`step ${step}`);
        yield;
      }
    });
    work.schedule();
    await turn();
    seen.push('other');
    await turn();
    work.cancel();
    await turn();
    await turn();
    assert.deepEqual(seen, ['step 1', 'other', 'step 2']);
  });

  it('begins anew when it is asked for again, and ends', async () => {
    const seen: number[] = [];
    const work = stepByStep(function* () {
      for (const step of [1, 2]) {
        seen.push(step);
        yield;
      }
    });
    work.schedule();
    await turn();
    work.schedule();
    for (let turns = 0; turns < 5; turns++) await turn();
    assert.deepEqual(seen, [1, 1, 2]);
  });
});

describe('published diagnostics', () => {
  const start = { line: 0, character: 0 };
  const diagnostic = (message: string): Diagnostic => ({
    range: { start, end: start },
    code: message,
    message,
  });

  it('are sent for files where they are new, and taken back once', () => {
    const sent: string[] = [];
    const publisher = new DiagnosticsPublisher((uri, all) => {
      sent.push(`${uri}: ${all.map(({ code }) => code).join()}`);
    });
    const take = (): string[] => sent.splice(0);
    publisher.publish(
      new Map([
        ['a', [diagnostic('1')]],
        ['b', [diagnostic('2')]],
      ]),
    );
    assert.deepEqual(take(), ['a: 1', 'b: 2']);
    publisher.publish(
      new Map([
        ['a', [diagnostic('1')]],
        ['b', [diagnostic('3')]],
      ]),
    );
    assert.deepEqual(take(), ['b: 3']);
    publisher.publish(new Map([['a', []]]));
    assert.deepEqual(take(), ['a: ']);
    publisher.publish(new Map([['a', []]]));
    assert.deepEqual(take(), [], 'what has none is not told so again');
    assert.deepEqual([...publisher.files], ['b']);
    publisher.forget('b');
    publisher.publish(new Map([['b', [diagnostic('3')]]]));
    assert.deepEqual(take(), ['b: 3']);
    publisher.publish(new Map([['b', []]]));
    assert.deepEqual(take(), ['b: ']);
  });
});
