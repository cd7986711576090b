import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { interruptible } from '../interrupt';
import { releases } from '../releases';
import { printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane remote show`: through which remote the bot is published. */
export async function showRemote(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions,
): Promise<number> {
  const bot = botOf(terminal, folder);
  const state = await releases().remote(bot);
  if (!state.ok) throw new CommandError(state.error.message, EXIT.refused);
  const { name, known } = state.value;
  if (options.format === 'json') printJson(terminal, { bot: bot.id, remote: name ?? null, known });
  else if (name === undefined) terminal.out(`${t('{0} is published in this repository only.', bot.id)}\n`);
  else terminal.out(`${t('{0} is published through the remote {1}.', bot.id, printable(name))}\n`);
  return EXIT.ok;
}

/** `botlane remote set NAME` and `botlane remote unset`: where versions go from now on. */
export async function setRemote(
  terminal: Terminal,
  name: string | undefined,
  folder: string | undefined,
  options: OutputOptions & { readonly send?: boolean },
): Promise<number> {
  const bot = botOf(terminal, folder);
  const result = await interruptible((signal) =>
    releases().setRemote(bot, name, { send: options.send ?? false, signal }),
  );
  if (!result.ok) {
    const hint = result.error.reason === 'only-here' ? ` ${t('Say --send to send them.')}` : '';
    throw new CommandError(`${result.error.message}${hint}`, EXIT.refused);
  }
  const { sent } = result.value;
  if (options.format === 'json') {
    printJson(terminal, { bot: bot.id, remote: name ?? null, sent });
    return EXIT.ok;
  }
  for (const one of sent) terminal.out(`${t('The releases of {0} were sent to the remote.', one)}\n`);
  terminal.out(
    name === undefined
      ? `${t('{0} is published in this repository only.', bot.id)}\n`
      : `${t('{0} is published through the remote {1}.', bot.id, printable(name))}\n`,
  );
  return EXIT.ok;
}

/** `botlane remote fetch`: LIVE and the versions as the remote has them. */
export async function fetchRemote(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions,
): Promise<number> {
  const bot = botOf(terminal, folder);
  const store = releases();
  const fetched = await interruptible((signal) => store.fetch(bot, { signal }));
  if (!fetched.ok) throw new CommandError(fetched.error.message, EXIT.refused);
  const list = await store.versions(bot);
  if (!list.ok) throw new CommandError(list.error.message, EXIT.refused);
  const { live, versions } = list.value;
  if (options.format === 'json') printJson(terminal, { bot: bot.id, live, versions: versions.length });
  else if (live === null) terminal.out(`${t('Nothing of {0} is live.', bot.id)}\n`);
  else terminal.out(`${t('Version {0} of {1} is live.', live, bot.id)}\n`);
  return EXIT.ok;
}

function botOf(terminal: Terminal, folder: string | undefined): BotSnapshot {
  return onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
}
