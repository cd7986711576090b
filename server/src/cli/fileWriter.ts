import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { t } from '@vscode/l10n';
import { pathOf, type Uri } from '../text/uri';
import { CommandError, EXIT } from './exitCode';

/** A file whose text is exchanged. */
export interface Replacement {
  readonly uri: Uri;
  /** What was read; a file that holds something else by now is not touched. */
  readonly before: string;
  readonly after: string;
}

interface Prepared {
  readonly path: string;
  readonly temporary: string;
}

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Exchanges the text of files. Each is written beside the old one and takes its place at once, with its permissions and
 * its byte order mark, so that nobody ever sees half a file; all are written before the first takes its place.
 * @throws CommandError when a file changed meanwhile or cannot be written
 */
export function replaceFiles(replacements: readonly Replacement[]): void {
  const prepared: Prepared[] = [];
  try {
    for (const replacement of replacements) prepared.push(prepare(replacement));
    for (const { path, temporary } of prepared) renameSync(temporary, path);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(t('A file cannot be written: {0}', reason), EXIT.refused);
  } finally {
    for (const { temporary } of prepared) rmSync(temporary, { force: true });
  }
}

/**
 * Writes what a command made to a file that the user named, in the place of what was there. Nobody ever sees half a file.
 * @throws CommandError when it cannot be written
 */
export function writeOutput(path: string, text: string): void {
  const known = statSync(path, { throwIfNoEntry: false });
  // A device or a folder must not be exchanged for a file.
  if (known && !known.isFile()) throw new CommandError(t('{0} is no file. Name a file to write.', path));
  const target = known ? realpathSync(path) : path;
  const temporary = temporaryBeside(target);
  try {
    writeWhole(openSync(temporary, 'wx', 0o666), text);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(t('A file cannot be written: {0}', reason), EXIT.refused);
  }
}

function prepare({ uri, before, after }: Replacement): Prepared {
  const path = pathOf(uri);
  const content = readFileSync(path, 'utf8');
  const mark = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  if (content.slice(mark.length) !== before) {
    throw new CommandError(
      t('{0} changed while it was worked on. Nothing was written; run the command again.', path),
      EXIT.refused,
    );
  }
  const temporary = temporaryBeside(path);
  const mode = statSync(path).mode & 0o7777;
  const descriptor = openSync(temporary, 'wx', mode);
  try {
    writeWhole(descriptor, `${mark}${after}`, mode);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return { path, temporary };
}

/** A name in the same folder, so that the file can take its place at once. */
function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Writes a text to the disk itself, and closes the file.
 * @param mode permissions that the file shall have whatever the umask says
 */
function writeWhole(descriptor: number, text: string, mode?: number): void {
  try {
    if (mode !== undefined) fchmodSync(descriptor, mode);
    writeAll(descriptor, Buffer.from(text));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
