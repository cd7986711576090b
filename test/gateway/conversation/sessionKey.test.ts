import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSessionKey } from '../../../server/src/gateway/conversation/sessionKey';

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

  it('is never written over, whatever is in it', async () => {
    const file = join(folder, 'session.key');
    writeFileSync(file, '');
    const outcome = await readSessionKey({}, file);
    assert.ok(!outcome.ok);
    assert.match(outcome.message, /holds no key/);
    assert.equal(statSync(file).size, 0);
  });
});
