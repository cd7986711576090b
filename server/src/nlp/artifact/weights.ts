import type { LinearModel } from '../classifier/linearModel';
import { type ByteReader, type ByteWriter, MalformedBytes } from './bytes';

/** Writes a classifier: hashes and intents as differences, which are small, and so take a byte or two. */
export function writeWeights(writer: ByteWriter, model: LinearModel): void {
  writer.varint(model.intents);
  writer.varint(model.hashes.length);
  writer.varint(model.weights.length);
  writer.byte(model.unknownRarity);
  writer.float64(model.scale);
  writer.float64(model.sharpness);
  for (const bias of model.biases) writer.float64(bias);
  let previous = 0;
  model.hashes.forEach((hash, f) => {
    writer.varint(hash - previous);
    previous = hash;
    const start = model.starts[f] as number;
    const end = model.starts[f + 1] as number;
    writer.varint(end - start);
    let intent = 0;
    for (let w = start; w < end; w++) {
      writer.varint((model.intentOf[w] as number) - intent);
      intent = model.intentOf[w] as number;
    }
  });
  writer.bytes(model.rarities);
  writer.bytes(new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.byteLength));
}

/** Reads a classifier. Throws `MalformedBytes` rather than return a model with an index out of its bounds. */
export function readWeights(reader: ByteReader): LinearModel {
  return new StoredModel(reader);
}

/**
 * A classifier from its bytes.
 *
 * A class, and no object literal, on purpose: V8 13.6, which is in Node 24, sometimes gave the literals of the classifier
 * and of the tagger one box for a number that is not small and whole, and both then had the scale of the one read last.
 */
class StoredModel implements LinearModel {
  readonly intents: number;
  readonly hashes: Uint32Array;
  readonly rarities: Uint8Array;
  readonly unknownRarity: number;
  readonly starts: Uint32Array;
  readonly intentOf: Uint16Array;
  readonly weights: Int8Array;
  readonly scale: number;
  readonly biases: Float64Array;
  readonly sharpness: number;

  constructor(reader: ByteReader) {
    const intents = reader.varint();
    const features = reader.varint();
    const count = reader.varint();
    // Every feature and weight takes bytes of its own: a length that cannot be true allocates nothing.
    if (intents < 1 || intents > 0xffff || features * 3 + count * 2 > reader.remaining) {
      throw new MalformedBytes('the counts do not fit');
    }
    this.intents = intents;
    this.unknownRarity = reader.byte();
    this.scale = reader.float64();
    this.sharpness = reader.float64();
    if (!(this.scale > 0) || !(this.sharpness > 0)) throw new MalformedBytes('a scale is not positive');
    this.biases = Float64Array.from({ length: intents }, () => reader.float64());
    this.hashes = new Uint32Array(features);
    this.starts = new Uint32Array(features + 1);
    this.intentOf = new Uint16Array(count);
    this.readFeatures(reader);
    this.rarities = reader.bytes(features).slice();
    this.weights = new Int8Array(reader.bytes(count).slice().buffer);
  }

  private readFeatures(reader: ByteReader): void {
    const { intents, hashes, starts, intentOf } = this;
    const count = intentOf.length;
    let hash = 0;
    let end = 0;
    for (let f = 0; f < hashes.length; f++) {
      const difference = reader.varint();
      hash += difference;
      if (hash > 0xffffffff || (f > 0 && difference === 0))
        throw new MalformedBytes('the features are out of order');
      hashes[f] = hash;
      const own = reader.varint();
      if (own > count - end) throw new MalformedBytes('there are too many weights');
      let intent = 0;
      for (let w = 0; w < own; w++) {
        const step = reader.varint();
        intent += step;
        if (intent >= intents || (w > 0 && step === 0))
          throw new MalformedBytes('an intent is out of bounds');
        intentOf[end++] = intent;
      }
      starts[f + 1] = end;
    }
    if (end !== count) throw new MalformedBytes('weights are missing');
  }
}
