/**
 * The only values that may reach git as names. A branded string can be made in this file only, and only from text that
 * matches its pattern: an empty object name would delete a remote branch, and git's own check of reference names lets
 * `-x`, `@`, `HEAD` and `CON` pass.
 */
declare const brand: unique symbol;

/** Name of a git object: 40 or 64 hexadecimal digits. */
export type Oid = string & { readonly [brand]: 'oid' };
/** Name of a bot that can be part of a reference name on every system. */
export type BotId = string & { readonly [brand]: 'bot' };
/** Full name of a reference, made from checked parts. */
export type RefName = string & { readonly [brand]: 'ref' };
/** Name of a configured remote. */
export type RemoteName = string & { readonly [brand]: 'remote' };

const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const BOT_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
const REMOTE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
/** Windows opens a device for these, whatever folder they stand in. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

export type ObjectFormat = 'sha1' | 'sha256';

export function asOid(text: string): Oid | undefined {
  return OID.test(text) ? (text as Oid) : undefined;
}

export function asBotId(text: string): BotId | undefined {
  return BOT_ID.test(text) && !DEVICE.test(text) ? (text as BotId) : undefined;
}

export function asRemoteName(text: string): RemoteName | undefined {
  return REMOTE.test(text) ? (text as RemoteName) : undefined;
}

/** The object name that stands for "must not exist" as an expected old value. */
export function zeroOid(format: ObjectFormat): Oid {
  return '0'.repeat(format === 'sha1' ? 40 : 64) as Oid;
}

/** The live branch of a bot. */
export function liveRef(bot: BotId): RefName {
  return `refs/heads/bots/${bot}/live` as RefName;
}

/** What the draft of this worktree was before something was restored over it. */
export function backupRef(bot: BotId): RefName {
  return `refs/worktree/botlane/backup/${bot}` as RefName;
}

/** What was last fetched of the live branch of a remote. */
export function remoteLiveRef(remote: RemoteName, bot: BotId): RefName {
  return `refs/remotes/${remote}/bots/${bot}/live` as RefName;
}

/** Name of a version's tag without `refs/tags/`. */
export function tagName(bot: BotId, version: number): string {
  return `bots/${bot}/v${checkedVersion(version)}`;
}

export function tagRef(bot: BotId, version: number): RefName {
  return `refs/tags/${tagName(bot, version)}` as RefName;
}

/** Version number of a tag of `bot` (full reference name); undefined for any other reference. */
export function versionOfTag(bot: BotId, ref: string): number | undefined {
  const prefix = `refs/tags/bots/${bot}/v`;
  if (!ref.startsWith(prefix)) return undefined;
  const digits = ref.slice(prefix.length);
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : undefined;
}

function checkedVersion(version: number): number {
  if (!Number.isSafeInteger(version) || version < 1 || version > 999_999_999) {
    throw new RangeError(`Not a version number: ${version}`);
  }
  return version;
}
