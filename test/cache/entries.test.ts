import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CacheEntries } from '../../server/src/cache/entries';
import { cacheFolder } from '../../server/src/cache/folder';
import { TemporaryFolder } from '../support/folders';

const ROOM = { entries: 10, bytes: 1_000_000 };

describe('entries of the cache', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  const within = (): string => join(folder.path, 'cache');
  const files = (): string[] => readdirSync(within()).map((name) => join(within(), name));

  it('come out as they went in, by their key, for whoever shares the folder', () => {
    const entries = new CacheEntries(within(), ROOM);
    entries.write('one', { text: 'line\nother 😀' });
    entries.write('two', [2]);
    entries.write('two', [3]);
    const others = new CacheEntries(within(), ROOM);
    assert.deepEqual(others.read('one'), { text: 'line\nother 😀' });
    assert.deepEqual(others.read('two'), [3]);
    assert.equal(others.read('three'), undefined);
    assert.equal(files().length, 2, 'nothing is left over');
  });

  it('are not there when they are damaged in any place', () => {
    const entries = new CacheEntries(within(), ROOM);
    entries.write('one', { answer: 42 });
    const [file = ''] = files();
    const sound = readFileSync(file);
    for (let at = 0; at < sound.length; at++) {
      const damaged = Buffer.from(sound);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file, damaged);
      assert.equal(entries.read('one'), undefined, `byte ${at}`);
      writeFileSync(file, sound);
      truncateSync(file, at);
      assert.equal(entries.read('one'), undefined, `cut at ${at}`);
    }
    entries.write('one', { answer: 43 });
    assert.deepEqual(entries.read('one'), { answer: 43 });
  });

  it('are as many and as large as they may be: those used last stay', () => {
    const entries = new CacheEntries(within(), { entries: 2, bytes: 1_000_000 });
    entries.write('one', 1);
    entries.write('two', 2);
    for (const file of files()) utimesSync(file, 1000, 1000);
    assert.equal(entries.read('one'), 1);
    entries.write('three', 3);
    assert.deepEqual([entries.read('one'), entries.read('two'), entries.read('three')], [1, undefined, 3]);
    const small = new CacheEntries(within(), { entries: 2, bytes: 200 });
    small.write('four', 'x'.repeat(100));
    assert.equal(files().length, 1);
    small.write('five', 'x'.repeat(300));
    assert.equal(small.read('five'), undefined);
  });

  it('are bounded, too, where the folder is not looked through at each write', () => {
    const limits = { entries: 256, bytes: 1_000_000 };
    const entries = new CacheEntries(within(), limits);
    for (let index = 0; index < 600; index++) entries.write(`entry ${index}`, index);
    assert.ok(files().length >= 256 && files().length < 260, String(files().length));
    assert.equal(entries.read('entry 599'), 599);
    entries.write('large', 'x'.repeat(999_000));
    entries.write('largest', 'x'.repeat(999_500));
    assert.equal(entries.read('large'), undefined);
    new CacheEntries(within(), { ...limits, entries: 1 }).write('one', 1);
    assert.equal(files().length, 1, 'what another process left is looked through at the first write');
  });

  it('are not counted with folders that lie beside them', () => {
    folder.write('cache/models/a', 'x');
    const entries = new CacheEntries(within(), { entries: 1, bytes: 100 });
    entries.write('one', 1);
    assert.equal(entries.read('one'), 1);
  });

  it('are missed, and nothing more, when a value is none that could be written', () => {
    const entries = new CacheEntries(within(), ROOM);
    const endless: { self?: unknown } = {};
    endless.self = endless;
    for (const value of [endless, 1n, undefined]) entries.write('one', value);
    assert.equal(entries.read('one'), undefined);
  });

  it('are not there, and not written, where others than this user can write', function () {
    if (process.platform === 'win32') this.skip();
    const entries = new CacheEntries(within(), ROOM);
    entries.write('one', 1);
    const [file = ''] = files();
    for (const [path, sound] of [
      [file, 0o600],
      [within(), 0o700],
    ] as const) {
      for (const open of [0o020, 0o002]) {
        chmodSync(path, sound | open);
        assert.equal(entries.read('one'), undefined, `${path} ${open.toString(8)}`);
        if (path === within()) entries.write('two', 2);
        chmodSync(path, sound);
        assert.equal(entries.read('one'), 1);
      }
    }
    assert.equal(files().length, 1);
  });

  it("are not there, and not written, where they are another user's", function () {
    if (process.getuid?.() !== 0) this.skip(); // only the administrator gives files away
    const entries = new CacheEntries(within(), ROOM);
    entries.write('one', 1);
    for (const path of [...files(), within()]) {
      chownSync(path, 12_345, 0);
      assert.equal(entries.read('one'), undefined, path);
      if (path === within()) entries.write('two', 2);
      chownSync(path, 0, 0);
      assert.equal(entries.read('one'), 1);
    }
    assert.equal(files().length, 1);
  });

  it('are missed, and nothing more, where no folder can be made', () => {
    folder.write('cache', 'a file');
    const entries = new CacheEntries(within(), ROOM);
    entries.write('one', 1);
    assert.equal(entries.read('one'), undefined);
    assert.equal(readFileSync(within(), 'utf8'), 'a file');
  });
});

describe('the folder of the cache', () => {
  it('is the one of the system, or the one that is named with its whole path', () => {
    assert.equal(cacheFolder({ XDG_CACHE_HOME: '/caches' }, 'linux'), join('/caches', 'botlane'));
    assert.match(cacheFolder({ XDG_CACHE_HOME: 'caches' }, 'linux'), /[\\/]\.cache[\\/]botlane$/);
    assert.match(cacheFolder({}, 'darwin'), /Library[\\/]Caches[\\/]botlane$/);
    const local = cacheFolder({ LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' }, 'win32');
    assert.equal(local, join('C:\\Users\\ada\\AppData\\Local', 'botlane', 'Cache'));
  });
});
