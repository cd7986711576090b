import { closeSync, fstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionKindOf, isSkippedFolder } from '../../files/definitionNames';
import { openInPlace } from '../../files/openInPlace';
import type { BotSnapshot } from '../../project/snapshot';
import { atOnce, takenFrom } from '../../text/inPieces';
import { finishedInTurns } from '../../text/turns';
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
  try {
    return { ok: true, value: sortedFiles(await finishedInTurns(filesIn(root))) };
  } catch (error) {
    return { ok: false, error: problem('not-permitted', error instanceof Error ? error.message : '') };
  }
}

/** The files by their paths below the folder, in steps of a file. */
function* filesIn(root: string): Generator<void, ReadonlyMap<string, Uint8Array>, void> {
  const files = new Map<string, Uint8Array>();
  const folders = [''];
  for (const folder of takenFrom(folders)) {
    const path = join(root, folder);
    const entries = readdirSync(path, { withFileTypes: true });
    if (folder !== '' && entries.some((entry) => entry.isFile() && entry.name === 'bot.yaml')) continue;
    for (const entry of entries) {
      const below = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isSkippedFolder(entry.name)) folders.push(below);
      const bytes = entry.isFile() && definitionKindOf(entry.name) ? read(join(path, entry.name)) : undefined;
      if (bytes) files.set(below, bytes);
      yield;
    }
  }
  return files;
}

const GONE: ReadonlySet<unknown> = new Set(['ENOENT', 'ELOOP']);

/**
 * Content of a regular file; undefined when it is gone, or became a link, since the folder was listed. Through the event
 * loop's own thread: ten thousand small files read by others take six times as long.
 */
function read(path: string): Uint8Array | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openInPlace(path);
    return fstatSync(descriptor).isFile() ? readFileSync(descriptor) : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && GONE.has(error.code)) return undefined;
    throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The files of a bot as they stand in the editor, saved or not. Byte order marks are not in a snapshot. */
export function snapshotFiles(bot: BotSnapshot): BotFiles {
  return atOnce(snapshotFilesInSteps(bot));
}

/** The same in steps of a file: one that is closed has to be read again. */
export function* snapshotFilesInSteps(bot: BotSnapshot): Generator<void, BotFiles, void> {
  const files: [string, Uint8Array][] = [];
  for (const { uri, syntax } of bot.files.values()) {
    files.push([pathOf(uri, [bot.root]), Buffer.from(syntax.text)]);
    yield;
  }
  return sortedFiles(files);
}
