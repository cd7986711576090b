import assert from 'node:assert/strict';
import fc from 'fast-check';
import { crc32 } from '../../server/src/nlp/artifact/crc32';
import type { ModelArtifact } from '../../server/src/nlp/contract';
import { loadModel } from '../../server/src/nlp/loadModel';
import { artifactOf, modelOf, TRAVEL } from './trainBot';

describe('NLP: model artifact', () => {
  let artifact: ModelArtifact;
  before(async () => {
    artifact = await artifactOf(TRAVEL);
  });

  function reasonFor(bytes: Uint8Array): string {
    const loaded = loadModel(bytes);
    assert.ok(!loaded.ok);
    assert.match(loaded.message, /^The model .*\. Train again to replace it\.$/);
    return loaded.reason;
  }

  /** Bytes with a checksum that fits, as an attacker would write them. */
  function resealed(change: (bytes: Uint8Array) => void): Uint8Array {
    const bytes = artifact.bytes.slice();
    change(bytes);
    new DataView(bytes.buffer).setUint32(bytes.length - 4, crc32(bytes.subarray(0, -4)), true);
    return bytes;
  }

  it('knows its hashes and its language', () => {
    const model = modelOf(artifact.bytes);
    assert.equal(model.hash, artifact.artifact);
    assert.equal(model.input, artifact.input);
    assert.equal(model.language, 'en');
    assert.deepEqual([...model.summary.intents.keys()], ['book_train', 'opening_hours', 'refund']);
  });

  it('is read from a part of a larger buffer, too', () => {
    const larger = new Uint8Array(artifact.bytes.length + 7);
    larger.set(artifact.bytes, 3);
    const part = larger.subarray(3, 3 + artifact.bytes.length);
    assert.deepEqual(modelOf(part).classify('refund'), modelOf(artifact.bytes).classify('refund'));
  });

  it('is read as the first format had it, before entities were learned', () => {
    const view = new DataView(artifact.bytes.buffer, artifact.bytes.byteOffset);
    assert.equal(view.getUint32(4, true), 2);
    // The same without the byte that says that there is no tagger.
    const first = new Uint8Array([...artifact.bytes.subarray(0, -5), 0, 0, 0, 0]);
    const written = new DataView(first.buffer);
    written.setUint32(4, 1, true);
    written.setUint32(first.length - 4, crc32(first.subarray(0, -4)), true);
    assert.deepEqual(modelOf(first).classify('refund'), modelOf(artifact.bytes).classify('refund'));
  });

  it('is refused with any bit changed', () => {
    fc.assert(
      fc.property(fc.nat(artifact.bytes.length * 8 - 1), (bit) => {
        const bytes = artifact.bytes.slice();
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        assert.equal(reasonFor(bytes), 'corrupted');
      }),
    );
  });

  it('is refused when cut short, empty, longer, or of another kind', () => {
    fc.assert(
      fc.property(fc.nat(artifact.bytes.length - 1), (length) => {
        assert.equal(reasonFor(artifact.bytes.subarray(0, length)), 'corrupted');
      }),
    );
    assert.equal(reasonFor(new Uint8Array([...artifact.bytes, 0])), 'corrupted');
    assert.equal(reasonFor(new TextEncoder().encode('{"intents":["no","model","at","all"]}')), 'corrupted');
  });

  it('of another layout, or of a size no bot needs, is refused for that reason', () => {
    assert.equal(
      reasonFor(
        resealed((bytes) => {
          bytes[4] = 200;
        }),
      ),
      'unsupported',
    );
    assert.equal(reasonFor(new Uint8Array(65 * 1024 * 1024)), 'too-large');
  });

  it('with a checksum that fits and content that does not, never throws and never answers out of bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(artifact.bytes.length - 5), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const loaded = loadModel(
            resealed((bytes) => {
              for (const [at, value] of changes) bytes[at] = value;
            }),
          );
          if (!loaded.ok) return;
          for (const { score } of loaded.model.classify('I want a ticket to Brussels')) {
            assert.ok(score >= 0 && score <= 1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
