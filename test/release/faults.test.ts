import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import * as fc from 'fast-check';
import { asBotId, asOid, liveRef } from '../../server/src/release/git/names';
import { lease, pushRefspec } from '../../server/src/release/git/refspecs';
import { BotRepository, flowFile, ownState } from '../support/repository';
import { RemoteLane } from '../support/remote';

const BOOKING = 'flows/booking.flow.yaml';
const LIVE = 'refs/heads/bots/choo-choo/live';

function system(program: string, words: readonly string[]): string {
  return execFileSync(program, words, { encoding: 'utf8' });
}

describe('A disk and a repository that do not play along', function () {
  this.timeout(240_000);
  let repository: BotRepository;
  afterEach(() => repository.remove());

  async function published(): Promise<string> {
    repository = new BotRepository();
    repository.commit();
    await repository.published('full');
    repository.write(BOOKING, flowFile('booking', 'book_train', 'Second.'));
    await repository.train();
    return repository.live();
  }

  it('a full disk leaves LIVE as it was, and the next publish works', async function () {
    // A small file system of its own: mounting takes root on Linux.
    if (process.platform !== 'linux' || process.getuid?.() !== 0) {
      console.warn('      SKIPPED: a full disk is tried as root on Linux only');
      this.skip();
    }
    const live = await published();
    const objects = join(repository.top, '.git/objects');
    const copy = repository.beside('objects');
    system('cp', ['-a', objects, copy]);
    system('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', objects]);
    try {
      system('cp', ['-a', `${copy}/.`, objects]);
      const plan = await repository.plan('full');
      const filler = join(objects, 'filler');
      system('sh', ['-c', 'cat /dev/zero > "$1" 2>/dev/null || true', 'sh', filler]);
      const own = ownState(repository);
      const full = await repository.releases.publish(repository.bot(), plan, { notes: 'no room' });
      assert.ok(full.outcome === 'failed' && full.problem.reason === 'disk-full', JSON.stringify(full));
      const back = await repository.releases.deploy(repository.bot(), {
        kind: 'visibility',
        visibility: 'public',
      });
      assert.ok(back.outcome === 'failed', JSON.stringify(back));
      assert.equal(repository.live(), live);
      assert.deepEqual(ownState(repository), own);
      system('rm', [filler]);
      repository.assertSound();
      assert.equal((await repository.published('full')).version, 2);
      repository.assertSound();
    } finally {
      system('umount', [objects]);
    }
  });

  it('a read-only repository can be read, and says why it cannot be published', async function () {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) {
      console.warn('      SKIPPED: a read-only file system is tried as root on Linux only');
      this.skip();
    }
    const live = await published();
    const plan = await repository.plan('full');
    const git = join(repository.top, '.git');
    system('mount', ['--bind', git, git]);
    try {
      system('mount', ['-o', 'remount,bind,ro', git]);
      const refused = await repository.releases.publish(repository.bot(), plan, { notes: 'no' });
      assert.ok(
        refused.outcome === 'failed' && refused.problem.reason === 'not-permitted',
        JSON.stringify(refused),
      );
      const back = await repository.releases.makeLive(repository.bot(), 1);
      assert.ok(back.outcome === 'live' && back.warnings.length === 1, 'it is live already');
      const list = await repository.releases.versions(repository.bot());
      assert.ok(list.ok && list.value.live === 1);
      const found = await repository.releases.examine(repository.bot());
      assert.ok(found.ok && found.value.length === 0, JSON.stringify(found));
      assert.equal(repository.live(), live);
    } finally {
      system('umount', [git]);
    }
    assert.equal((await repository.published('full')).version, 2);
    repository.assertSound();
  });

  it('a submodule publishes into its own repository', async () => {
    repository = new BotRepository();
    repository.commit();
    const outer = repository.beside('outer');
    mkdirSync(outer);
    const run = (...words: string[]): void => {
      execFileSync('git', ['-c', 'protocol.file.allow=always', ...words], { cwd: outer, stdio: 'ignore' });
    };
    run('init', '--quiet', '--initial-branch=main');
    run('submodule', 'add', '--quiet', repository.top, 'bot');
    const inner = BotRepository.at(join(outer, 'bot'));
    inner.git('config', 'user.name', 'Ada Lovelace');
    inner.git('config', 'user.email', 'ada@example.org');
    assert.equal((await inner.published('full')).version, 1);
    assert.equal(inner.git('for-each-ref', '--format=%(refname)', LIVE), LIVE);
    const above = execFileSync('git', ['for-each-ref', '--format=%(refname)'], {
      cwd: outer,
      encoding: 'utf8',
    });
    assert.equal(above, '');
    inner.assertSound();
  });

  it('line ends and executable bits come through publish, hotfix and back to the byte', async () => {
    repository = new BotRepository();
    const crlf = flowFile('booking', 'book_train').replaceAll('\n', '\r\n');
    repository.write(BOOKING, crlf);
    chmodSync(join(repository.folder, BOOKING), 0o755);
    repository.write('.gitattributes', '* text=auto eol=crlf\n');
    repository.commit();
    await repository.published('full');
    const stored = `${LIVE}:definition/${BOOKING}`;
    assert.equal(repository.gitBytes('cat-file', 'blob', stored).toString(), crlf);
    assert.match(repository.git('ls-tree', '-r', LIVE, `definition/${BOOKING}`), /^100644/);
    assert.equal(statSync(join(repository.folder, BOOKING)).mode & 0o777, 0o755, 'that of the user stays');
    repository.write(BOOKING, flowFile('booking', 'book_train', 'Plain.'));
    await repository.published('full');
    await repository.releases.makeLive(repository.bot(), 1);
    assert.equal(repository.gitBytes('cat-file', 'blob', stored).toString(), crlf);
    repository.assertSound();
  });
});

