import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A script as it is sent: its address changes with its content, so that browsers keep it for good. */
export class ScriptFile {
  /** Path on the gateway. */
  readonly path: string;
  readonly #content: Uint8Array<ArrayBuffer>;
  readonly #packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(content: Uint8Array<ArrayBuffer>) {
    this.#content = content;
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    this.path = `/assets/chat.${hash}.js`;
  }

  /** The content in the best encoding that the client takes; packed once, on first use. */
  async encoded(
    accepted: string,
  ): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly encoding?: string }> {
    const encoding = ['br', 'gzip'].find((one) => new RegExp(`(?:^|[ ,])${one}(?:[ ,;]|$)`).test(accepted));
    if (encoding === undefined) return { body: this.#content };
    const packed = this.#packed.get(encoding) ?? pack(this.#content, encoding);
    this.#packed.set(encoding, packed);
    return { body: await packed, encoding };
  }
}

async function pack(content: Uint8Array, encoding: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed =
    encoding === 'br'
      ? await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : await promisify(gzip)(content);
  return new Uint8Array(packed);
}
