import { constants, openSync } from 'node:fs';

// Windows has neither flag, and neither problem.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * Opens a file (a path) for reading. It may have been exchanged since its folder was listed: a pipe is never waited for,
 * and a link that came in between never followed.
 *
 * @returns its descriptor, which the caller closes
 * @throws the system's error: ELOOP for a link
 */
export function openInPlace(path: string): number {
  return openSync(path, FLAGS);
}
