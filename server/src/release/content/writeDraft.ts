import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { definitionKindOf, isSkippedFolder } from '../../files/definitionNames';
import type { Result } from '../contract';
import { problem } from '../git/problems';

/** What becomes of files of a bot: path in its folder to new content, or to null for a file that goes. */
export type DraftEdits = ReadonlyMap<string, Uint8Array | null>;

/**
 * Writes files into the folder of a bot. All are written beside their places first, and then take them, so that a disk
 * that is full leaves every file as it was. Files keep their permissions. Nothing is written outside of the folder,
 * whatever the paths say: they may come from somebody else's repository.
 *
 * @param root folder of the bot (a path)
 */
export async function writeDraft(root: string, edits: DraftEdits): Promise<Result<undefined>> {
  const unsafe = [...edits.keys()].find((path) => !isDefinitionPath(path));
  if (unsafe !== undefined) return { ok: false, error: problem('integrity', unsafe) };
  const prepared: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const path of edits.keys()) {
      const link = await linkOnTheWay(root, path);
      if (link !== undefined) return { ok: false, error: problem('not-permitted', link) };
    }
    for (const [path, bytes] of edits) {
      if (bytes) prepared.push(await prepare(join(root, path), bytes));
    }
    // What goes makes room first: a file may have become a folder.
    for (const [path, bytes] of edits) if (!bytes) await rm(join(root, path), { force: true });
    for (const { temporary, path } of prepared) {
      await mkdir(dirname(path), { recursive: true });
      await rename(temporary, path);
    }
    return { ok: true, value: undefined };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return {
      ok: false,
      error: problem(code === 'ENOSPC' ? 'disk-full' : 'not-permitted', `${code} ${root}`),
    };
  } finally {
    for (const { temporary } of prepared) await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** A path of a definition file as the bot's folder can hold it on every system. */
export function isDefinitionPath(path: string): boolean {
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  return (
    definitionKindOf(name) !== undefined &&
    segments.every(
      (segment, index) =>
        segment !== '' &&
        segment !== '.' &&
        segment !== '..' &&
        !/[\\:\p{Cc}]/u.test(segment) &&
        (index === segments.length - 1 || !isSkippedFolder(segment)),
    )
  );
}

/** A link among the folders of a path: behind it would be another place. */
async function linkOnTheWay(root: string, path: string): Promise<string | undefined> {
  let at = root;
  for (const segment of path.split('/')) {
    at = join(at, segment);
    const entry = await lstat(at).catch(() => undefined);
    if (!entry) return undefined;
    if (entry.isSymbolicLink()) return at;
  }
  return undefined;
}

async function prepare(path: string, bytes: Uint8Array): Promise<{ temporary: string; path: string }> {
  const before = await lstat(path).catch(() => undefined);
  const folder = await existingFolder(dirname(path));
  const temporary = join(folder, `.botlane-${randomBytes(8).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx', 0o666);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  if (before?.isFile()) await chmod(temporary, before.mode);
  return { temporary, path };
}

/** The nearest folder at or above that is there: on the same disk, and nothing is made before all is written. */
async function existingFolder(folder: string): Promise<string> {
  const entry = await lstat(folder).catch(() => undefined);
  return entry?.isDirectory() ? folder : existingFolder(dirname(folder));
}
