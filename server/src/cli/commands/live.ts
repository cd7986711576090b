import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import { lineOf } from '../../release/difference/describe';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { releases } from '../releases';
import { printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

export interface LiveOptions extends OutputOptions {
  /** Only say what would change. */
  readonly dryRun: boolean;
}

/** `botlane live N`: makes version N live, forwards or backwards, with the models it was published with. */
export async function live(
  terminal: Terminal,
  version: number,
  folder: string | undefined,
  options: LiveOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  if (options.dryRun) return preview(terminal, bot, version, options);
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

/** `botlane live N --dry-run`: what users would notice, and what speaks against it. */
async function preview(
  terminal: Terminal,
  bot: BotSnapshot,
  version: number,
  options: OutputOptions,
): Promise<number> {
  const found = await releases().previewLive(bot, version);
  if (!found.ok) throw new CommandError(found.error.message, EXIT.refused);
  const { comparison, doubts } = found.value;
  const changes = comparison?.changes ?? [];
  if (options.format === 'json') {
    printJson(terminal, { bot: bot.id, version, changes, doubts });
    return EXIT.ok;
  }
  for (const doubt of doubts) terminal.err(`${printable(doubt)}\n`);
  terminal.out(`${t('What changes in LIVE')}:\n`);
  if (changes.length === 0) terminal.out(`  ${t('Nothing.')}\n`);
  for (const change of changes) terminal.out(`  ${printable(lineOf(change))}\n`);
  return EXIT.ok;
}
