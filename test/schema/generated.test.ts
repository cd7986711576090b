import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

describe('Generated files', () => {
  it('are what the schemas and rules make of them now', () => {
    const script = resolve(__dirname, '..', '..', '..', 'scripts', 'generate.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /\d\d+ generated files are fresh/);
  }).timeout(60_000);
});
