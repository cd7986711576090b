import assert from 'node:assert/strict';
import { botlane } from '../support/cli';
import { BotRepository } from '../support/repository';

describe('botlane deploy', function () {
  this.timeout(120_000);
  let repository: BotRepository;

  beforeEach(() => {
    repository = new BotRepository();
  });
  afterEach(() => repository.remove());

  it('tells and changes visibility, access, status and schedule', async () => {
    const run = (...words: string[]) => botlane(repository.top, 'deploy', ...words);
    assert.match((await run('show')).stderr, /Nothing of choo-choo is live/);
    await repository.published('full');
    const closed = await run('show');
    assert.match(closed.stdout, /Visibility: internal\n {2}Access: none\n.*nobody is let in/s);
    await run('access', 'password');
    await run('deactivate');
    const scheduled = await run(
      'schedule',
      'activate',
      '--at',
      '2099-06-01T09:00',
      '--zone',
      'Europe/Brussels',
    );
    assert.match(
      scheduled.stdout,
      /Schedule 1: activate at .*2099.* \(Europe\/Brussels\), if version 1 is live then/,
    );
    const { stdout } = await run('show', '--format', 'json');
    assert.deepEqual(JSON.parse(stdout), {
      bot: 'choo-choo',
      version: 1,
      visibility: 'internal',
      access: 'password',
      status: 'inactive',
      schedule: [
        {
          id: 1,
          action: 'activate',
          version: null,
          at: '2099-06-01T07:00:00.000Z',
          zone: 'Europe/Brussels',
          expects: 1,
          outlook: 'waiting',
        },
      ],
      doubts: [],
    });
    assert.match((await run('unschedule', '1')).stdout, /inactive/);
    assert.match((await run('visibility', 'public')).stdout, /Visibility: public/);
    assert.match((await run('activate')).stdout, /Status: active/);
    assert.match((await run('activate')).stdout, /so already/);
  });

  it('refuses what is no visibility, time, zone or version', async () => {
    await repository.published('full');
    const live = repository.live();
    for (const [code, ...words] of [
      [2, 'visibility', 'secret'],
      [2, 'schedule', 'live', '--at', '2099-01-01T00:00'],
      [2, 'schedule', 'activate', '--at', '2099-01-01T00:00', '--number', '1'],
      [2, 'schedule', 'activate', '--at', '2099-01-01T00:00', '--zone', 'Mars/Olympus'],
      [1, 'schedule', 'activate', '--at', 'soon', '--zone', 'UTC'],
      [1, 'schedule', 'live', '--number', '7', '--at', '2099-01-01T00:00', '--zone', 'UTC'],
      [1, 'unschedule', '4'],
    ] as const) {
      const result = await botlane(repository.top, 'deploy', ...words);
      assert.equal(result.code, code, words.join(' '));
      assert.equal(result.stdout, '');
    }
    assert.equal(repository.live(), live);
  });
});
