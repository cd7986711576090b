import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotRepository, flowFile, intentFile, ownState } from '../support/repository';

const BOOKING = 'flows/booking.flow.yaml';

/** Every test keeps its worktrees to itself. */
function ownCache(): void {
  let cache: string;
  let saved: string | undefined;
  beforeEach(() => {
    saved = process.env['XDG_CACHE_HOME'];
    cache = mkdtempSync(join(tmpdir(), 'botlane cache '));
    process.env['XDG_CACHE_HOME'] = cache;
  });
  afterEach(() => {
    if (saved === undefined) Reflect.deleteProperty(process.env, 'XDG_CACHE_HOME');
    else process.env['XDG_CACHE_HOME'] = saved;
    rmSync(cache, { recursive: true, force: true });
  });
}

describe('A hotfix', function () {
  this.timeout(240_000);
  ownCache();
  let repository: BotRepository;
  beforeEach(() => {
    repository = new BotRepository({ folder: 'bots/one' });
    repository.commit();
  });
  afterEach(() => {
    repository.assertSound();
    repository.remove();
  });

  async function start(): Promise<BotRepository> {
    const started = await repository.releases.startHotfix(repository.bot());
    assert.ok(started.ok, JSON.stringify(started));
    return BotRepository.at(started.value.folder.replace(/\/$/, ''));
  }

  it('is made of LIVE’s files to the byte, outside of the repository, and leaves everything of the user’s alone', async () => {
    const crlf = flowFile('booking', 'book_train').replaceAll('\n', '\r\n');
    repository.write(BOOKING, crlf);
    repository.write('.gitattributes', '* text=auto eol=lf\n');
    repository.commit();
    repository.git('config', 'core.autocrlf', 'input');
    await repository.published('full');
    repository.write(BOOKING, flowFile('booking', 'book_train', 'Half done.'));
    const before = ownState(repository);
    const hotfix = await start();
    assert.ok(!hotfix.top.startsWith(repository.top));
    assert.equal(hotfix.read(BOOKING).toString(), crlf);
    assert.equal(hotfix.git('status', '--porcelain', '--ignored'), '');
    assert.deepEqual(ownState(repository), before);
    const again = await repository.releases.startHotfix(repository.bot());
    assert.ok(again.ok && again.value.folder.startsWith(hotfix.top), 'who starts twice goes on');
    assert.ok(!again.value.changed);
  });

  it('goes live through the gates as a version of its own kind, without the draft, and every draft says so', async () => {
    await repository.published('full');
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    const hotfix = await start();
    hotfix.write(BOOKING, flowFile('booking', 'no_such_intent'));
    assert.equal((await hotfix.publish('full')).outcome, 'blocked');
    hotfix.write(BOOKING, flowFile('booking', 'book_train', 'Mended.'));
    const state = await hotfix.releases.state(hotfix.bot(), hotfix.project());
    assert.equal(state.hotfixOf, 1);
    assert.equal(state.drift, undefined);
    const published = await hotfix.published('full', 'Mended in a hurry');
    assert.deepEqual([published.version, published.kind], [2, 'hotfix']);
    const record = repository.record('bots/choo-choo/v2');
    assert.deepEqual([record.kind, record.base, record.source], ['hotfix', 1, null]);
    assert.doesNotMatch(
      repository.git('show', 'bots/choo-choo/v2:definition/intents/refund.intent.yaml'),
      /refund my ticket/,
    );

    const drifted = await repository.releases.state(repository.bot(), repository.project());
    assert.deepEqual(
      [drifted.drift?.version, drifted.drift?.kind, drifted.drift?.author, drifted.drift?.changes.length],
      [2, 'hotfix', 'Ada Lovelace', 1],
    );
    assert.ok(!drifted.full.possible);
    const blocked = await repository.plan('full');
    const gate = blocked.gates.find(({ id }) => id === 'drift');
    assert.deepEqual([gate?.outcome, gate?.mend], ['block', 'botlane.takeIntoDraft']);
  });

  it('is taken into the draft, which can be published then', async () => {
    await repository.published('full');
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    const hotfix = await start();
    hotfix.write(BOOKING, flowFile('booking', 'book_train', 'Mended.'));
    await hotfix.published('full');
    const taken = await repository.releases.take(repository.bot());
    assert.ok(taken.ok, JSON.stringify(taken));
    assert.deepEqual(taken.value, { version: 2, written: [BOOKING], deleted: [], conflicts: [] });
    assert.match(repository.read(BOOKING).toString(), /Mended/);
    assert.match(repository.read('intents/refund.intent.yaml').toString(), /refund my ticket/);
    assert.equal((await repository.published('full')).version, 3);
    assert.equal(repository.record('bots/choo-choo/v3').base, 2);
  });

  it('that is overwritten leaves the reason in the record, and without a reason it is not', async () => {
    await repository.published('full');
    const hotfix = await start();
    hotfix.write(BOOKING, flowFile('booking', 'book_train', 'Mended.'));
    await hotfix.published('full');
    repository.write(BOOKING, flowFile('booking', 'book_train', 'Ours.'));
    assert.equal((await repository.publish('full', 'n', { overwriteLive: ' ' })).outcome, 'blocked');
    const over = await repository.publish('full', 'n', { overwriteLive: 'the mend was wrong' });
    assert.ok(over.outcome === 'published', JSON.stringify(over));
    const gate = repository.record('bots/choo-choo/v3').gates.find(({ id }) => id === 'drift');
    assert.deepEqual([gate?.outcome, gate?.override], ['warn', 'the mend was wrong']);
  });

  it('that LIVE has left behind is not published over it', async () => {
    await repository.published('full');
    const hotfix = await start();
    hotfix.write(BOOKING, flowFile('booking', 'book_train', 'Mended.'));
    repository.write(BOOKING, flowFile('booking', 'book_train', 'Published meanwhile.'));
    await repository.published('full');
    const late = await hotfix.publish('full');
    assert.ok(late.outcome === 'blocked');
    assert.equal(late.plan.gates.find(({ id }) => id === 'drift')?.outcome, 'block');
  });

  it('is abandoned: at once when nothing was changed or all is published, else only when it is said', async () => {
    await repository.published('full');
    const live = repository.live();
    const bot = repository.bot();
    const none = await repository.releases.abandonHotfix(bot, { discard: true });
    assert.ok(!none.ok && none.error.reason === 'no-hotfix');
    const hotfix = await start();
    hotfix.write(BOOKING, flowFile('booking', 'book_train', 'Mended.'));
    const kept = await repository.releases.abandonHotfix(bot, { discard: false });
    assert.ok(!kept.ok && kept.error.reason === 'hotfix-changed');
    assert.ok(existsSync(hotfix.top));
    assert.ok((await repository.releases.abandonHotfix(bot, { discard: true })).ok);
    assert.ok(!existsSync(hotfix.top));
    assert.equal(repository.git('worktree', 'list').split('\n').length, 1);
    assert.equal(repository.live(), live);
    const second = await start();
    second.write(BOOKING, flowFile('booking', 'book_train', 'Mended.'));
    await second.published('full');
    assert.ok((await repository.releases.abandonHotfix(bot, { discard: false })).ok);
  });

  it('can be started again after its folder was deleted by hand', async () => {
    await repository.published('full');
    const hotfix = await start();
    rmSync(join(hotfix.top, '..'), { recursive: true });
    const again = await start();
    assert.match(again.read(BOOKING).toString(), /This is booking/);
  });

  it('needs a LIVE', async () => {
    const started = await repository.releases.startHotfix(repository.bot());
    assert.ok(!started.ok && started.error.reason === 'nothing-live');
  });
});

