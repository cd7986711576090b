import { t } from '@vscode/l10n';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { releases } from '../releases';
import { printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane live N`: makes version N live, forwards or backwards, with the models it was published with. */
export async function live(
  terminal: Terminal,
  version: number,
  folder: string | undefined,
  options: OutputOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const result = await releases().makeLive(bot, version);
  switch (result.outcome) {
    case 'live':
      for (const warning of result.warnings) terminal.err(`${printable(warning)}\n`);
      if (options.format === 'json') {
        printJson(terminal, { bot: bot.id, version: result.version, commit: result.commit });
      } else {
        terminal.out(`${t('Version {0} of {1} is live.', result.version, bot.id)}\n`);
      }
      return EXIT.ok;
    case 'outdated':
      throw new CommandError(t('LIVE stays as it is. {0}', result.message), EXIT.refused);
    case 'failed':
      throw new CommandError(t('LIVE stays as it is. {0}', result.problem.message), EXIT.refused);
  }
}
