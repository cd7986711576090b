/** A growing buffer, little-endian. */
export class ByteWriter {
  private buffer = new Uint8Array(1 << 16);
  private length = 0;

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  bytes(values: Uint8Array): void {
    this.reserve(values.length);
    this.buffer.set(values, this.length);
    this.length += values.length;
  }

  uint32(value: number): void {
    this.reserve(4);
    new DataView(this.buffer.buffer).setUint32(this.length, value, true);
    this.length += 4;
  }

  float64(value: number): void {
    this.reserve(8);
    new DataView(this.buffer.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** Unsigned, seven bits to a byte: small numbers take one byte. */
  varint(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  finish(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  private reserve(count: number): void {
    if (this.length + count <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.length + count));
    grown.set(this.buffer);
    this.buffer = grown;
  }
}

/** Thrown by `ByteReader`, and caught where an artifact is read. */
export class MalformedBytes extends Error {}

/** Reads what `ByteWriter` wrote; never past the end. */
export class ByteReader {
  private offset = 0;
  private readonly view: DataView;

  private readonly buffer: Uint8Array;

  /** What a file was read into may be a Buffer, whose `slice` shares memory: it is seen as plain bytes. */
  constructor(bytes: Uint8Array) {
    this.buffer = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get remaining(): number {
    return this.buffer.length - this.offset;
  }

  byte(): number {
    return this.buffer[this.advance(1)] as number;
  }

  bytes(count: number): Uint8Array {
    const start = this.advance(count);
    return this.buffer.subarray(start, start + count);
  }

  uint32(): number {
    return this.view.getUint32(this.advance(4), true);
  }

  float64(): number {
    const value = this.view.getFloat64(this.advance(8), true);
    if (!Number.isFinite(value)) throw new MalformedBytes('a number is not finite');
    return value;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    const last = this.byte();
    if (last > 15) throw new MalformedBytes('a number is too large');
    return (value | (last << 28)) >>> 0;
  }

  private advance(count: number): number {
    const start = this.offset;
    if (count > this.remaining) throw new MalformedBytes('the end is missing');
    this.offset += count;
    return start;
  }
}
