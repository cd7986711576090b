import { indexOfHash, valueOf, type Vocabulary } from './vocabulary';

/** A text over a vocabulary: index of each known feature and the value by which its weights count. */
export interface Encoded {
  readonly features: readonly number[];
  readonly values: readonly number[];
}

type Rarities = Pick<Vocabulary, 'hashes' | 'rarities' | 'unknownRarity'>;

/** Encodes distinct feature hashes as a vector of unit length, in which unknown features have their share. */
export function encode(vocabulary: Rarities, hashes: Iterable<number>): Encoded {
  return new Encoding(vocabulary, hashes).with([]);
}

/** The first features of several texts, looked up once. */
export class Encoding {
  readonly #vocabulary: Rarities;
  readonly #features: number[] = [];
  readonly #values: number[] = [];
  readonly #squares: number;

  /** @param hashes distinct feature hashes */
  constructor(vocabulary: Rarities, hashes: Iterable<number>) {
    this.#vocabulary = vocabulary;
    this.#squares = this.#add(hashes, 0, this.#features, this.#values);
  }

  /** The same as encoding all of them, to the last bit. @param hashes none of those before, distinct */
  with(hashes: Iterable<number>): Encoded {
    const features = this.#features.slice();
    const values = this.#values.slice();
    const length = Math.sqrt(this.#add(hashes, this.#squares, features, values)) || 1;
    for (let k = 0; k < values.length; k++) values[k] = (values[k] as number) / length;
    return { features, values };
  }

  #add(hashes: Iterable<number>, before: number, features: number[], values: number[]): number {
    const vocabulary = this.#vocabulary;
    let squares = before;
    for (const hash of hashes) {
      const feature = indexOfHash(vocabulary.hashes, hash);
      const value = valueOf(vocabulary, feature);
      squares += value * value;
      if (feature < 0) continue;
      features.push(feature);
      values.push(value);
    }
    return squares;
  }
}
