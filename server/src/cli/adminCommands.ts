import { t } from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { RANGES } from '../admin/range';
import type { FeedbackOptions } from './commands/feedback';
import type { AcceptOptions, InboxOptions } from './commands/inbox';
import type { StatsOptions } from './commands/stats';
import { withGateway } from './gatewayOption';
import type { AddCommand } from './liveCommands';
import type { Terminal } from './terminal';

/** Adds the commands about what users of a live bot say and do: `inbox`, `stats`, `feedback`. All ask a gateway. */
export function addAdminCommands(terminal: Terminal, add: AddCommand, finish: (code: number) => void): void {
  addInbox(
    add(
      'inbox',
      t('Look through what users said, and make expressions of it.'),
      'botlane inbox list\n  $ botlane inbox accept 3f9a --intent refund\n  $ botlane inbox ignore 77c1 90ab',
    ),
    terminal,
    finish,
  );

  withGateway(add('stats', t('Tell what users of a bot did.'), 'botlane stats --range month --format csv'))
    .argument('[folder]', t('folder of the bot; without it, the bot below the current folder'))
    .addOption(new Option('--range <range>', t('how far back')).choices(Object.keys(RANGES)).default('week'))
    .addOption(
      new Option('--environment <environment>', t('LIVE or the draft only')).choices(['live', 'draft']),
    )
    .option('--channel <channel>', t('one channel only'))
    .option('--language <language>', t('one language only'))
    .option('--number <version>', t('one version only'), wholeNumber)
    .addOption(tableFormat())
    .action(async (path: string | undefined, options: StatsOptions) => {
      const { stats } = await import('./commands/stats.js');
      finish(await stats(terminal, path, options));
    });

  withGateway(
    add(
      'feedback',
      t('Tell what users thought of the answers.'),
      'botlane feedback --thumb down --range month',
    ),
  )
    .argument('[folder]', t('folder of the bot; without it, the bot below the current folder'))
    .addOption(range())
    .addOption(environment())
    .addOption(new Option('--thumb <thumb>', t('good or bad ratings only')).choices(['up', 'down']))
    .addOption(tableFormat())
    .action(async (path: string | undefined, options: FeedbackOptions) => {
      const { feedback } = await import('./commands/feedback.js');
      finish(await feedback(terminal, path, options));
    });
}

function range(): Option {
  return new Option('--range <range>', t('how far back')).choices(Object.keys(RANGES)).default('week');
}

function environment(): Option {
  return new Option('--environment <environment>', t('LIVE or the draft only')).choices(['live', 'draft']);
}

function tableFormat(): Option {
  return new Option('--format <format>', t('how to print the result'))
    .choices(['pretty', 'json', 'csv'])
    .default('pretty');
}

function addInbox(parent: Command, terminal: Terminal, finish: (code: number) => void): void {
  const sub = (name: string, description: string): Command =>
    withGateway(parent.command(name).description(description))
      .option('--folder <folder>', t('folder of the bot; without it, the bot below the current folder'))
      .addOption(
        new Option('--format <format>', t('how to print the result'))
          .choices(['pretty', 'json'])
          .default('pretty'),
      );
  const ids = t('what “botlane inbox list” shows before the texts; its first characters do');

  sub('list', t('List what waits, the most frequent first.')).action(async (options: InboxOptions) => {
    const { listInbox } = await import('./commands/inbox.js');
    finish(await listInbox(terminal, options));
  });
  sub('accept', t('Make expressions of texts: of the intent that was proposed, or of another one.'))
    .argument('<ids...>', ids)
    .option('--intent <name>', t('the intent; without it, the one that the draft proposes for each'))
    .option('--text <text>', t('what to write instead of what was said; for one text only'))
    .option('--dry-run', t('tell the scores that they would have; change nothing'), false)
    .action(async (wanted: readonly string[], options: AcceptOptions) => {
      const { acceptFromInbox } = await import('./commands/inbox.js');
      finish(await acceptFromInbox(terminal, wanted, options));
    });
  sub('ignore', t('Leave texts out of the inbox.'))
    .argument('<ids...>', ids)
    .action(async (wanted: readonly string[], options: InboxOptions) => {
      const { ignoreInInbox } = await import('./commands/inbox.js');
      finish(await ignoreInInbox(terminal, wanted, options));
    });
  sub('undo', t('Let texts wait again. Files stay as they are.'))
    .argument('<ids...>', t('the ids that “accept” or “ignore” printed, whole'))
    .action(async (wanted: readonly string[], options: InboxOptions) => {
      const { undoInInbox } = await import('./commands/inbox.js');
      finish(await undoInInbox(terminal, wanted, options));
    });
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(t('It is a number such as 3.'));
}
