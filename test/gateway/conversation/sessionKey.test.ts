import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
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
import { join } from 'node:path';
import { readSessionKey } from '../../../server/src/gateway/conversation/sessionKey';

/** Somebody who is not root. */
const NOBODY = 65_534;

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
    if (process.platform === 'win32') this.skip();
    const own = join(folder, 'own');
    mkdirSync(own);
    // Who may not list a folder cannot open it either, except root.
    chmodSync(own, 0o300);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) {
      chmodSync(folder, 0o755);
      chownSync(own, NOBODY, NOBODY);
      process.seteuid?.(NOBODY);
    }
    try {
      assert.throws(() => openSync(own, 'r'), { code: 'EACCES' });
      const made = await readSessionKey({}, join(own, 'session.key'));
      assert.ok(made.ok, JSON.stringify(made));
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(own, 0o700);
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
