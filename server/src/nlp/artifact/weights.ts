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
  const intents = reader.varint();
  const features = reader.varint();
  const count = reader.varint();
  // Every feature and weight takes bytes of its own: a length that cannot be true allocates nothing.
  if (intents < 1 || intents > 0xffff || features * 3 + count * 2 > reader.remaining) {
    throw new MalformedBytes('the counts do not fit');
  }
  const unknownRarity = reader.byte();
  const scale = reader.float64();
  const sharpness = reader.float64();
  if (!(scale > 0) || !(sharpness > 0)) throw new MalformedBytes('a scale is not positive');
  const biases = Float64Array.from({ length: intents }, () => reader.float64());
  const hashes = new Uint32Array(features);
  const starts = new Uint32Array(features + 1);
  const intentOf = new Uint16Array(count);
  let hash = 0;
  let end = 0;
  for (let f = 0; f < features; f++) {
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
      if (intent >= intents || (w > 0 && step === 0)) throw new MalformedBytes('an intent is out of bounds');
      intentOf[end++] = intent;
    }
    starts[f + 1] = end;
  }
  if (end !== count) throw new MalformedBytes('weights are missing');
  const rarities = reader.bytes(features).slice();
  const weights = new Int8Array(reader.bytes(count).slice().buffer);
  return { intents, hashes, rarities, unknownRarity, starts, intentOf, weights, scale, biases, sharpness };
}
