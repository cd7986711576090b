import { t } from '@vscode/l10n';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { interruptible } from '../interrupt';
import { releases } from '../releases';
import { printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

export interface RestoreCommandOptions extends OutputOptions {
  /** Bring back what the draft was before the last restore. */
  readonly undo: boolean;
  readonly force: boolean;
}

/** `botlane restore N` and `botlane restore --undo`: other files in the place of the draft's, which are kept. */
export async function restore(
  terminal: Terminal,
  version: number | undefined,
  folder: string | undefined,
  { force, format }: RestoreCommandOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const store = releases();
  const result = await interruptible((signal) =>
    version === undefined
      ? store.undoRestore(bot, { force, signal })
      : store.restore(bot, version, { force, signal }),
  );
  switch (result.outcome) {
    case 'restored': {
      const { written, removed, backup, warnings } = result;
      for (const warning of warnings) terminal.err(`${printable(warning)}\n`);
      if (format === 'json') {
        printJson(terminal, { bot: bot.id, version: version ?? null, written, removed, backup });
        return EXIT.ok;
      }
      const what =
        version === undefined
          ? t('The draft of {0} is what it was before the last restore.', bot.id)
          : t('The draft of {0} is version {1}.', bot.id, version);
      const how = t('Files written: {0}, removed: {1}.', written, removed);
      const back = backup === null ? '' : ` ${t('“botlane restore --undo” brings back what was there.')}`;
      terminal.out(`${what} ${how}${back}\n`);
      return EXIT.ok;
    }
    case 'unsaved-work':
      if (format === 'json') {
        printJson(terminal, { bot: bot.id, version: version ?? null, unsaved: result.files });
        return EXIT.refused;
      }
      throw new CommandError(
        t(
          'The draft stays as it is: these files hold work that is in no version and no commit. Commit it, or say --force; it is kept then, and --undo brings it back.\n{0}',
          result.files.map((file) => `  ${file}`).join('\n'),
        ),
        EXIT.refused,
      );
    case 'failed':
      throw new CommandError(t('The draft stays as it is. {0}', result.problem.message), EXIT.refused);
  }
}
