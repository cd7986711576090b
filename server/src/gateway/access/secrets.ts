import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret that nobody can guess: 256 random bits, with what it is for in front so that scanners of secrets find it. */
export function randomToken(kind: 'admin' | 'bot' | 'session'): string {
  return `botlane_${kind}_${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a random token (SHA-256, hexadecimal). Not for passwords: people choose those. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
