import { t } from '@vscode/l10n';
import type { GateOverride } from '../../release/contract';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { interruptible } from '../interrupt';
import { releases } from '../releases';
import { printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';
import { publish } from './publish';

export interface HotfixPublishOptions extends OutputOptions {
  readonly notes: string;
  readonly train: boolean;
  /** Gates that shall not block, and why. */
  readonly override?: GateOverride | undefined;
}

/** `botlane hotfix start`: LIVE's files in a folder of their own, outside of the repository. */
export async function startHotfix(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const result = await interruptible((signal) => releases().startHotfix(bot, { signal }));
  if (!result.ok) throw new CommandError(result.error.message, EXIT.refused);
  const { folder: path, version, changed } = result.value;
  if (options.format === 'json') {
    printJson(terminal, { bot: bot.id, folder: path, version, changed });
    return EXIT.ok;
  }
  terminal.out(`${t('Version {0} of {1} is in {2}.', version, bot.id, printable(path))}\n`);
  terminal.out(`${t('Mend it there. Then run “botlane hotfix publish”, or “botlane hotfix abandon”.')}\n`);
  return EXIT.ok;
}

/** `botlane hotfix publish`: what was mended goes live, through all gates, as a version of kind hotfix. */
export async function publishHotfix(
  terminal: Terminal,
  folder: string | undefined,
  options: HotfixPublishOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const store = releases();
  const hotfix = await store.hotfix(bot);
  if (!hotfix.ok) throw new CommandError(hotfix.error.message, EXIT.refused);
  if (!hotfix.value) {
    throw new CommandError(
      t('No hotfix of {0} is under way. Start one with “botlane hotfix start”.', bot.id),
      EXIT.refused,
    );
  }
  const { format, notes, train, override } = options;
  const wanted = { kind: 'full', format, notes, train, override } as const;
  const code = await publish(terminal, hotfix.value.folder, wanted);
  if (code === EXIT.ok) await store.abandonHotfix(bot, { discard: false });
  return code;
}

/** `botlane hotfix abandon`: removes the folder; what was changed there only with `--discard`. */
export async function abandonHotfix(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions & { readonly discard: boolean },
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const result = await releases().abandonHotfix(bot, { discard: options.discard });
  if (!result.ok) {
    const hint = result.error.reason === 'hotfix-changed' ? ` ${t('Say --discard to lose them.')}` : '';
    throw new CommandError(`${result.error.message}${hint}`, EXIT.refused);
  }
  if (options.format === 'json') printJson(terminal, { bot: bot.id, abandoned: true });
  else terminal.out(`${t('The hotfix of {0} is given up. LIVE is as it was.', bot.id)}\n`);
  return EXIT.ok;
}
