import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileReading, FileSystem } from '../../server/src/files/fileSystem';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { OverlayFileSystem } from '../../server/src/files/overlay';
import { fileUri, relativePath } from '../../server/src/text/uri';

let folder = '';

function write(path: string, content: string | Uint8Array = 'x'): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function found(files: FileSystem, below = ''): string[] {
  const root = fileUri(join(folder, below));
  return files.definitionFiles(root).map((uri) => relativePath(root, uri) ?? '');
}

function read(files: FileSystem, path: string): FileReading {
  return files.read(fileUri(join(folder, path)));
}

function reason(reading: FileReading): string {
  return reading.ok ? 'ok' : reading.problem.reason;
}

/** Names that a search finds and names that it does not. */
const WANTED = [
  'bot.yaml',
  'flows/a #1 50%.flow.yaml',
  'flows/b.flow.yaml',
  'flows/deep/er/c.bottest.yaml',
  'ü 日本/a.intent.yaml',
  'x.entity.yaml',
];
const UNWANTED = [
  'README.md',
  'bot.yml',
  'flows/.hidden/a.flow.yaml',
  'node_modules/bot/bot.yaml',
  '.git/bot.yaml',
  '.intent.yaml',
  'flow.yaml',
];

describe('file systems', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'botlane files '));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe('on disk', () => {
    it('finds the definition files at any depth, in code point order, and nothing else', () => {
      for (const path of [...UNWANTED, ...WANTED]) write(path);
      mkdirSync(join(folder, 'a folder.flow.yaml'));
      const files = new NodeFileSystem();
      const uris = files.definitionFiles(fileUri(folder));
      assert.deepEqual(found(files).toSorted(), WANTED.toSorted());
      assert.deepEqual(uris, uris.toSorted());
      assert.deepEqual(found(files, 'flows/deep'), ['er/c.bottest.yaml']);
    });

    it('lists a folder of any size in small pieces', () => {
      const files = new NodeFileSystem();
      for (let i = 0; i < 700; i++) write(`many/i${i}.intent.yaml`);
      write('many/deep/bot.yaml');
      const pieces = [...files.listing(fileUri(folder))];
      assert.ok(
        pieces.every(({ length }) => length <= 256),
        String(pieces.map(({ length }) => length)),
      );
      assert.deepEqual(pieces.flat().sort(), files.definitionFiles(fileUri(folder)));
      // Left in the middle, it holds on to nothing: the folder can be listed, and taken away.
      for (const _ of files.listing(fileUri(folder))) break;
    });

    it('finds nothing where no folder is', () => {
      assert.deepEqual(found(new NodeFileSystem(), 'missing'), []);
      assert.deepEqual([...new NodeFileSystem().listing(fileUri(join(folder, 'missing')))], []);
    });

    it('does not follow links: to files, to folders, in circles, to nowhere', () => {
      write('bot.yaml');
      write('outside/a.flow.yaml');
      mkdirSync(join(folder, 'bot'));
      symlinkSync(join(folder, 'outside'), join(folder, 'bot', 'linked'));
      symlinkSync(join(folder, 'bot'), join(folder, 'bot', 'circle'));
      symlinkSync(join(folder, 'bot.yaml'), join(folder, 'bot', 'bot.yaml'));
      symlinkSync(join(folder, 'self.flow.yaml'), join(folder, 'bot', 'self.flow.yaml'));
      symlinkSync(join(folder, 'nowhere'), join(folder, 'bot', 'b.flow.yaml'));
      write('bot/c.flow.yaml');
      const files = new NodeFileSystem();
      assert.deepEqual(found(files, 'bot'), ['c.flow.yaml']);
      assert.equal(reason(read(files, 'bot/bot.yaml')), 'not-a-regular-file');
    });

    it('knows what is a folder that it would go into: no file, no link, nothing that is gone', () => {
      write('inner/bot.yaml');
      symlinkSync(join(folder, 'inner'), join(folder, 'linked'));
      const files = new NodeFileSystem();
      for (const [path, is] of [
        ['inner', true],
        ['inner/bot.yaml', false],
        ['inner/bot.yaml/below', false],
        ['linked', false],
        ['gone', false],
        ['with\0nothing', false],
      ] as const) {
        assert.equal(files.isFolder(fileUri(join(folder, path))), is, path);
      }
      const memory = new MemoryFileSystem(new Map([['file:///m/a/bot.yaml', '']]));
      assert.deepEqual(
        ['file:///m/a', 'file:///m/a/bot.yaml', 'file:///m/b'].map((uri) => memory.isFolder(uri)),
        [true, false, false],
      );
    });

    it('reads through a folder that is itself a link, when asked to', () => {
      write('real/bot.yaml');
      symlinkSync(join(folder, 'real'), join(folder, 'workspace'));
      assert.deepEqual(found(new NodeFileSystem(), 'workspace'), ['bot.yaml']);
    });

    it('reads a file as it is', () => {
      write('flows/a #1 50%.flow.yaml', 'flow: 😀\r\n');
      write('empty.flow.yaml', '');
      const files = new NodeFileSystem();
      assert.deepEqual(read(files, 'flows/a #1 50%.flow.yaml'), { ok: true, text: 'flow: 😀\r\n' });
      assert.deepEqual(read(files, 'empty.flow.yaml'), { ok: true, text: '' });
    });

    it('refuses folders, pipes and devices without waiting for them', function () {
      const files = new NodeFileSystem();
      mkdirSync(join(folder, 'a.flow.yaml'));
      assert.equal(reason(read(files, 'a.flow.yaml')), 'not-a-regular-file');
      if (process.platform === 'win32') this.skip();
      execFileSync('mkfifo', [join(folder, 'pipe.flow.yaml')]);
      assert.equal(reason(read(files, 'pipe.flow.yaml')), 'not-a-regular-file');
      assert.deepEqual(found(files), []);
      assert.equal(reason(files.read(fileUri('/dev/zero'))), 'not-a-regular-file');
    });

    it('refuses what is too large before it reads it, to the byte', () => {
      write('a.flow.yaml', 'x'.repeat(10));
      assert.equal(reason(read(new NodeFileSystem(10), 'a.flow.yaml')), 'ok');
      assert.equal(reason(read(new NodeFileSystem(9), 'a.flow.yaml')), 'too-large');
      write('b.flow.yaml', 'x'.repeat(3 * 1024 * 1024));
      const reading = read(new NodeFileSystem(), 'b.flow.yaml');
      assert.ok(!reading.ok);
      assert.match(reading.problem.message, /3 MB, at most 2 MB/);
    });

    it('refuses bytes that are not text', () => {
      write('a.flow.yaml', Uint8Array.from([0x61, 0xff]));
      write('b.flow.yaml', 'a\0b');
      const files = new NodeFileSystem();
      assert.equal(reason(read(files, 'a.flow.yaml')), 'not-utf-8');
      assert.equal(reason(read(files, 'b.flow.yaml')), 'control-character');
    });

    it('says that a file is gone, also when its folder is, or is a file by now', () => {
      write('a');
      const files = new NodeFileSystem();
      for (const path of ['b.flow.yaml', 'c/d.flow.yaml', 'a/b.flow.yaml']) {
        assert.equal(reason(read(files, path)), 'missing', path);
      }
    });

    it('says that a file may not be read, and goes on without a folder that may not', function () {
      if (process.platform === 'win32' || process.getuid?.() === 0) this.skip(); // everything may be read there
      chmodSync(write('a.flow.yaml'), 0);
      write('closed/b.flow.yaml');
      chmodSync(join(folder, 'closed'), 0);
      const files = new NodeFileSystem();
      assert.equal(reason(read(files, 'a.flow.yaml')), 'unreadable');
      assert.deepEqual(found(files), ['a.flow.yaml']);
      chmodSync(join(folder, 'closed'), 0o700);
    });

    it('has a reason for every name, whatever is wrong with it', () => {
      const files = new NodeFileSystem();
      assert.equal(reason(read(files, `${'x'.repeat(5000)}.flow.yaml`)), 'unreadable');
      assert.equal(reason(files.read('file:///a%00b.flow.yaml')), 'unreadable');
    });
  });

  describe('in memory', () => {
    it('finds and reads as the disk does', () => {
      const contents = new Map<string, string | Uint8Array>();
      for (const path of [...UNWANTED, ...WANTED])
        contents.set(fileUri(write(path, `at ${path}`)), `at ${path}`);
      const disk = new NodeFileSystem();
      const memory = new MemoryFileSystem(contents);
      const root = fileUri(folder);
      assert.deepEqual(memory.definitionFiles(root), disk.definitionFiles(root));
      for (const uri of disk.definitionFiles(root)) assert.deepEqual(memory.read(uri), disk.read(uri));
    });

    it('has the same guards', () => {
      const files = new MemoryFileSystem(
        new Map<string, string | Uint8Array>([
          ['file:///a', Uint8Array.from([0xff])],
          ['file:///b', 'a\0'],
          ['file:///c', 'four'],
          ['file:///d', new TextEncoder().encode('four')],
          ['file:///e', new TextEncoder().encode('ok')],
        ]),
        3,
      );
      const reasons = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => reason(files.read(`file:///${name}`)));
      assert.deepEqual(reasons, [
        'not-utf-8',
        'control-character',
        'too-large',
        'too-large',
        'ok',
        'missing',
      ]);
    });
  });

  describe('with open documents', () => {
    it('lets an open document speak instead of its file, until it is closed', () => {
      const uri = fileUri(write('a.flow.yaml', 'saved'));
      const files = new OverlayFileSystem(new NodeFileSystem());
      files.open(uri, 'typed');
      files.open(uri, 'typed more');
      assert.ok(files.isOpen(uri));
      assert.deepEqual(files.read(uri), { ok: true, text: 'typed more' });
      files.close(uri);
      assert.ok(!files.isOpen(uri));
      assert.deepEqual(files.read(uri), { ok: true, text: 'saved' });
    });

    it('has documents whose file is not there yet, or not any more', () => {
      const gone = write('b.flow.yaml', 'saved');
      const files = new OverlayFileSystem(new NodeFileSystem());
      files.open(fileUri(join(folder, 'new', 'a.flow.yaml')), 'new');
      files.open(fileUri(gone), 'still open');
      rmSync(gone);
      assert.deepEqual(found(files), ['b.flow.yaml', 'new/a.flow.yaml']);
      assert.deepEqual(found(files, 'new'), ['a.flow.yaml']);
      assert.deepEqual(read(files, 'b.flow.yaml'), { ok: true, text: 'still open' });
      files.close(fileUri(gone));
      assert.deepEqual(found(files), ['new/a.flow.yaml']);
      assert.equal(reason(read(files, 'b.flow.yaml')), 'missing');
    });

    it('names each file once, and none that a search would not find', () => {
      const uri = fileUri(write('a.flow.yaml'));
      const files = new OverlayFileSystem(new NodeFileSystem());
      files.open(uri, 'typed');
      for (const path of UNWANTED) files.open(fileUri(join(folder, path)), 'typed');
      files.open(fileUri('/elsewhere/a.flow.yaml'), 'typed');
      assert.deepEqual(found(files), ['a.flow.yaml']);
    });

    it('has the guards of the disk for open documents', () => {
      const uri = fileUri(join(folder, 'a.flow.yaml'));
      const files = new OverlayFileSystem(new NodeFileSystem(), 5);
      files.open(uri, 'too long');
      assert.equal(reason(files.read(uri)), 'too-large');
      files.open(uri, 'a\x07');
      assert.equal(reason(files.read(uri)), 'control-character');
    });
  });
});
