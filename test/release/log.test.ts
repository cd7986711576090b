import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import type { Version } from '../../server/src/release/contract';
import { searchVersions } from '../../server/src/release/search';
import { BotRepository, flowFile } from '../support/repository';

describe('What was live when, and what was in it', function () {
  this.timeout(240_000);
  let repository: BotRepository;
  const kept = { ...process.env };

  /** Everything that is written from here on is dated so. */
  function at(date: string): void {
    process.env['GIT_AUTHOR_DATE'] = date;
    process.env['GIT_COMMITTER_DATE'] = date;
  }

  before(async () => {
    repository = new BotRepository();
    at('2026-11-01T10:00:00+01:00');
    await repository.published('full', 'One');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Second.'));
    at('2026-11-02T10:00:00+01:00');
    await repository.published('full', 'Two');
    at('2026-11-03T10:00:00+01:00');
    await repository.releases.makeLive(repository.bot(), 1);
    process.env = { ...kept };
  });
  after(() => {
    process.env = { ...kept };
    repository.assertSound();
    repository.remove();
  });

  for (const [instant, version, action] of [
    ['2026-11-01T09:59:59+01:00', undefined, undefined],
    ['2026-11-01T10:00:00+01:00', 1, 'publish'],
    ['2026-11-02T08:59:59Z', 1, 'publish'],
    ['2026-11-02T09:00:00Z', 2, 'publish'],
    ['2026-11-03T09:00:00Z', 1, 'switch'],
    ['2099-01-01T00:00:00Z', 1, 'switch'],
  ] as const) {
    it(`at ${instant} it was ${version === undefined ? 'nothing' : `version ${version}`}`, async () => {
      const found = await repository.releases.liveAt(repository.bot(), new Date(instant));
      assert.ok(found.ok);
      assert.deepEqual([found.value?.version, found.value?.action], [version, action]);
      if (found.value) assert.ok(Date.parse(found.value.since) <= Date.parse(instant));
    });
  }

  it('a version becomes a zip of what git holds, the same bytes in every time zone', async () => {
    const zip = await repository.releases.exportVersion(repository.bot(), 2);
    assert.ok(zip.ok);
    const entries = unzipSync(zip.value);
    const listed = repository.git('ls-tree', '-r', '--name-only', 'bots/choo-choo/v2').split('\n');
    assert.deepEqual(
      Object.keys(entries),
      listed.filter((path) => path !== 'deployment.json'),
    );
    for (const [path, bytes] of Object.entries(entries)) {
      assert.deepEqual(Buffer.from(bytes), repository.gitBytes('show', `bots/choo-choo/v2:${path}`), path);
    }
    const program = `
      const { createReleases } = require('./server/src/release/service');
      const { snapshotOf } = require('./server/src/project/project');
      const { NodeFileSystem } = require('./server/src/files/nodeFileSystem');
      const { fileUri } = require('./server/src/text/uri');
      const [bot] = snapshotOf(new NodeFileSystem(), [fileUri(process.argv[1])]).bots;
      createReleases({ trusted: true }).exportVersion(bot, 2).then(({ value }) => process.stdout.write(value));
    `;
    for (const TZ of ['UTC', 'Asia/Tokyo', 'America/St_Johns']) {
      const again = execFileSync(process.execPath, ['-e', program, repository.folder], {
        cwd: `${__dirname}/../..`,
        env: { ...process.env, TZ },
      });
      assert.ok(Buffer.from(zip.value).equals(again), TZ);
    }
  });

  it('a version that there is not is not exported', async () => {
    const missing = await repository.releases.exportVersion(repository.bot(), 7);
    assert.ok(!missing.ok);
    assert.equal(missing.error.reason, 'version-missing');
  });

  it('before a version goes live it is said what changes and what speaks against it', async () => {
    const found = await repository.releases.previewLive(repository.bot(), 2);
    assert.ok(found.ok);
    assert.deepEqual(
      found.value.comparison?.changes.map(({ name }) => name),
      ['booking/start'],
    );
    assert.deepEqual(found.value.doubts, []);
  });
});

describe('Searching versions', () => {
  const versions: readonly Version[] = [
    ['Tickets for groups', 'Ada Lovelace', 'full'],
    ['Café hours\nand more', 'Grace Hopper', 'nlp'],
    ['Tickets', 'Grace Hopper', 'flows'],
  ].map(([notes = '', author = '', kind], at) => ({
    version: at + 1,
    kind: kind as Version['kind'],
    notes,
    author,
    date: '2026-11-01T10:00:00Z',
    commit: 'c'.repeat(40) as Version['commit'],
    tag: '',
    source: null,
    base: null,
    models: new Map(),
    overrides: [],
    live: false,
  }));

  for (const [query, found] of [
    ['tickets', [1, 3]],
    ['GRACE tickets', [3]],
    ['cafe', [2]],
    ['more', [2]],
    ['v2', [2]],
    ['3', [3]],
    ['nlp', [2]],
    ['', [1, 2, 3]],
    ['nowhere', []],
  ] as const) {
    it(`“${query}” finds ${found.join(', ') || 'none'}`, () => {
      assert.deepEqual(
        searchVersions(versions, query).map(({ version }) => version),
        found,
      );
    });
  }
});
