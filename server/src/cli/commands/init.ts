import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { isBotName, newBot, suggestBotName } from '../../features/newBot/newBot';
import { CommandError, EXIT } from '../exitCode';
import { printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

export interface InitOptions extends OutputOptions {
  readonly language: string;
  /** The folder's name when absent. */
  readonly name?: string | undefined;
}

/** `botlane init FOLDER`: a new bot that checks clean. Nothing that is there is written over. */
export function init(terminal: Terminal, folder: string, options: InitOptions): number {
  const path = resolve(terminal.cwd, folder);
  const name = nameOf(path, options.name);
  refuseUsed(path);
  const files = newBot(name, options.language);
  writeAll(path, files);
  if (options.format === 'json') {
    printJson(terminal, { bot: name, folder: path, files: [...files.keys()] });
    return EXIT.ok;
  }
  for (const file of files.keys()) terminal.out(`  ${printable(join(relative(terminal.cwd, path), file))}\n`);
  const where = printable(relative(terminal.cwd, path) || '.');
  terminal.out(`\n${t('The bot {0} is there. Check it with: botlane check "{1}"', name, where)}\n`);
  return EXIT.ok;
}

function nameOf(path: string, wanted: string | undefined): string {
  const name = wanted ?? basename(path);
  if (isBotName(name)) return name;
  const rule = t(
    "'{0}' is no name for a bot: it has lower-case letters, digits and hyphens only, and at most 63.",
    printable(name),
  );
  const suggestion = suggestBotName(name);
  throw new CommandError(
    suggestion === undefined
      ? t('{0} Give it one with --name.', rule)
      : t('{0} Give it one with --name, such as --name {1}.', rule, suggestion),
  );
}

/** Hidden files, such as those of git, are no content of a bot. */
function refuseUsed(path: string): void {
  let entries: readonly string[];
  try {
    entries = readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new CommandError(t('{0} is no folder. Name a new one, or an empty one.', path));
  }
  const used = entries.find((entry) => !entry.startsWith('.'));
  if (used === undefined) return;
  throw new CommandError(
    t('{0} is not empty: it holds {1}. Name a new folder, or an empty one.', path, printable(used)),
  );
}

/** All files or none: what was made is taken away again when one cannot be written. */
function writeAll(path: string, files: ReadonlyMap<string, string>): void {
  const made: string[] = [];
  const makeFolder = (folder: string): void => {
    const first = mkdirSync(folder, { recursive: true });
    if (first !== undefined) made.push(first);
  };
  try {
    makeFolder(path);
    for (const [file, text] of files) {
      makeFolder(dirname(join(path, file)));
      writeFileSync(join(path, file), text, { flag: 'wx' });
      made.push(join(path, file));
    }
  } catch (error) {
    for (const entry of made.reverse()) rmSync(entry, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(t('The bot cannot be written: {0}', reason), EXIT.refused);
  }
}
