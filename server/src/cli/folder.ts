import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { fileUri, type Uri } from '../text/uri';
import { CommandError } from './exitCode';

/**
 * Address of the folder that a command is about (the current folder when absent).
 * @throws CommandError when there is no such folder
 */
export function folderUri(cwd: string, folder: string | undefined): Uri {
  const path = resolve(cwd, folder ?? '.');
  const entry = entryAt(path);
  if (entry?.isDirectory()) return fileUri(path);
  if (entry) throw new CommandError(t('{0} is a file. Name the folder that holds bot.yaml.', path));
  throw new CommandError(t('There is no folder {0}. Name the folder that holds bot.yaml.', path));
}

function entryAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
