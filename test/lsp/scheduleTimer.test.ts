import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { ScheduleTimer } from '../../server/src/lsp/scheduleTimer';
import type { BotSnapshot } from '../../server/src/project/snapshot';
import type { Releases } from '../../server/src/release/contract';

// Protects what a window shows while nothing moves in git: a schedule changes LIVE all the same.
describe('The timer of schedules', () => {
  const bots = [{}, {}] as unknown as readonly BotSnapshot[];
  let woken = 0;
  let times: (number | undefined)[] = [];
  const releases = {
    nextSwitch: (bot: BotSnapshot) => Promise.resolve(times[bots.indexOf(bot)]),
  } as unknown as Releases;
  let timer: ScheduleTimer;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
    woken = 0;
    timer = new ScheduleTimer(() => woken++);
  });
  afterEach(() => {
    timer.close();
    mock.timers.reset();
  });

  it('wakes at the earliest change of any bot, once', async () => {
    times = [1_000_000 + 9000, 1_000_000 + 5000];
    await timer.wait(bots, releases);
    mock.timers.tick(4999);
    assert.equal(woken, 0);
    mock.timers.tick(1);
    assert.equal(woken, 1);
    mock.timers.tick(60_000);
    assert.equal(woken, 1, 'until it is told to wait again');
  });

  it('waits for nothing when nothing is scheduled any more, and not beyond what a timer can', async () => {
    times = [1_000_000 + 5000, undefined];
    await timer.wait(bots, releases);
    times = [undefined, undefined];
    await timer.wait(bots, releases);
    mock.timers.tick(10_000);
    assert.equal(woken, 0);
    times = [Date.now() + 2 ** 40, undefined];
    await timer.wait(bots, releases);
    mock.timers.tick(1000);
    assert.equal(woken, 0, 'not at once, which is what Node makes of too long a time');
  });
});
