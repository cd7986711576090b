import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readSessionKey } from '../../../server/src/gateway/conversation/sessionKey';

/** Somebody who is not root. */
const NOBODY = 65_534;

/**
 * From now on this process is somebody who may write into the folder and not list it, where the system lets it become that.
 * @returns undoes it
 */
function becomeSomebodyWithout(folder: string): () => void {
  const isRoot = process.geteuid?.() === 0;
  chmodSync(folder, 0o300);
  if (isRoot) {
    chmodSync(dirname(folder), 0o755);
    try {
      chownSync(folder, NOBODY, NOBODY);
      process.seteuid?.(NOBODY);
    } catch {
      // Containers may know no other users, or forbid to become one.
    }
  }
  return () => {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o700);
  };
}

/** Whether files can be made and named in a folder that cannot be opened: not on Windows, nor in every container. */
function canOnlyWriteInto(folder: string): boolean {
  try {
    closeSync(openSync(folder, 'r'));
    return false;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) return false;
  }
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  try {
    writeFileSync(first, '');
    linkSync(first, second);
    rmSync(second);
    rmSync(first);
    return true;
  } catch {
    return false;
  }
}

describe('Gateway: the file of the session key', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'botlane-key-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is whole from the first moment on: of many that make it, all have the one that is there', async () => {
    const file = join(folder, 'gateway', 'session.key');
    const made = await Promise.all(Array.from({ length: 20 }, () => readSessionKey({}, file)));
    const keys = made.map((outcome) =>
      outcome.ok ? Buffer.from(outcome.key).toString('hex') : outcome.message,
    );
    assert.equal(new Set(keys).size, 1, keys.join('\n'));
    assert.match(keys[0] ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(readdirSync(join(folder, 'gateway')), ['session.key']);
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  for (const [what, text] of [
    ['empty', ''],
    ['cut off', 'c2hvcnQ='],
  ] as const) {
    it(`is never written over when it is ${what}, and what to do is said`, async () => {
      const file = join(folder, 'session.key');
      writeFileSync(file, text);
      const outcome = await readSessionKey({}, file);
      assert.ok(!outcome.ok);
      assert.ok(outcome.message.startsWith(`${file} holds no key of 32 bytes`), outcome.message);
      assert.match(outcome.message, /from a backup\. If there is none, delete the file/);
      assert.equal(readFileSync(file, 'utf8'), text);
      rmSync(file);
      assert.ok((await readSessionKey({}, file)).ok, 'as it was told');
    });
  }

  it('is made in a folder that cannot be written to the disk on demand', async function noSync() {
    const own = join(folder, 'own');
    mkdirSync(own);
    // Who may not list a folder cannot open it either, except root.
    const giveBack = becomeSomebodyWithout(own);
    try {
      if (!canOnlyWriteInto(own)) this.skip();
      const made = await readSessionKey({}, join(own, 'session.key'));
      assert.ok(made.ok, JSON.stringify(made));
    } finally {
      giveBack();
    }
    assert.deepEqual(readdirSync(own), ['session.key']);
  });

  it('is not made where the environment has the key, whose mistakes are told apart', async () => {
    const file = join(folder, 'session.key');
    const key = Buffer.alloc(32, 7).toString('base64');
    assert.ok((await readSessionKey({ BOTLANE_SESSION_KEY: key }, file)).ok);
    const wrong = await readSessionKey({ BOTLANE_SESSION_KEY: 'c2hvcnQ=' }, file);
    assert.ok(!wrong.ok);
    assert.match(wrong.message, /^BOTLANE_SESSION_KEY holds no key .*openssl rand -base64 32/);
    assert.deepEqual(readdirSync(folder), []);
  });
});
