import { t } from '@vscode/l10n';
import type { DeploymentChange, DeploymentState, ScheduleView } from '../../release/contract';
import { timeWords } from '../../release/timeWords';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { interruptible } from '../interrupt';
import { releases } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane deploy show`: visibility, access, status and schedule. */
export async function showDeployment(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const state = await releases().deployment(bot);
  if (!state.ok) throw new CommandError(state.error.message, EXIT.refused);
  if (!state.value) {
    throw new CommandError(
      t('Nothing of {0} is live yet. Publish the full bot first.', bot.id),
      EXIT.refused,
    );
  }
  print(terminal, bot.id, state.value, options);
  return EXIT.ok;
}

/** `botlane deploy …`: changes the deployment state; a commit on the live branch. */
export async function deploy(
  terminal: Terminal,
  change: DeploymentChange,
  folder: string | undefined,
  options: OutputOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const result = await interruptible((signal) => releases().deploy(bot, change, { signal }));
  switch (result.outcome) {
    case 'deployed':
      for (const warning of result.warnings) terminal.err(`${printable(warning)}\n`);
      print(terminal, bot.id, result.state, options);
      return EXIT.ok;
    case 'unchanged':
      if (options.format !== 'json') terminal.out(`${t('It was so already.')}\n`);
      print(terminal, bot.id, result.state, options);
      return EXIT.ok;
    case 'outdated':
      throw new CommandError(t('Nothing was changed. {0}', result.message), EXIT.refused);
    case 'failed':
      throw new CommandError(t('Nothing was changed. {0}', result.problem.message), EXIT.refused);
  }
}

function print(terminal: Terminal, bot: string, state: DeploymentState, options: OutputOptions): void {
  if (options.format === 'json') {
    printJson(terminal, { bot, ...state });
    return;
  }
  const { version, visibility, access, status, schedule, doubts } = state;
  terminal.out(`${paint(terminal, 'bold', t('{0}, version {1}', bot, version))}\n`);
  terminal.out(`  ${t('Status: {0}', status)}\n`);
  terminal.out(`  ${t('Visibility: {0}', visibility)}\n`);
  terminal.out(`  ${t('Access: {0}', access ?? t('none'))}\n`);
  for (const entry of schedule) {
    terminal.out(`  ${t('Schedule {0}: {1}', entry.id, entryLine(entry))}\n`);
    if (entry.reason !== undefined) terminal.out(`    ${paint(terminal, 'yellow', entry.reason)}\n`);
  }
  for (const doubt of doubts) terminal.out(`  ${paint(terminal, 'yellow', doubt)}\n`);
}

function entryLine({ action, version, at, zone, expects }: ScheduleView): string {
  const when = printable(timeWords(at, { zone }));
  switch (action) {
    case 'activate':
      return t('activate at {0}, if version {1} is live then', when, expects);
    case 'deactivate':
      return t('deactivate at {0}, if version {1} is live then', when, expects);
    case 'live':
      return t('make version {0} live at {1}, if version {2} is live then', version ?? 0, when, expects);
  }
}
