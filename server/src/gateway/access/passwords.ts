import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** 2^15 rounds take 32 MB and about a tenth of a second. */
const COST = 15;
const BLOCK = 8;
const LENGTH = 32;

/** The shortest and longest password that can be set (characters). */
export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

/** What is kept of a password: `scrypt$15$8$salt$hash`, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST, BLOCK, LENGTH);
  return ['scrypt', COST, BLOCK, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Takes the place of a hash that is not there, so that an unknown name takes as long as a wrong password. */
const NOBODY = ['scrypt', COST, BLOCK, 'AAAAAAAAAAAAAAAAAAAAAA', Buffer.alloc(LENGTH).toString('base64url')];

/**
 * Whether a password is the one that was hashed.
 *
 * @param kept undefined where nobody has that name: always false, in the same time
 */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [scheme, cost = '', block = '', salt = '', hash = ''] = kept?.split('$') ?? NOBODY.map(String);
  if (scheme !== 'scrypt') return false;
  const expected = Buffer.from(hash, 'base64url');
  const length = expected.length || LENGTH;
  const found = await derive(password, Buffer.from(salt, 'base64url'), Number(cost), Number(block), length);
  return expected.length === found.length && timingSafeEqual(expected, found) && kept !== undefined;
}

const scryptAsync = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

function derive(password: string, salt: Buffer, cost: number, r: number, length: number): Promise<Buffer> {
  const N = 2 ** cost;
  // What scrypt needs is 128 · N · r bytes; the default limit is just below that.
  return scryptAsync(password.normalize('NFC'), salt, length, { N, r, p: 1, maxmem: 256 * N * r });
}
