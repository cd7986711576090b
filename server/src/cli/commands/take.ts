import { t } from '@vscode/l10n';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { interruptible } from '../interrupt';
import { releases } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane take`: merges what LIVE holds into the draft. Exit 1 when conflicts are left to settle. */
export async function take(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const result = await interruptible((signal) => releases().take(bot, { signal }));
  if (!result.ok)
    throw new CommandError(t('The draft stays as it is. {0}', result.error.message), EXIT.refused);
  const { version, written, deleted, conflicts } = result.value;
  if (options.format === 'json') {
    printJson(terminal, { bot: bot.id, version, written, deleted, conflicts });
    return conflicts.length > 0 ? EXIT.refused : EXIT.ok;
  }
  const clean = written.filter((path) => !conflicts.includes(path));
  for (const path of clean) terminal.out(`${t('taken: {0}', printable(path))}\n`);
  for (const path of deleted) terminal.out(`${t('deleted: {0}', printable(path))}\n`);
  for (const path of conflicts) {
    terminal.out(`${paint(terminal, 'red', t('conflict: {0}', printable(path)))}\n`);
  }
  terminal.out(
    conflicts.length > 0
      ? `${t('The draft descends from version {0} now. Settle the conflicts before you publish.', version)}\n`
      : `${t('The draft descends from version {0} now.', version)}\n`,
  );
  return conflicts.length > 0 ? EXIT.refused : EXIT.ok;
}
