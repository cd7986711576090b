import assert from 'node:assert/strict';
import { botlane } from '../support/cli';
import { RemoteLane } from '../support/remote';

describe('botlane remote', function () {
  this.timeout(120_000);
  let lane: RemoteLane;

  beforeEach(() => {
    lane = new RemoteLane();
    lane.first.git('config', '--unset', 'botlane.remote');
  });

  afterEach(() => lane.remove());

  it('sets, shows, sends, fetches and unsets', async () => {
    const run = (...words: string[]) => botlane(lane.first.top, ...words);
    await run('publish', '--full', '--train', '--notes', 'Here');
    const shown = await run('remote', 'show', '--format', 'json');
    assert.deepEqual(JSON.parse(shown.stdout), { bot: 'choo-choo', remote: null, known: ['origin'] });
    const asked = await run('remote', 'set', 'origin');
    assert.equal(asked.code, 1);
    assert.match(asked.stderr, /only in this repository.*--send/);
    assert.equal(lane.live(), '');
    const set = await run('remote', 'set', 'origin', '--send', '--format', 'json');
    assert.deepEqual(JSON.parse(set.stdout), { bot: 'choo-choo', remote: 'origin', sent: ['choo-choo'] });
    assert.equal(lane.live(), lane.first.live());

    const other = lane.clone('other', 'Grace Hopper');
    const published = await botlane(other.top, 'publish', '--full', '--train', '--notes', 'There');
    assert.equal(published.code, 0, published.stderr);
    const fetched = await run('remote', 'fetch', '--format', 'json');
    assert.deepEqual(JSON.parse(fetched.stdout), { bot: 'choo-choo', live: 2, versions: 2 });
    assert.equal((await run('live', '1')).code, 0);
    assert.equal(lane.git('rev-list', '--count', 'refs/heads/bots/choo-choo/live'), '3');
    assert.match((await run('remote', 'unset')).stdout, /this repository only/);
    assert.equal(lane.first.live(), lane.live());
    const unknown = await run('remote', 'set', 'upstream');
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /no remote “upstream”/);
  });
});
