import type { Stats } from 'node:fs';

/**
 * True when nobody but this user can have written it, as far as the system's permissions go: what others can write must not
 * answer for a check. Windows keeps a user's folders from others by rules of its own.
 */
export function isOnlyOurs({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean {
  const user = process.getuid?.();
  return user === undefined || (uid === user && (mode & 0o022) === 0);
}