describe('Taking LIVE into the draft', function () {
  this.timeout(240_000);
  ownCache();
  let repository: BotRepository;
  let other: BotRepository;
  beforeEach(async () => {
    repository = new BotRepository();
    repository.commit();
    await repository.published('full');
    repository.git('worktree', 'add', '--quiet', '-b', 'side', repository.beside('side'));
    other = BotRepository.at(repository.beside('side'));
  });
  afterEach(() => {
    repository.assertSound();
    repository.remove();
  });

  it('merges line by line, leaves conflicts marked as git does, and the gates keep them from LIVE', async () => {
    other.write(BOOKING, flowFile('booking', 'book_train', 'Theirs.'));
    other.write('flows/new.flow.yaml', flowFile('new'));
    other.delete('flows/refunds.flow.yaml');
    await other.published('full');
    repository.write(BOOKING, flowFile('booking', 'book_train', 'Mine.'));
    const taken = await repository.releases.take(repository.bot());
    assert.ok(taken.ok, JSON.stringify(taken));
    assert.deepEqual(taken.value, {
      version: 2,
      written: [BOOKING, 'flows/new.flow.yaml'],
      deleted: ['flows/refunds.flow.yaml'],
      conflicts: [BOOKING],
    });
    assert.match(
      repository.read(BOOKING).toString(),
      /<<<<<<< draft\n.*Mine\.\n=======\n.*Theirs\.\n>>>>>>> LIVE \(version 2\)\n/s,
    );
    const blocked = await repository.plan('full');
    assert.equal(blocked.gates.find(({ id }) => id === 'drift')?.outcome, 'pass');
    assert.equal(blocked.gates.find(({ id }) => id === 'validation')?.outcome, 'block');
    const undone = await repository.releases.undoRestore(repository.bot(), { force: true });
    assert.equal(undone.outcome, 'restored', JSON.stringify(undone));
    assert.equal(repository.read(BOOKING).toString(), flowFile('booking', 'book_train', 'Mine.'));
    assert.match(repository.read('flows/refunds.flow.yaml').toString(), /refund/);
  });

  it('keeps what one side changed and the other deleted, and names it', async () => {
    other.delete(BOOKING);
    other.write('flows/refunds.flow.yaml', flowFile('refunds', 'refund', 'Theirs.'));
    await other.published('full');
    repository.write(BOOKING, flowFile('booking', 'book_train', 'Mine.'));
    repository.delete('flows/refunds.flow.yaml');
    const taken = await repository.releases.take(repository.bot());
    assert.ok(taken.ok);
    assert.deepEqual([...taken.value.conflicts].sort(), [BOOKING, 'flows/refunds.flow.yaml']);
    assert.match(repository.read(BOOKING).toString(), /Mine/);
    assert.match(repository.read('flows/refunds.flow.yaml').toString(), /Theirs/);
  });

  it('keeps permissions and line ends, and touches neither index nor HEAD', async () => {
    const crlf = (text: string): string => flowFile('booking', 'book_train', text).replaceAll('\n', '\r\n');
    repository.write(BOOKING, crlf('This is booking.'));
    await repository.published('full');
    other.write(BOOKING, crlf('Theirs.'));
    await other.releases.take(other.bot());
    other.write(BOOKING, crlf('Theirs.'));
    await other.published('full');
    chmodSync(join(repository.folder, BOOKING), 0o755);
    const index = readFileSync(join(repository.top, '.git/index'));
    const head = repository.git('rev-parse', 'HEAD');
    const taken = await repository.releases.take(repository.bot());
    assert.ok(taken.ok && taken.value.conflicts.length === 0, JSON.stringify(taken));
    assert.equal(repository.read(BOOKING).toString(), crlf('Theirs.'));
    assert.equal(statSync(join(repository.folder, BOOKING)).mode & 0o777, 0o755);
    assert.deepEqual(readFileSync(join(repository.top, '.git/index')), index);
    assert.equal(repository.git('rev-parse', 'HEAD'), head);
  });

  it('writes nothing through a link, and nothing at all when one file cannot be written', async () => {
    other.write('flows/more/new.flow.yaml', flowFile('new'));
    other.write(BOOKING, flowFile('booking', 'book_train', 'Theirs.'));
    await other.published('full');
    mkdirSync(repository.beside('elsewhere'));
    symlinkSync(repository.beside('elsewhere'), join(repository.folder, 'flows/more'));
    const taken = await repository.releases.take(repository.bot());
    assert.ok(!taken.ok && taken.error.reason === 'not-permitted', JSON.stringify(taken));
    assert.match(repository.read(BOOKING).toString(), /This is booking/);
    assert.ok(!existsSync(repository.beside('elsewhere/new.flow.yaml')));
  });
});
