import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { definitionKindOf, isSkippedFolder } from '../../files/definitionNames';
import type { BotFiles } from '../contract';

/** Windows opens a device for these, whatever folder they stand in and whatever follows a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
/** Characters that no file name has on Windows, and control characters. */
const FORBIDDEN = /[\\:*?"<>|\p{Cc}]/u;

/**
 * The first path that must not be written below a bot's folder, though a tree can hold it: it would lead out of the folder,
 * into another bot or git's own files, or be no definition file.
 */
export async function unsafePath(root: string, files: BotFiles): Promise<string | undefined> {
  const looked = new Map<string, boolean>();
  for (const path of files.keys()) {
    const segments = path.split('/');
    const name = segments.pop() ?? '';
    if (!definitionKindOf(name) || [...segments, name].some(isUnsafe) || segments.some(isSkippedFolder))
      return path;
    for (let at = 1; at <= segments.length; at++) {
      const folder = segments.slice(0, at).join('/');
      const isFree = looked.get(folder) ?? (await isOwnFolder(root, folder, files));
      looked.set(folder, isFree);
      if (!isFree) return path;
    }
  }
  return undefined;
}

function isUnsafe(segment: string): boolean {
  return (
    segment === '' || segment === '.' || segment === '..' || FORBIDDEN.test(segment) || DEVICE.test(segment)
  );
}

/** A link would lead elsewhere; a folder with a bot.yaml is another bot. */
async function isOwnFolder(root: string, folder: string, files: BotFiles): Promise<boolean> {
  const isLink = await lstat(join(root, folder)).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  const isBot = await lstat(join(root, folder, 'bot.yaml')).then(
    () => true,
    () => false,
  );
  return !isLink && !isBot && !files.has(`${folder}/bot.yaml`);
}
