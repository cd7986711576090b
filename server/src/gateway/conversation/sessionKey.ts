import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import { KEY_LENGTH } from './sealer';

/** Where the key of several gateways on one database comes from. */
export const KEY_VARIABLE = 'BOTLANE_SESSION_KEY';

/** What file systems say that write no folder on demand, or not for us: mounts of networks and of other systems. */
const SYNCS_NO_FOLDERS = new Set<unknown>(['EINVAL', 'EBADF', 'EISDIR', 'EACCES', 'EPERM', 'ENOTSUP']);

export type KeyOutcome =
  | { readonly ok: true; readonly key: Uint8Array }
  /** Translated. */
  | { readonly ok: false; readonly message: string };

/**
 * The key that seals sensitive values: from the environment (`BOTLANE_SESSION_KEY`, 32 bytes as base64), else from `file`
 * (a path), which is made when it is not there and is for its owner only.
 */
export async function readSessionKey(environment: NodeJS.ProcessEnv, file: string): Promise<KeyOutcome> {
  const given = environment[KEY_VARIABLE];
  let key: Uint8Array;
  try {
    key = given === undefined ? await keyIn(file) : Buffer.from(given, 'base64');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, message: t('The key of this gateway can be neither read nor made: {0}.', why) };
  }
  if (key.byteLength === KEY_LENGTH) return { ok: true, key };
  return {
    ok: false,
    message:
      given === undefined
        ? // Never replaced in here: somebody may have a copy, and without it nobody can read what was sealed.
          t(
            '{0} holds no key of {1} bytes in base64. Put it back from a backup. If there is none, delete the file: a new key is made, and bots ask again for the sensitive values that they had.',
            file,
            KEY_LENGTH,
          )
        : t(
            '{0} holds no key of {1} bytes in base64. Make one with “openssl rand -base64 {1}”.',
            KEY_VARIABLE,
            KEY_LENGTH,
          ),
  };
}

async function keyIn(file: string): Promise<Uint8Array> {
  await mkdir(dirname(file), { recursive: true });
  if (!existsSync(file)) await makeKey(file);
  return Buffer.from(await readFile(file, 'utf8'), 'base64');
}

/** Whole from the first moment on: the name is given to a file that is written already. Of several the first one stays. */
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, `${randomBytes(KEY_LENGTH).toString('base64')}\n`, { mode: 0o600, flush: true });
    await link(draft, file);
    await keepEntries(dirname(file));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The name of a file is kept with its folder, which systems write when they like to. Where they can be told, they are. */
async function keepEntries(folder: string): Promise<void> {
  // Windows writes it with the file, and opens no folders.
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!SYNCS_NO_FOLDERS.has(codeOf(error))) throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