describe('Names from a user or a file', function () {
  this.timeout(240_000);

  /** Everything that git or a shell could take for something else. */
  const hostile = fc.oneof(
    fc.constantFrom(
      '--upload-pack=touch canary',
      '-x',
      '--exec=sh',
      '@',
      'HEAD',
      'CON',
      'a..b',
      '../../etc',
      'a/b',
      'ext::sh -c touch% canary',
      '$(touch canary)',
      '`touch canary`',
      'a\nb',
      'a\0b',
      ':refs/heads/main',
      '+refs/heads/*:refs/heads/*',
      'refs/heads/main',
      'ü',
      '',
    ),
    fc.string({ maxLength: 20 }).map((text) => `-${text}`),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

  it('reach git neither as an option nor as a reference, and start nothing but git', async function () {
    if (process.platform === 'win32') this.skip();
    const lane = new RemoteLane();
    const path = process.env['PATH'] ?? '';
    try {
      await lane.first.published('full');
      const bin = lane.first.beside('bin');
      const log = lane.first.beside('words');
      mkdirSync(bin);
      writeFileSync(
        join(bin, 'git'),
        `#!/bin/sh\nfor word in "$@"; do printf '%s\\0' "$word"; done >> '${log}'\nPATH='${path}' exec git "$@"\n`,
      );
      chmodSync(join(bin, 'git'), 0o755);
      const { releases } = lane.first;
      const bot = lane.first.bot();
      const live = lane.live();
      await fc.assert(
        fc.asyncProperty(hostile, async (name) => {
          writeFileSync(log, '');
          process.env['PATH'] = `${bin}${delimiter}${path}`;
          const remote = await releases.setRemote(bot, name, { send: true });
          const scheduled = await releases.deploy(bot, {
            kind: 'schedule',
            action: 'deactivate',
            at: name,
            zone: name,
          });
          const evil = Object.assign(Object.create(bot) as typeof bot, { id: name });
          const state = await releases.versions(evil);
          process.env['PATH'] = path;
          assert.ok(!remote.ok);
          assert.equal(scheduled.outcome, 'failed');
          assert.ok(!state.ok || /^[a-z0-9][a-z0-9-]*$/.test(name), name);
          if (name.length > 2 && !/^(?:HEAD|CON|[a-z0-9-]+)$/.test(name)) {
            const words = system('cat', [log]).split('\0');
            assert.ok(!words.includes(name), JSON.stringify(name));
          }
        }),
        { numRuns: 25 },
      );
      assert.equal(lane.live(), live);
      assert.equal(lane.first.git('ls-files', '--others', 'canary'), '');
    } finally {
      process.env['PATH'] = path;
      lane.remove();
    }
  });

  it('notes are data: whatever they are, they come back as they were, and nothing else changes', async () => {
    const repository = new BotRepository();
    try {
      await repository.published('full');
      let count = 1;
      await fc.assert(
        fc.asyncProperty(hostile, async (text) => {
          repository.write(BOOKING, flowFile('booking', 'book_train', `Run ${count}.`));
          const notes = `notes ${text}`;
          const { version } = await repository.published('full', notes);
          assert.equal(version, ++count);
          const record = repository.record(`bots/choo-choo/v${version}`);
          assert.ok(record.notes.startsWith('notes'));
          assert.equal(record.kind, 'full');
        }),
        { numRuns: 8 },
      );
      repository.assertSound();
      assert.deepEqual(repository.git('for-each-ref', '--format=%(refname)', 'refs/heads'), LIVE);
    } finally {
      repository.remove();
    }
  });
});

describe('References that a push is made of', () => {
  it('cannot be deletions: an empty object name, or none at all, is refused before git is asked', () => {
    const ref = liveRef(asBotId('choo-choo') ?? assert.fail());
    const good = asOid('a'.repeat(40)) ?? assert.fail();
    assert.equal(pushRefspec({ ref, to: good, expected: undefined }), `${good}:${ref}`);
    assert.equal(lease({ ref, to: good, expected: undefined }), `--force-with-lease=${ref}:`);
    for (const bad of ['', '0'.repeat(40), 'HEAD', `${good} `]) {
      const to = bad as typeof good;
      assert.throws(() => pushRefspec({ ref, to, expected: undefined }), RangeError);
      assert.throws(() => lease({ ref, to: good, expected: to }), RangeError);
    }
  });
});
