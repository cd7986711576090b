import { t } from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { OutputOptions } from './commands/command';
import type { DiffOptions } from './commands/diff';
import type { LiveOptions } from './commands/live';
import type { RestoreCommandOptions } from './commands/restore';
import { CommandError } from './exitCode';
import { DIFF_FORMATS } from './formats';
import { withFolder } from './folderOption';
import type { AddCommand } from './liveCommands';
import type { Terminal } from './terminal';

/** The commands about versions: what differs between them, and going to one of them. */
export function addVersionCommands(
  terminal: Terminal,
  add: AddCommand,
  finish: (code: number) => void,
): void {
  add(
    'diff',
    t('Show what differs in meaning between two of draft, LIVE and versions.'),
    'botlane diff\n  $ botlane diff 3 live --format markdown bots/choo-choo',
  )
    .argument(
      '[sides...]',
      t('draft, live or the number of a version, twice at most, then the folder of the bot'),
    )
    .addOption(
      new Option('--format <format>', t('how to print the result'))
        .choices(DIFF_FORMATS)
        .default(DIFF_FORMATS[0]),
    )
    .action(async (sides: readonly string[], options: DiffOptions) => {
      const { diff } = await import('./commands/diff.js');
      finish(await diff(terminal, sides, options));
    });

  const list = withFolder(
    add(
      'versions',
      t('List the versions of a bot, newest first.'),
      'botlane versions --search "group tickets"\n  $ botlane versions export 3',
    ),
  )
    .option('--search <words>', t('only versions whose notes, author, kind or number hold every word'))
    .action(async (path: string | undefined, options: OutputOptions & { search?: string }) => {
      const { versions } = await import('./commands/versions.js');
      finish(await versions(terminal, path, options));
    });
  withFolder(
    list
      .command('export')
      .description(t('Write a version to a zip file: its record, its definition files and its models.'))
      .argument('<version>', t('number of the version'), versionNumber),
  )
    .option('--output <file>', t('the file to write; without it, one in the current folder'))
    // Options of the list that stands above it would take `--format` away.
    .action(async (version: number, path: string | undefined, _: unknown, command: Command) => {
      const { exportVersion } = await import('./commands/exportVersion.js');
      finish(await exportVersion(terminal, version, path, command.optsWithGlobals()));
    });

  add(
    'live',
    t('Make a version live, forwards or backwards; without one, tell what is live.'),
    'botlane live 3\n  $ botlane live --at 2026-11-01T12:00+01:00',
  )
    .argument('[words...]', t('number of the version to make live, then the folder of the bot'))
    .option('--dry-run', t('say what would change and what speaks against it; write nothing'), false)
    .addOption(
      new Option(
        '--at <time>',
        t('tell what was live then; a time without an offset is one of this machine'),
      ).conflicts('dryRun'),
    )
    .addOption(prettyOrJson())
    .action(async (words: readonly string[], options: LiveOptions & { at?: string }) => {
      const { version, folder } = wordsOf(words);
      if (version !== undefined && options.at === undefined) {
        const { live } = await import('./commands/live.js');
        return finish(await live(terminal, version, folder, options));
      }
      if (version !== undefined || options.dryRun)
        throw new CommandError(t('Say either a version, or when.'));
      const { liveAt } = await import('./commands/liveAt.js');
      return finish(await liveAt(terminal, folder, options));
    });

  add(
    'restore',
    t('Put the files of a version into the draft; what was there is kept.'),
    'botlane restore 3\n  $ botlane restore --undo',
  )
    .argument('[words...]', t('number of the version, then the folder of the bot'))
    .option('--undo', t('bring back what the draft was before the last restore'), false)
    .option('--force', t('go on though the draft holds work that is in no version and no commit'), false)
    .addOption(prettyOrJson())
    .action(async (words: readonly string[], options: RestoreCommandOptions) => {
      const { version, folder } = wordsOf(words);
      if ((version === undefined) !== options.undo)
        throw new CommandError(t('Say either a version, or --undo.'));
      const { restore } = await import('./commands/restore.js');
      finish(await restore(terminal, version, folder, options));
    });
}

/** A number comes first; the word that is none is the folder. */
function wordsOf(words: readonly string[]): {
  readonly version: number | undefined;
  readonly folder: string | undefined;
} {
  const [first = '', second] = words;
  const isVersion = /^[1-9]\d{0,8}$/.test(first);
  if (words.length > (isVersion ? 2 : 1)) {
    throw new CommandError(t('Name the number of a version, such as 3, and then the folder of the bot.'));
  }
  return isVersion
    ? { version: Number(first), folder: second }
    : { version: undefined, folder: words.length === 0 ? undefined : first };
}

function prettyOrJson(): Option {
  return new Option('--format <format>', t('how to print the result'))
    .choices(['pretty', 'json'])
    .default('pretty');
}

function versionNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(t('A version is a number such as 3.'));
}
