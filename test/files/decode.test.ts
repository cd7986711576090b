import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkOpenText, decode } from '../../server/src/files/decode';
import type { FileReading } from '../../server/src/files/fileSystem';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function reason(reading: FileReading): string {
  return reading.ok ? 'ok' : reading.problem.reason;
}

describe('decoding a file', () => {
  it('gives back every text that may stand in a file', () => {
    const allowed = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/\p{Cc}/u.test(text) && !text.startsWith('\ufeff'));
    fc.assert(fc.property(allowed, (text) => assert.deepEqual(decode(bytes(text)), { ok: true, text })));
    assert.deepEqual(decode(bytes('a\tb\r\nc\n\u0085')), { ok: true, text: 'a\tb\r\nc\n\u0085' });
  });

  it('leaves out a byte order mark, as editors do, so that positions agree', () => {
    assert.deepEqual(decode(bytes('\ufeffintent: a')), { ok: true, text: 'intent: a' });
  });

  it('refuses what is not UTF-8 and says where', () => {
    const latin1 = Uint8Array.from([...bytes('a: b\nc: é ='), 0xe9, 0x20, 0x62]);
    const reading = decode(latin1);
    assert.ok(!reading.ok);
    assert.equal(reading.problem.reason, 'not-utf-8');
    assert.equal(reading.problem.offset, 'a: b\nc: é ='.length);
    assert.match(reading.problem.message, /line 2/);
    // overlong, a surrogate, cut short, UTF-16
    for (const wrong of [
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf0, 0x9f, 0x98],
      [0xff, 0xfe, 0x61, 0x00],
    ]) {
      assert.equal(reason(decode(Uint8Array.from(wrong))), 'not-utf-8');
    }
  });

  it('refuses control characters and says which and where', () => {
    const reading = decode(bytes('a: b\n  c\x1b[31m'));
    assert.ok(!reading.ok);
    assert.equal(reading.problem.reason, 'control-character');
    assert.equal(reading.problem.offset, 8);
    assert.equal(reading.text, 'a: b\n  c\x1b[31m');
    assert.match(reading.problem.message, /U\+001B.*line 2, column 4/);
    assert.doesNotMatch(reading.problem.message, /\p{Cc}/u);
  });

  it('says what is wrong with a binary file, a lone carriage return and half a character', () => {
    const message = (reading: FileReading): string => (reading.ok ? '' : reading.problem.message);
    assert.match(message(decode(bytes('a\0b'))), /not a text file/);
    assert.match(message(decode(bytes('a\nb\rc'))), /Line 2 ends with a carriage return/);
    assert.match(message(checkOpenText('a \ud83d b')), /Half of a character/);
  });

  it('refuses what is larger than allowed, by bytes, in files and in editors alike', () => {
    assert.equal(reason(decode(bytes('aé'), 3)), 'ok');
    assert.equal(reason(decode(bytes('aé'), 2)), 'too-large');
    assert.equal(reason(checkOpenText('aé', 3)), 'ok');
    assert.equal(reason(checkOpenText('aé', 2)), 'too-large');
    assert.equal(reason(checkOpenText('a'.repeat(3 * 1024 * 1024))), 'too-large');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (data) => void decode(data)),
      { numRuns: 2000 },
    );
  });
});
