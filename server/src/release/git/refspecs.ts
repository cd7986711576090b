import { asOid } from './names';
import type { BotId, Oid, RefName, RemoteName } from './names';
import { liveRef, remoteLiveRef } from './names';

/** A reference of a remote that is to move. */
export interface RefUpdate {
  readonly ref: RefName;
  readonly to: Oid;
  /** What it must be at now; undefined: it must not exist. */
  readonly expected: Oid | undefined;
}

/**
 * `<object>:<reference>` for a push.
 *
 * @throws RangeError for anything but an object name: without one the refspec would delete the reference
 */
export function pushRefspec({ ref, to }: RefUpdate): string {
  return `${checked(to)}:${ref}`;
}

/** The lease of an update. Explicit: what git would assume on its own is what was fetched last, whoever did it. */
export function lease({ ref, expected }: RefUpdate): string {
  return `--force-with-lease=${ref}:${expected === undefined ? '' : checked(expected)}`;
}

/** Fetches the live branch. No `+`: a branch that was rewritten is not taken over unseen. */
export function liveRefspec(remote: RemoteName, bot: BotId): string {
  return `${liveRef(bot)}:${remoteLiveRef(remote, bot)}`;
}

/** Fetches the tags of all versions. No `+`: a version never changes. */
export function tagsRefspec(bot: BotId): string {
  return `${tagPattern(bot)}:${tagPattern(bot)}`;
}

export function tagPattern(bot: BotId): string {
  return `refs/tags/bots/${bot}/*`;
}

function checked(oid: Oid): Oid {
  const valid = asOid(oid);
  if (valid === undefined || /^0+$/.test(valid)) throw new RangeError(`Not the name of an object: "${oid}"`);
  return valid;
}
