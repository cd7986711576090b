import { createHash } from 'node:crypto';

/** The same for texts that are told apart by case, composition and blanks only. Says nothing of the text itself. */
export function inboxId(text: string, language: string): string {
  const folded = text.normalize('NFC').toLowerCase().trim().replace(/\s+/gu, ' ');
  return createHash('sha256').update(`${language}\n${folded}`).digest('base64url').slice(0, 22);
}
