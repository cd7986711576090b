/** Twice as many slots as hashes, or more: a search seldom looks at a second one. */
const SLOTS_PER_HASH = 2;
/** Spreads hashes over the slots also where they have their low bits in common (Knuth's multiplicative hashing). */
const SPREAD = 0x9e3779b1;

/** Numbers 32-bit hashes in the order in which they come. Grows as it fills. */
export class HashTable {
  size = 0;
  private hashOf = new Uint32Array(1 << 10);
  /** Number of the hash in each slot plus one; 0 where it is free. */
  private slots = new Int32Array(SLOTS_PER_HASH << 10);

  /** The number of a hash, a new one when it was not seen before. */
  idOf(hash: number): number {
    const { slots, hashOf } = this;
    let slot = this.firstSlot(hash);
    for (;;) {
      const taken = slots[slot] as number;
      if (taken === 0) break;
      if (hashOf[taken - 1] === hash) return taken - 1;
      slot = slot + 1 === slots.length ? 0 : slot + 1;
    }
    if (this.size === hashOf.length) {
      this.grow();
      return this.idOf(hash);
    }
    hashOf[this.size] = hash;
    slots[slot] = ++this.size;
    return this.size - 1;
  }

  /** The hashes by their numbers. */
  hashes(): Uint32Array {
    return this.hashOf.slice(0, this.size);
  }

  private firstSlot(hash: number): number {
    return (Math.imul(hash, SPREAD) >>> 8) & (this.slots.length - 1);
  }

  private grow(): void {
    const known = this.hashes();
    this.hashOf = new Uint32Array(known.length * 2);
    this.slots = new Int32Array(known.length * 2 * SLOTS_PER_HASH);
    this.size = 0;
    for (const hash of known) this.idOf(hash);
  }
}
