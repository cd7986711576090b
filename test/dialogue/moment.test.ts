import assert from 'node:assert/strict';
import fc from 'fast-check';
import { momentHere, momentOf } from '../../server/src/dialogue/moment';
import { systemValues } from '../../server/src/dialogue/system';

describe('Dialogue: moments', () => {
  it('are read with the clock of the user', () => {
    const moment = momentOf('2026-12-01T00:30:00+01:00');
    assert.ok(moment);
    assert.deepEqual([moment.now.toISOString(), moment.offsetMinutes], ['2026-11-30T23:30:00.000Z', 60]);
    assert.equal(momentOf('2026-12-01T00:30-03:30')?.offsetMinutes, -210);
    assert.equal(momentOf('2026-12-01T00:30Z')?.offsetMinutes, 0);
    assert.deepEqual(systemValues('en', moment), {
      language: 'en',
      date: '2026-12-01',
      time: '00:30',
      hour: 0,
      minute: 30,
      weekday: 2,
    });
  });

  it('without an offset, or that are no dates, are none', () => {
    for (const text of ['2026-12-01T00:30:00', '2026-13-01T00:00Z', 'tomorrow', '']) {
      assert.equal(momentOf(text), undefined);
    }
  });

  it('of this machine are written so that they are read again as they were', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
        const { text, now, offsetMinutes } = momentHere(whole);
        assert.deepEqual(momentOf(text), { now, offsetMinutes });
      }),
    );
  });
});
