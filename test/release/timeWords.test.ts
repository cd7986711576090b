import assert from 'node:assert/strict';
import { liveAtWords } from '../../server/src/release/liveAtWords';
import { asOid } from '../../server/src/release/git/names';
import { shortTime, timeWords } from '../../server/src/release/timeWords';

const BRUSSELS = { locale: 'en-GB', zone: 'Europe/Brussels' };

describe('Times for people', () => {
  it('are those of the reader: language, time zone by name, and offset', () => {
    assert.equal(
      timeWords('2026-11-01T11:00:00.000Z', BRUSSELS),
      '1 Nov 2026, 12:00:00 CET (Europe/Brussels)',
    );
    assert.match(
      timeWords('2026-11-01T12:00:00+01:00', { locale: 'nl', zone: 'UTC' }),
      /11:00:00 UTC \(UTC\)$/,
    );
    assert.equal(shortTime('2026-11-01T11:00:00Z', BRUSSELS), '1 Nov 2026, 12:00');
  });

  it('tell two times apart that clocks show alike', () => {
    const [summer, winter] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((at) =>
      timeWords(at, BRUSSELS),
    );
    assert.match(summer ?? '', /02:30:00 CEST/);
    assert.match(winter ?? '', /02:30:00 CET/);
  });

  it('stand in what was live', () => {
    const commit = asOid('0'.repeat(39) + '1');
    assert.ok(commit);
    const live = { version: 2, since: '2026-11-01T11:00:00Z', author: 'Ada Lovelace', commit };
    assert.equal(
      liveAtWords({ ...live, action: 'publish' }, BRUSSELS),
      'Version 2, since 1 Nov 2026, 12:00:00 CET (Europe/Brussels), published by Ada Lovelace.',
    );
    assert.equal(
      liveAtWords({ ...live, action: 'schedule' }, BRUSSELS),
      'Version 2, since 1 Nov 2026, 12:00:00 CET (Europe/Brussels), by the schedule.',
    );
    assert.equal(liveAtWords(undefined, BRUSSELS), 'Nothing was live.');
  });
});
