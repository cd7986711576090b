import { hash } from 'node:crypto';

/** The same for texts that are told apart by case, composition and blanks only. A hash, so that a decision keeps no text. */
export function inboxId(text: string, language: string): string {
  const folded = text.normalize('NFC').toLowerCase().trim().replace(/\s+/gu, ' ');
  return hash('sha256', `${language}\n${folded}`, 'base64url').slice(0, 22);
}
