import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { BotRepository, flowFile, ownState } from '../support/repository';
import { RemoteLane, serveOverHttp } from '../support/remote';

const LIVE = 'refs/heads/bots/choo-choo/live';

describe('Publishing through a remote', function () {
  this.timeout(240_000);
  let lane: RemoteLane;
  beforeEach(() => {
    lane = new RemoteLane();
  });
  afterEach(() => {
    lane.first.assertSound();
    lane.assertSound();
    lane.remove();
  });

  function change(repository: BotRepository, text: string): void {
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', text));
  }

  async function liveVersion(repository: BotRepository): Promise<number | string> {
    const live = await repository.releases.live(repository.bot());
    return live.kind === 'known' ? live.release.version : live.kind;
  }

  it('makes it live there first, with its tag, and touches nothing that is the user’s', async () => {
    const before = ownState(lane.first);
    assert.equal(
      await liveVersion(lane.first),
      'unknown',
      'not asked yet, so never taken for a first publish',
    );
    const { version, commit } = await lane.first.published('full', 'First');
    assert.equal(version, 1);
    assert.equal(lane.live(), commit);
    assert.deepEqual(lane.tags(), ['v1']);
    assert.equal(lane.git('rev-parse', 'refs/tags/bots/choo-choo/v1^{commit}'), commit);
    assert.equal(lane.first.git('rev-parse', 'refs/remotes/origin/bots/choo-choo/live'), commit);
    assert.equal(await liveVersion(lane.first), 1);
    assert.deepEqual(ownState(lane.first), before);
  });

  it('shows the versions in other clones, which make live and publish in turn', async () => {
    await lane.first.published('full');
    const other = lane.clone('other', 'Grace Hopper');
    change(other, 'Second.');
    assert.equal((await other.published('full', 'From elsewhere')).version, 2);
    assert.equal(await liveVersion(lane.first), 1, 'nothing is fetched but on a user’s word');
    assert.ok((await lane.first.releases.fetch(lane.first.bot())).ok);
    const list = await lane.first.releases.versions(lane.first.bot());
    assert.ok(list.ok);
    assert.deepEqual(
      list.value.versions.map(({ version, author, notes }) => [version, author, notes]),
      [
        [2, 'Grace Hopper', 'From elsewhere'],
        [1, 'Ada Lovelace', 'Notes'],
      ],
    );
    const back = await lane.first.releases.makeLive(lane.first.bot(), 1);
    assert.ok(back.outcome === 'live', JSON.stringify(back));
    assert.equal(lane.live(), back.commit);
    const again = await other.releases.makeLive(other.bot(), 2);
    assert.ok(again.outcome === 'live', JSON.stringify(again));
    assert.equal(lane.git('rev-parse', `${LIVE}^`), back.commit, 'the log goes on');
    other.assertSound();
  });

  it('lets one of two win; the other learns who published', async () => {
    await lane.first.published('full');
    const other = lane.clone('other', 'Grace Hopper');
    change(other, 'Second.');
    await other.train();
    const plan = await other.plan('full');
    change(lane.first, 'First again.');
    await lane.first.published('full');
    const late = await other.releases.publish(other.bot(), plan, { notes: 'late' });
    assert.ok(late.outcome === 'outdated', JSON.stringify(late));
    assert.match(late.message, /version 2 .* Ada Lovelace/);
    assert.deepEqual(lane.tags(), ['v1', 'v2']);
    assert.equal(await liveVersion(other), 2);
  });

  it('leaves LIVE here as it was when the remote refuses', async () => {
    await lane.first.published('full');
    const live = lane.live();
    for (const [hook, script] of [
      ['pre-receive', 'echo "only robots may" >&2; exit 1'],
      ['update', 'case "$1" in refs/tags/*) exit 1;; esac'],
    ] as const) {
      lane.hook(hook, script);
      change(lane.first, `Refused by ${hook}.`);
      const refused = await lane.first.publish('full');
      assert.ok(
        refused.outcome === 'failed' && refused.problem.reason === 'remote-refused',
        JSON.stringify(refused),
      );
      assert.match(refused.problem.message, /hook declined/);
      assert.equal(lane.live(), live, 'not even the branch alone');
      assert.deepEqual(lane.tags(), ['v1']);
      assert.equal(await liveVersion(lane.first), 1);
      lane.hook(hook, 'exit 0');
    }
    assert.equal((await lane.first.published('full')).version, 2);
  });

  it('leaves LIVE here as it was when the remote is not there', async () => {
    await lane.first.published('full');
    renameSync(lane.remote, `${lane.remote} away`);
    change(lane.first, 'Second.');
    await lane.first.train();
    const result = await lane.first.releases.plan(lane.first.bot(), lane.first.project(), 'full');
    assert.ok(!result.ok && result.error.reason === 'remote-unreachable', JSON.stringify(result));
    const back = await lane.first.releases.makeLive(lane.first.bot(), 1);
    assert.ok(back.outcome === 'failed' && back.problem.reason === 'remote-unreachable');
    assert.equal(await liveVersion(lane.first), 1);
    const state = await lane.first.releases.state(lane.first.bot(), lane.first.project());
    assert.equal(state.changes.length, 1, 'what was read last is still compared with');
    renameSync(`${lane.remote} away`, lane.remote);
  });

  it('gives up on a remote that hangs, at the time limit or when it is called off, and leaves no process behind', async () => {
    await lane.first.published('full');
    const pids = lane.first.beside('pids');
    // Opening the pipe waits for who reads it: that, too, is a remote that hangs.
    const reached = lane.first.beside('reached');
    execFileSync('mkfifo', [reached]);
    const hang = lane.program('hang', `echo $$ >> '${pids}'\n: > '${reached}'\nexec sleep 1000`);
    lane.first.git('config', 'botlane.remoteTimeout', '1');
    lane.first.git('config', 'remote.origin.uploadpack', hang);
    const late = await lane.first.releases.fetch(lane.first.bot());
    assert.ok(!late.ok && late.error.reason === 'remote-unreachable', JSON.stringify(late));
    assert.match(late.error.message, /no answer within 1 seconds/);
    lane.first.git('config', 'botlane.remoteTimeout', '600');
    const abort = new AbortController();
    const hanging = readFile(reached);
    const fetching = lane.first.releases.fetch(lane.first.bot(), { signal: abort.signal });
    await hanging;
    abort.abort();
    const cancelled = await fetching;
    assert.ok(!cancelled.ok && cancelled.error.reason === 'cancelled', JSON.stringify(cancelled));
    assert.equal(await liveVersion(lane.first), 1);
    const left = readFileSync(pids, 'utf8').trim().split('\n').filter(isRunning);
    assert.deepEqual(left, []);
    lane.first.git('config', '--unset', 'remote.origin.uploadpack');
  });

  it('learns from the remote what became of a push whose answer was lost', async () => {
    await lane.first.published('full');
    const after = lane.program('after', 'git-receive-pack "$@"\nexec sleep 1000');
    lane.first.git('config', 'botlane.remoteTimeout', '2');
    lane.first.git('config', 'remote.origin.receivepack', after);
    change(lane.first, 'Second.');
    const published = await lane.first.publish('full');
    assert.ok(published.outcome === 'published', JSON.stringify(published));
    assert.equal(lane.live(), published.commit);
    const before = lane.program('before', 'exit 1');
    lane.first.git('config', 'remote.origin.receivepack', before);
    change(lane.first, 'Third.');
    const lost = await lane.first.publish('full');
    assert.ok(lost.outcome === 'failed', JSON.stringify(lost));
    assert.equal(lane.live(), published.commit);
    assert.equal(await liveVersion(lane.first), 2);
    lane.first.git('config', '--unset', 'remote.origin.receivepack');
    assert.equal((await lane.first.published('full')).version, 3);
  });

  it('sends the tag first and the live branch last to a host that cannot move both at once', async () => {
    lane.git('config', 'receive.advertiseAtomic', 'false');
    const log = lane.first.beside('updates');
    lane.hook('update', `echo "$1" >> '${log}'`);
    assert.equal((await lane.first.published('full')).version, 1);
    assert.deepEqual(readFileSync(log, 'utf8').trim().split('\n'), ['refs/tags/bots/choo-choo/v1', LIVE]);
    // A tag whose branch did not follow takes its number with it.
    lane.hook('update', 'case "$1" in refs/heads/*) exit 1;; esac');
    change(lane.first, 'Second.');
    const refused = await lane.first.publish('full');
    assert.ok(refused.outcome === 'failed', JSON.stringify(refused));
    assert.equal(await liveVersion(lane.first), 1);
    lane.hook('update', 'exit 0');
    assert.equal((await lane.first.published('full')).version, 3);
  });

  it('does not take over a live branch that was rewritten, nor a version that became another one', async () => {
    await lane.first.published('full');
    change(lane.first, 'Second.');
    const second = await lane.first.published('full');
    lane.git('update-ref', LIVE, 'refs/tags/bots/choo-choo/v1^{commit}');
    const rewritten = await lane.first.releases.fetch(lane.first.bot());
    assert.ok(!rewritten.ok && rewritten.error.reason === 'history-rewritten', JSON.stringify(rewritten));
    lane.git('update-ref', '-d', LIVE);
    for (const tag of lane.tags()) lane.git('tag', '--delete', `bots/choo-choo/${tag}`);
    const gone = await lane.first.releases.fetch(lane.first.bot());
    assert.ok(!gone.ok && gone.error.reason === 'history-rewritten', JSON.stringify(gone));
    assert.equal(await liveVersion(lane.first), 2);
    lane.git('update-ref', LIVE, second.commit);
    lane.git('tag', 'bots/choo-choo/v1', second.commit);
    const forged = await lane.first.releases.fetch(lane.first.bot());
    assert.ok(!forged.ok && forged.error.reason === 'tag-differs', JSON.stringify(forged));
    assert.match(forged.error.message, /choo-choo\/v1/);
  });

  it('sends along the tags that a publish did not come to', async () => {
    await lane.first.published('full');
    lane.git('tag', '--delete', 'bots/choo-choo/v1');
    lane.first.git('tag', '--delete', 'bots/choo-choo/v1');
    change(lane.first, 'Second.');
    await lane.first.published('full');
    assert.deepEqual(lane.tags(), ['v1', 'v2']);
  });

  it('works from a shallow clone of one branch, as CI has it, with SHA-256, and by ssh', async () => {
    lane.remove();
    lane = new RemoteLane({ format: 'sha256' });
    await lane.first.published('full');
    change(lane.first, 'Second.');
    await lane.first.published('full');
    const shallow = lane.clone('shallow', 'Grace Hopper', '--depth=1', '--single-branch');
    assert.equal(shallow.git('rev-parse', '--is-shallow-repository'), 'true');
    const ssh = lane.program('ssh', 'shift $(($# - 1))\neval "$1"');
    shallow.git('config', 'core.sshCommand', ssh);
    shallow.git('remote', 'set-url', 'origin', `ssh://git@example.invalid${lane.remote}`);
    change(shallow, 'Third.');
    const third = await shallow.publish('full', 'From CI', { overwriteLive: 'for the test' });
    assert.ok(third.outcome === 'published' && third.version === 3, JSON.stringify(third));
    const list = await shallow.releases.versions(shallow.bot());
    assert.deepEqual(list.ok && list.value.versions.map(({ version }) => version), [3, 2, 1]);
    shallow.assertSound();
  });

  it('works over HTTP with the credentials that git has, asks for none, and says when they do not do', async () => {
    const right = `Basic ${Buffer.from('ada:secret').toString('base64')}`;
    lane.git('config', 'http.receivepack', 'true');
    const host = await serveOverHttp(lane.first.beside(''), (authorization) => authorization === right);
    try {
      lane.first.git('remote', 'set-url', 'origin', `${host.url}remote.git`);
      const denied = await lane.first.releases.fetch(lane.first.bot());
      assert.ok(!denied.ok && denied.error.reason === 'remote-denied', JSON.stringify(denied));
      const helper = lane.program(
        'helper',
        '[ "$1" = get ] && printf "username=ada\\npassword=secret\\n"; true',
      );
      lane.first.git('config', 'credential.helper', `!${helper}`);
      const { version, commit } = await lane.first.published('full');
      assert.equal(version, 1);
      assert.equal(lane.live(), commit);
      change(lane.first, 'Second.');
      assert.equal((await lane.first.published('full')).version, 2);
      assert.deepEqual(lane.tags(), ['v1', 'v2']);
    } finally {
      await host.close();
    }
  });

  describe('that is set', () => {
    beforeEach(() => lane.first.git('config', '--unset', 'botlane.remote'));

    it('sends what is only here, on the user’s word, and takes it back when it is unset', async () => {
      await lane.first.published('full');
      change(lane.first, 'Second.');
      const { commit } = await lane.first.published('full');
      const bot = lane.first.bot();
      const asked = await lane.first.releases.setRemote(bot, 'origin');
      assert.ok(!asked.ok && asked.error.reason === 'only-here', JSON.stringify(asked));
      assert.equal(lane.live(), '');
      const state = await lane.first.releases.remote(bot);
      assert.deepEqual(state.ok && state.value, { name: undefined, known: ['origin'] });
      const set = await lane.first.releases.setRemote(bot, 'origin', { send: true });
      assert.deepEqual(set.ok && set.value.sent, ['choo-choo'], JSON.stringify(set));
      assert.equal(lane.live(), commit);
      assert.deepEqual(lane.tags(), ['v1', 'v2']);
      change(lane.first, 'Third.');
      const third = await lane.first.published('full');
      assert.equal(lane.live(), third.commit);
      const unset = await lane.first.releases.setRemote(bot, undefined);
      assert.ok(unset.ok, JSON.stringify(unset));
      assert.equal(lane.first.live(), third.commit, 'LIVE stays what it was');
      assert.equal(await liveVersion(lane.first), 3);
    });

    it('refuses one that has another log, one that is not there, and one that this repository does not know', async () => {
      const other = lane.clone('other', 'Grace Hopper');
      change(other, 'Elsewhere.');
      await other.published('full');
      await lane.first.published('full');
      const bot = lane.first.bot();
      const diverged = await lane.first.releases.setRemote(bot, 'origin', { send: true });
      assert.ok(!diverged.ok && diverged.error.reason === 'remote-diverged', JSON.stringify(diverged));
      lane.first.git('remote', 'add', 'nowhere', lane.first.beside('nowhere.git'));
      const away = await lane.first.releases.setRemote(bot, 'nowhere', { send: true });
      assert.ok(!away.ok && away.error.reason === 'remote-unreachable', JSON.stringify(away));
      for (const name of ['upstream', '--upload-pack=x', '', '../remote.git']) {
        const unknown = await lane.first.releases.setRemote(bot, name, { send: true });
        assert.ok(!unknown.ok && unknown.error.reason === 'remote-missing', name);
      }
      const state = await lane.first.releases.remote(bot);
      assert.equal(state.ok && state.value.name, undefined);
    });
  });
});

function isRunning(pid: string): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
