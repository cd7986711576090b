import { t } from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CheckOptions } from './commands/check';
import type { FormatOptions } from './commands/format';
import type { FixOptions } from './commands/fix';
import type { OutputOptions } from './commands/command';
import type { GraphOptions } from './commands/graph';
import type { InitOptions } from './commands/init';
import { NEW_BOT_LANGUAGES } from '../features/newBot/newBot';
import { CHECK_FORMATS, GRAPH_FORMATS } from './formats';
import type { Terminal } from './terminal';

type AddCommand = (name: string, description: string, example: string) => Command;

/** The commands about the files themselves: nothing is trained or published. */
export function addDefinitionCommands(
  terminal: Terminal,
  add: AddCommand,
  finish: (code: number) => void,
): void {
  const folder = t('folder of the bot; without it, the bots below the current folder');

  add(
    'check',
    t('Report every finding of a bot.'),
    'botlane check examples/choo-choo\n  $ botlane check --rule nlp/few-expressions=off --max-warnings 0 --format sarif',
  )
    .argument('[folder]', folder)
    .addOption(
      new Option('--format <format>', t('how to print the result'))
        .choices(CHECK_FORMATS)
        .default(CHECK_FORMATS[0]),
    )
    .option('--max-warnings <number>', t('fail when there are more warnings'), wholeNumber)
    .option(
      '--rule <code[=severity]>',
      t('report only this rule, or set the severity of a rule for this run; can be given several times'),
      (choice: string, before: readonly string[]) => [...before, choice],
      [],
    )
    .option('--no-cache', t('check anew, also what is as it was when it was checked last'))
    .action(async (path: string | undefined, options: CheckOptions) => {
      const { check } = await import('./commands/check.js');
      finish(await check(terminal, path, options));
    });

  add('fix', t('Apply all safe quick fixes.'), 'botlane fix --dry-run examples/choo-choo')
    .argument('[folder]', folder)
    .option('--dry-run', t('print what would change as a patch; write nothing'), false)
    .addOption(prettyOrJson())
    .action(async (path: string | undefined, options: FixOptions) => {
      const { fix } = await import('./commands/fix.js');
      finish(await fix(terminal, path, options));
    });

  add('format', t('Format definition files.'), 'botlane format --check examples/choo-choo')
    .argument('[folder]', folder)
    .option('--check', t('only say which files would change; write nothing'), false)
    .addOption(prettyOrJson())
    .action(async (path: string | undefined, options: FormatOptions) => {
      const { format } = await import('./commands/format.js');
      finish(format(terminal, path, options));
    });

  add(
    'graph',
    t('Draw the dialogs of a bot and what leads to them.'),
    'botlane graph --flow booking --format svg --out booking.svg examples/choo-choo',
  )
    .argument('[folder]', folder)
    .option('--flow <flow>', t('only this flow, with what leads into it and out of it'))
    .addOption(
      new Option('--format <format>', t('how to print the result'))
        .choices(GRAPH_FORMATS)
        .default(GRAPH_FORMATS[0]),
    )
    .option('--out <file>', t('write to this file instead of printing'))
    .action(async (path: string | undefined, options: GraphOptions) => {
      const { graph } = await import('./commands/graph.js');
      finish(await graph(terminal, path, options));
    });

  add('init', t('Begin a new bot.'), 'botlane init bots/choo-choo --language nl')
    .argument('<folder>', t('a new or empty folder; the bot is named after it'))
    .addOption(
      new Option('--language <language>', t('the language of the bot'))
        .choices(NEW_BOT_LANGUAGES)
        .default(NEW_BOT_LANGUAGES[0]),
    )
    .option('--name <name>', t('the name of the bot, where the folder has another one'))
    .addOption(prettyOrJson())
    .action(async (path: string, options: InitOptions) => {
      const { init } = await import('./commands/init.js');
      finish(init(terminal, path, options));
    });

  add(
    'explain',
    t('Explain a rule: what it reports, why, and what to write instead.'),
    'botlane explain references/unknown-intent',
  )
    .argument('[code]', t('code of the rule; without it, all rules are listed'))
    .addOption(prettyOrJson())
    .action(async (code: string | undefined, options: OutputOptions) => {
      const { explain } = await import('./commands/explain.js');
      finish(explain(terminal, code, options));
    });
}

function prettyOrJson(): Option {
  return new Option('--format <format>', t('how to print the result'))
    .choices(['pretty', 'json'])
    .default('pretty');
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(t('This is a whole number such as 0 or 10.'));
}
