import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
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
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const mode = statSync(path).mode & 0o7777;
  const descriptor = openSync(temporary, 'wx', mode);
  try {
    fchmodSync(descriptor, mode); // what the umask took away
    writeAll(descriptor, Buffer.from(`${mark}${after}`));
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return { path, temporary };
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
