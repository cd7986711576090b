import assert from 'node:assert/strict';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { unsafePath } from '../../server/src/release/restore/paths';
import { BotRepository, flowFile, intentFile, ownState } from '../support/repository';
import { TemporaryFolder } from '../support/folders';

// Protects the draft: whatever is restored over it, nothing that a person wrote is gone.
describe('Restoring a version to the draft', function () {
  this.timeout(240_000);
  let published: BotRepository;
  let repository: BotRepository;

  before(async () => {
    published = new BotRepository({ folder: 'bots/train' });
    published.write('README.md', 'not part of the bot');
    published.commit('one');
    await published.published('full', 'One');
    published.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Two.'));
    published.write('more/news.flow.yaml', flowFile('news'));
    await published.published('full', 'Two');
  });
  after(() => published.remove());
  beforeEach(() => {
    repository = published.copy();
  });
  afterEach(() => {
    repository.assertSound();
    repository.remove();
  });

  function files(): readonly string[] {
    return readdirSync(repository.folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => lstatSync(join(repository.folder, path)).isFile())
      .map((path) => `${path} ${repository.read(path).toString('base64')}`)
      .sort();
  }

  function stored(version: number): string {
    return repository.git('rev-parse', `bots/choo-choo/v${version}^{commit}:definition`);
  }

  /** The tree that the draft's definition files would be. */
  function drafted(): string {
    const listed = repository.git('ls-files', '--others', '--cached', 'bots/train').split('\n');
    const here = listed.filter((path) => path.endsWith('yaml') && existsSync(join(repository.top, path)));
    const index = { GIT_INDEX_FILE: repository.beside('index') };
    const before = { ...process.env };
    Object.assign(process.env, index);
    try {
      repository.git('add', '--force', '--', ...here);
      return repository.git('rev-parse', `${repository.git('write-tree')}:bots/train`);
    } finally {
      process.env = before;
    }
  }

  it('writes its files to the byte, removes what it did not have, and touches nothing else', async () => {
    const own = ownState(repository);
    const before = files();
    const result = await repository.releases.restore(repository.bot(), 1);
    assert.ok(result.outcome === 'restored', JSON.stringify(result));
    assert.deepEqual([result.written, result.removed, result.warnings], [1, 1, []]);
    assert.equal(drafted(), stored(1));
    assert.ok(!existsSync(join(repository.folder, 'more')), 'a folder in which nothing is left goes');
    assert.equal(repository.read('README.md').toString(), 'not part of the bot');
    const after = ownState(repository);
    for (const what of ['index', 'HEAD', 'reflog', 'stash', 'branch'])
      assert.equal(after.get(what), own.get(what));
    const undone = await repository.releases.undoRestore(repository.bot());
    assert.ok(undone.outcome === 'restored', JSON.stringify(undone));
    assert.deepEqual(files(), before);
  });

  it('tells drift from the version that was restored, and from the one before after it is undone', async () => {
    assert.equal((await repository.releases.restore(repository.bot(), 1)).outcome, 'restored');
    await repository.train();
    const drift = (await repository.plan('full')).gates.find(({ id }) => id === 'drift');
    assert.equal(
      drift?.outcome,
      'block',
      'LIVE is version 2, which the draft does not descend from any more',
    );
    assert.equal((await repository.releases.undoRestore(repository.bot())).outcome, 'restored');
    const again = (await repository.plan('full')).gates.find(({ id }) => id === 'drift');
    assert.equal(again?.outcome, 'pass', again?.reason);
  });

  it('stops before work that is in no version and no commit, names it, and keeps it when told to go on', async () => {
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Only here.'));
    repository.write('intents/new.intent.yaml', intentFile('new', 'something new'));
    const before = files();
    const stopped = await repository.releases.restore(repository.bot(), 1);
    assert.deepEqual(stopped, {
      outcome: 'unsaved-work',
      files: ['flows/booking.flow.yaml', 'intents/new.intent.yaml'],
    });
    assert.deepEqual(files(), before);
    assert.equal(repository.git('for-each-ref', 'refs/worktree'), '');
    const result = await repository.releases.restore(repository.bot(), 1, { force: true });
    assert.ok(result.outcome === 'restored' && result.backup !== null);
    assert.match(
      repository.git('show', `${result.backup}:definition/intents/new.intent.yaml`),
      /something new/,
    );
    assert.equal((await repository.releases.undoRestore(repository.bot())).outcome, 'restored');
    assert.deepEqual(files(), before);
  });

  it('goes on without a question when the work is in a commit, in a version or in the backup before', async () => {
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Committed.'));
    repository.commit('work');
    for (const step of [1, 2, 1]) {
      assert.equal(
        (await repository.releases.restore(repository.bot(), step)).outcome,
        'restored',
        String(step),
      );
    }
    assert.equal(drafted(), stored(1));
  });

  it('undoes and does again, and no backup is ever lost', async () => {
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'First work.'));
    await repository.releases.restore(repository.bot(), 1, { force: true });
    repository.write('flows/refunds.flow.yaml', flowFile('refunds', 'refund', 'Second work.'));
    assert.equal((await repository.releases.undoRestore(repository.bot())).outcome, 'unsaved-work');
    await repository.releases.undoRestore(repository.bot(), { force: true });
    assert.match(repository.read('flows/booking.flow.yaml').toString(), /First work/);
    assert.equal((await repository.releases.undoRestore(repository.bot())).outcome, 'restored');
    assert.match(repository.read('flows/refunds.flow.yaml').toString(), /Second work/);
    const kept = repository.git('log', '-p', '--format=%s', 'refs/worktree/botlane/backup/choo-choo');
    assert.match(kept, /First work/);
    assert.match(kept, /Second work/);
  });

  it('writes nothing when the draft is the version already, and says so when there is nothing to undo', async () => {
    const result = await repository.releases.restore(repository.bot(), 2);
    assert.ok(result.outcome === 'restored');
    assert.deepEqual([result.written, result.removed, result.backup], [0, 0, null]);
    const undone = await repository.releases.undoRestore(repository.bot());
    assert.ok(undone.outcome === 'failed');
    assert.equal(undone.problem.reason, 'no-backup');
    const missing = await repository.releases.restore(repository.bot(), 9);
    assert.ok(missing.outcome === 'failed');
    assert.equal(missing.problem.reason, 'version-missing');
  });

  it('keeps permissions, and backups of worktrees apart', async () => {
    chmodSync(join(repository.folder, 'flows/booking.flow.yaml'), 0o600);
    await repository.releases.restore(repository.bot(), 1);
    assert.equal(lstatSync(join(repository.folder, 'flows/booking.flow.yaml')).mode & 0o777, 0o600);
    repository.git('worktree', 'add', '--quiet', '--detach', repository.beside('other'));
    const other = BotRepository.at(repository.beside('other'));
    const undone = await other.releases.undoRestore(other.bot());
    assert.ok(undone.outcome === 'failed');
    assert.equal(undone.problem.reason, 'no-backup');
  });

  it('leaves the draft as it was when a file of the version would land behind a link, in another bot or where it must not', async () => {
    const before = files();
    repository.delete('intents');
    mkdirSync(repository.beside('elsewhere'));
    symlinkSync(repository.beside('elsewhere'), join(repository.folder, 'intents'));
    const linked = await repository.releases.restore(repository.bot(), 1, { force: true });
    assert.ok(linked.outcome === 'failed', JSON.stringify(linked));
    assert.match(linked.problem.message, /intents\/book_train\.intent\.yaml/);
    assert.deepEqual(readdirSync(repository.beside('elsewhere')), []);
    assert.deepEqual(
      files(),
      before.filter((line) => !line.startsWith('intents/')),
    );
  });

  it('leaves the draft as it was when it fails half way', async () => {
    repository.delete('flows/booking.flow.yaml');
    repository.write('flows/booking.flow.yaml/in the way.txt', 'x');
    const before = files();
    const result = await repository.releases.restore(repository.bot(), 1, { force: true });
    assert.ok(result.outcome === 'failed', JSON.stringify(result));
    assert.deepEqual(files(), before);
  });
});

describe('Where a version may be restored to', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  it('is below the bot’s folder, in its own definition files', async () => {
    const segment = fc.constantFrom('..', '.', '', '.git', 'a', 'C:', 'con', 'x\\y', 'node_modules', 'b\0');
    const name = fc.constantFrom('bot.yaml', 'a.flow.yaml', 'x.txt', 'config', 'aux.intent.yaml', '..');
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { maxLength: 3 }), name, async (segments, last) => {
        const path = [...segments, last].join('/');
        const isFine = segments.every((one) => one === 'a') && /^(?:bot\.yaml|a\.flow\.yaml)$/.test(last);
        const isOwn = isFine && !(segments.length > 0 && last === 'bot.yaml');
        const unsafe = await unsafePath(folder.path, new Map([[path, new Uint8Array()]]));
        assert.equal(unsafe === undefined, isOwn, path);
      }),
    );
  });

  it('is in no other bot', async () => {
    folder.write('inner/bot.yaml', 'bot: inner\n');
    const path = 'inner/deep/a.flow.yaml';
    assert.equal(await unsafePath(folder.path, new Map([[path, new Uint8Array()]])), path);
  });
});
