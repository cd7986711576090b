import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { t } from '@vscode/l10n';
import type { BotFiles, ReleaseProblem, Result } from '../contract';
import { problem } from '../git/problems';
import { unsafePath } from './paths';

/** How many files of a draft were written and removed. */
export interface Written {
  readonly written: number;
  readonly removed: number;
}

/**
 * Puts definition files in the place of others. Everything is written beside them first, so that a disk that is full or a
 * file that must not be touched leaves the draft as it was; then files go and come, whole each.
 *
 * @param root folder of the bot (a path)
 */
export async function writeDraft(
  root: string,
  current: BotFiles,
  wanted: BotFiles,
): Promise<Result<Written>> {
  const unsafe = await unsafePath(root, wanted);
  if (unsafe !== undefined) return refused(t('{0} cannot be written there', unsafe));
  const changed = [...wanted].filter(([path, bytes]) => !isSame(current.get(path), bytes));
  const gone = [...current.keys()].filter((path) => !wanted.has(path));
  const staging = join(root, `.botlane-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await mkdir(staging);
    for (const [at, [path, bytes]] of changed.entries()) {
      const mode = await stat(join(root, path)).then(
        (found) => found.mode & 0o777,
        () => undefined,
      );
      const file = join(staging, String(at));
      await writeFile(file, bytes, { flag: 'wx' });
      if (mode !== undefined) await chmod(file, mode);
    }
    // Before anything comes: where case does not count, a file may come under the name of one that goes.
    for (const path of gone) await rm(join(root, path), { force: true });
    for (const [at, [path]] of changed.entries()) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await rename(join(staging, String(at)), join(root, path));
    }
    await removeEmptyFolders(root, gone);
    return { ok: true, value: { written: changed.length, removed: gone.length } };
  } catch (error) {
    return { ok: false, error: problemOf(error, root) };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}

/** Folders in which nothing is left go with their last file, as they do in git. */
async function removeEmptyFolders(root: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      const isGone = await rmdir(join(root, folder)).then(
        () => true,
        () => false,
      );
      if (!isGone) break;
    }
  }
}

function problemOf(error: unknown, root: string): ReleaseProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('disk-full');
  return problem('not-permitted', error instanceof Error ? error.message : '', root);
}

function refused(detail: string): { readonly ok: false; readonly error: ReleaseProblem } {
  return { ok: false, error: problem('not-permitted', detail) };
}
