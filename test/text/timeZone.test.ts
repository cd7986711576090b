import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isZone } from '../../server/src/text/timeZone';

const MODULE = join(__dirname, '..', '..', 'server', 'src', 'text', 'timeZone.js');

/** What a process that is started with this `TZ` takes for its time zone. */
function zoneWith(zone: string | undefined): string {
  const program = `process.stdout.write(require(${JSON.stringify(MODULE)}).ownTimeZone())`;
  const { TZ: _, ...rest } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], {
    env: zone === undefined ? rest : { ...rest, TZ: zone },
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  return stdout;
}

describe('The time zone of this computer', () => {
  it('is the one that TZ names', () => assert.equal(zoneWith('Europe/Brussels'), 'Europe/Brussels'));

  it('can be used whatever TZ says: empty as in containers, the path of a file, no zone at all', () => {
    for (const zone of [undefined, '', ':/etc/localtime', 'Nowhere/Atlantis', 'CET-1CEST'])
      assert.ok(isZone(zoneWith(zone)), `TZ=${zone}`);
    assert.equal(zoneWith(''), 'UTC');
  });
});
