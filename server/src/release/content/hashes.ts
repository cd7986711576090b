import { createHash } from 'node:crypto';
import type { BotFiles } from '../contract';

/** SHA-256 in hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Hash over paths and bytes of all files: two bots with this hash are the same to the byte. */
export function definitionHash(files: BotFiles): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of sortedFiles(files)) {
    // Lengths first, so that no two lists of files run into the same bytes.
    hash
      .update(`${Buffer.byteLength(path)} ${bytes.length} `)
      .update(path)
      .update(bytes);
  }
  return hash.digest('hex');
}

/** The same files in code unit order of their paths. */
export function sortedFiles(files: Iterable<readonly [string, Uint8Array]>): BotFiles {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
