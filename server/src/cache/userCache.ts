import { join } from 'node:path';
import { cacheFolder } from './folder';
import { programStamp } from './program';

/** Where something is kept for the next run of the same program. */
export interface UserCache {
  readonly folder: string;
  /** Another text whenever the program is another one. */
  readonly program: string;
}

/**
 * A part of this user's cache folder. Undefined where it cannot be told, as for a user whom the system does not know and
 * who has no home folder: nothing is remembered there, and nothing fails.
 */
export function userCache(part: string): UserCache | undefined {
  try {
    return { folder: join(cacheFolder(), part), program: programStamp() };
  } catch {
    return undefined;
  }
}
