import { t } from '@vscode/l10n';
import type { Ailment } from '../../release/contract';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { interruptible } from '../interrupt';
import { releases } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

export interface DoctorOptions extends OutputOptions {
  /** Mend: true, everything that can be mended; a list, these only. */
  readonly fix?: true | readonly string[];
}

/** `botlane doctor`: what is wrong with the store of a bot. Mends nothing unless told to. Exit 1 while something is wrong. */
export async function doctor(
  terminal: Terminal,
  folder: string | undefined,
  options: DoctorOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const store = releases();
  const found = await interruptible((signal) => store.examine(bot, { signal }));
  if (!found.ok) throw new CommandError(found.error.message, EXIT.refused);
  const mended: string[] = [];
  const failed: { readonly id: string; readonly reason: string }[] = [];
  for (const { id } of found.value.filter((ailment) => isWanted(ailment, options.fix))) {
    const result = await store.mend(bot, id);
    if (result.ok) mended.push(id);
    // One mend may have settled another.
    else if (result.error.reason !== 'nothing-to-mend') failed.push({ id, reason: result.error.message });
  }
  const left = found.value.filter(({ id }) => !mended.includes(id));
  if (options.format === 'json') printJson(terminal, { bot: bot.id, ailments: found.value, mended, failed });
  else print(terminal, bot.id, found.value, mended, failed);
  return left.length === 0 ? EXIT.ok : EXIT.refused;
}

function isWanted({ id, mend }: Ailment, fix: DoctorOptions['fix']): boolean {
  return mend !== undefined && fix !== undefined && (fix === true || fix.includes(id));
}

function print(
  terminal: Terminal,
  bot: string,
  ailments: readonly Ailment[],
  mended: readonly string[],
  failed: readonly { readonly id: string; readonly reason: string }[],
): void {
  if (ailments.length === 0) terminal.out(`${t('Nothing is wrong with the versions of {0}.', bot)}\n`);
  for (const { id, what, why, mend } of ailments) {
    const isMended = mended.includes(id);
    const mark = isMended ? paint(terminal, 'green', t('mended')) : paint(terminal, 'yellow', t('wrong'));
    terminal.out(`${mark}  ${printable(what)} [${printable(id)}]\n`);
    if (why !== '') terminal.out(`  ${printable(why)}\n`);
    const trouble = failed.find((one) => one.id === id);
    if (trouble) terminal.out(`  ${paint(terminal, 'red', printable(trouble.reason))}\n`);
    else if (mend !== undefined && !isMended) terminal.out(`  ${t('--fix would: {0}', printable(mend))}\n`);
  }
}
