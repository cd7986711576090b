import { readdir, lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { definitionKindOf, isSkippedFolder } from '../../files/definitionNames';
import type { BotSnapshot } from '../../project/snapshot';
import { pathOf as filePath } from '../../text/uri';
import type { BotFiles, Result } from '../contract';
import { problem } from '../git/problems';
import { sortedFiles } from './hashes';
import { pathOf } from './items';

/**
 * The files of a bot as they lie on disk, to the byte: what is saved is what is published. Folders with a bot.yaml of
 * their own are other bots; links are not followed.
 */
export function readDraft(bot: BotSnapshot): Promise<Result<BotFiles>> {
  return readFolder(filePath(bot.root));
}

/** The same of a folder (a path) that holds a bot. */
export async function readFolder(root: string): Promise<Result<BotFiles>> {
  const files = new Map<string, Uint8Array>();
  const folders = [''];
  try {
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      const path = join(root, folder);
      const entries = await readdir(path, { withFileTypes: true });
      if (folder !== '' && entries.some((entry) => entry.isFile() && entry.name === 'bot.yaml')) continue;
      for (const entry of entries) {
        const below = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && !isSkippedFolder(entry.name)) folders.push(below);
        const bytes =
          entry.isFile() && definitionKindOf(entry.name) ? await read(join(path, entry.name)) : undefined;
        if (bytes) files.set(below, bytes);
      }
    }
  } catch (error) {
    return { ok: false, error: problem('not-permitted', error instanceof Error ? error.message : '') };
  }
  return { ok: true, value: sortedFiles(files) };
}

/** Content of a regular file; undefined when it is gone, or became a link, since the folder was listed. */
async function read(path: string): Promise<Uint8Array | undefined> {
  try {
    return (await lstat(path)).isFile() ? await readFile(path) : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The files of a bot as they stand in the editor, saved or not. Byte order marks are not in a snapshot. */
export function snapshotFiles(bot: BotSnapshot): BotFiles {
  const files = [...bot.files.values()].map(
    ({ uri, syntax }) => [pathOf(uri, [bot.root]), Buffer.from(syntax.text)] as const,
  );
  return sortedFiles(files);
}
