import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes of a key. */
export const KEY_LENGTH = 32;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
/** First byte of everything sealed: another form gets another number. */
const FORM = 1;

/**
 * Encrypts values that the database must not hold in clear, so that only a gateway with the key reads them
 * (AES-256-GCM). `place` binds a value to where it belongs: elsewhere it cannot be opened.
 */
export class Sealer {
  readonly #key: Uint8Array;

  /** @throws RangeError for a key that does not have `KEY_LENGTH` bytes */
  constructor(key: Uint8Array) {
    if (key.byteLength !== KEY_LENGTH) throw new RangeError(`A key has ${KEY_LENGTH} bytes.`);
    this.#key = key;
  }

  /** @returns base64url */
  seal(text: string, place: string): string {
    const nonce = randomBytes(NONCE_LENGTH);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(place));
    const content = [cipher.update(text, 'utf8'), cipher.final()];
    return Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), ...content]).toString('base64url');
  }

  /** Undefined for what was sealed with another key, for another place, or was changed since. */
  open(sealed: string, place: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    const body = 1 + NONCE_LENGTH + TAG_LENGTH;
    if (bytes[0] !== FORM || bytes.byteLength < body) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(1, 1 + NONCE_LENGTH))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(1 + NONCE_LENGTH, body));
      return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }
}
