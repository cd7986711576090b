import { createHash } from 'node:crypto';

/** The same for texts that are told apart by case, composition and blanks only. A hash, so that a decision keeps no text. */
export function inboxId(text: string, language: string): string {
  const folded = text.normalize('NFC').toLowerCase().trim().replace(/\s+/gu, ' ');
  return createHash('sha256').update(`${language}\n${folded}`).digest('base64url').slice(0, 22);
}
