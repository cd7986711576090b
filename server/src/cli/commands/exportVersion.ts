import { randomBytes } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { releases } from '../releases';
import { printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane versions export N`: a version as a zip file. A file that is there is never overwritten. */
export async function exportVersion(
  terminal: Terminal,
  version: number,
  folder: string | undefined,
  options: OutputOptions & { readonly output?: string },
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const zip = await releases().exportVersion(bot, version);
  if (!zip.ok) throw new CommandError(zip.error.message, EXIT.refused);
  const file = resolve(terminal.cwd, options.output ?? `${bot.id}-v${version}.zip`);
  await writeNew(file, zip.value);
  if (options.format === 'json') printJson(terminal, { bot: bot.id, version, file, bytes: zip.value.length });
  else terminal.out(`${printable(file)}\n`);
  return EXIT.ok;
}

/** The whole file or none: it gets its name when it is complete, and only if nothing has that name. */
async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    await link(temporary, file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new CommandError(
      code === 'EEXIST'
        ? t('{0} is there already. Name another file with --output.', file)
        : t('{0} cannot be written: {1}', file, error instanceof Error ? error.message : String(error)),
      EXIT.refused,
    );
  } finally {
    await rm(temporary, { force: true });
  }
}
