import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ByteReader, ByteWriter, MalformedBytes } from '../../server/src/nlp/artifact/bytes';

describe('NLP: numbers in an artifact', () => {
  it('are read as they were written, up to 32 bits', () => {
    const turns = [0, 127, 128, 2 ** 14 - 1, 2 ** 28 - 1, 2 ** 28, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];
    const number = fc.oneof(fc.constantFrom(...turns), fc.nat(0xffffffff));
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const writer = new ByteWriter();
        for (const each of numbers) writer.varint(each);
        const reader = new ByteReader(writer.finish());
        assert.deepEqual(
          numbers.map(() => reader.varint()),
          numbers,
        );
        assert.equal(reader.remaining, 0);
      }),
    );
  });

  for (const [what, bytes] of [
    ['larger ones', [0xff, 0xff, 0xff, 0xff, 0x10]],
    ['longer ones', [0x80, 0x80, 0x80, 0x80, 0x80, 0x00]],
    ['ones that are cut off', [0x80]],
  ] as const) {
    it(`are refused: ${what}`, () => {
      assert.throws(() => new ByteReader(Uint8Array.from(bytes)).varint(), MalformedBytes);
    });
  }
});
