import { t } from '@vscode/l10n';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ReleaseKind } from '../release/contract';
import type { PlanOptions } from './commands/plan';
import type { TestOptions } from './commands/test';
import { addAccessCommands } from './accessCommands';
import { addAdminCommands } from './adminCommands';
import { addDefinitionCommands } from './definitionCommands';
import { EXIT } from './exitCode';
import { addGatewayCommands } from './gatewayCommands';
import { TEST_FORMATS } from './formats';
import { addLiveCommands } from './liveCommands';
import { addNlpCommands } from './nlpCommands';
import { overrideOf, type OverrideOptions, withOverride } from './overrideOption';
import type { Terminal } from './terminal';
import { addVersionCommands } from './versionCommands';
import { notesText, reasonText } from './writtenTexts';

interface KindOptions extends Omit<PlanOptions, 'override'>, OverrideOptions {
  readonly full?: true;
  readonly nlp?: true;
}

/**
 * The command line. A command is loaded only when it is run: loading them all takes longer than many of them run. Every
 * command's action sets `process.exitCode` through `finish`, so that output that is still being written is not cut off.
 */
export function makeProgram(terminal: Terminal, release: string, finish: (code: number) => void): Command {
  const program = new Command('botlane')
    .description(t('Chatbots as files: check, train and publish them.'))
    .version(release)
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
    })
    .exitOverride()
    .addHelpText(
      'after',
      `\n${t('Exit codes: 0 done, 1 the answer is no (errors found, publish blocked), 2 wrong usage.')}`,
    );

  const add = (name: string, description: string, example: string): Command =>
    program
      .command(name)
      .description(description)
      .addHelpText('after', `\n${t('Example:')}\n  $ ${example}`);
  const format = (): Option =>
    new Option('--format <format>', t('how to print the result'))
      .choices(['pretty', 'json'])
      .default('pretty');
  const folder = t('folder of the bot; without it, the bots below the current folder');

  addDefinitionCommands(terminal, add, finish);

  addNlpCommands(terminal, add, finish);

  add(
    'test',
    t('Run the conversation tests of a bot.'),
    'botlane test --coverage examples/choo-choo\n  $ botlane test --format junit > test-results.xml',
  )
    .argument('[folder]', folder)
    .addOption(
      new Option('--format <format>', t('how to print the result'))
        .choices(TEST_FORMATS)
        .default(TEST_FORMATS[0]),
    )
    .option('--coverage', t('tell which intents, dialogs and branches the tests come through'), false)
    .option('--watch', t('run them again whenever a file changes'), false)
    .action(async (path: string | undefined, options: TestOptions) => {
      const { test } = await import('./commands/test.js');
      finish(await test(terminal, path, options));
    });

  withKind(add('plan', t('Show what a publish would change, and what its gates say.'), 'botlane plan --nlp'))
    .argument('[folder]', folder)
    .addOption(format())
    .action(async (path: string | undefined, options: KindOptions, command: Command) => {
      const { plan } = await import('./commands/plan.js');
      finish(
        await plan(terminal, path, kindOf(options, command), {
          ...options,
          override: overrideOf(options, command),
        }),
      );
    });

  withKind(
    add(
      'publish',
      t('Publish a bot: make a version and make it live.'),
      'botlane publish --full --notes "New tickets"',
    ),
  )
    .argument('[folder]', folder)
    .requiredOption('--notes <text>', t('the notes of the version'), notesText)
    .option('--train', t('train first what is not trained'), false)
    .option('--dry-run', t('go through the gates and print the plan; publish nothing'), false)
    .addOption(format())
    .action(
      async (
        path: string | undefined,
        options: KindOptions & { notes: string; train: boolean; dryRun: boolean },
        command: Command,
      ) => {
        const { publish } = await import('./commands/publish.js');
        finish(
          await publish(terminal, path, {
            ...options,
            kind: kindOf(options, command),
            override: overrideOf(options, command),
          }),
        );
      },
    );

  addVersionCommands(terminal, add, finish);
  addLiveCommands(terminal, add, finish);
  addGatewayCommands(terminal, add, finish);
  addAdminCommands(terminal, add, finish);
  addAccessCommands(terminal, add, finish);

  add('lsp', t('Run the language server for an editor.'), 'botlane lsp --stdio')
    .requiredOption('--stdio', t('talk over standard input and output'))
    .action(async () => {
      const { lsp } = await import('./commands/lsp.js');
      lsp();
    });

  return program;
}

function withKind(command: Command): Command {
  return withOverride(command)
    .addOption(new Option('--full', t('the full bot')).conflicts(['nlp', 'flows']))
    .addOption(new Option('--nlp', t('the NLP only; flows stay as they are in LIVE')).conflicts('flows'))
    .option(
      '--flows <names>',
      t('these flows only, with commas between their names; everything else stays as it is in LIVE'),
      flowNames,
    )
    .option(
      '--overwrite-live <reason>',
      t('overwrite what LIVE holds and the draft does not descend from; the reason is recorded'),
      reasonText,
    )
    .option('--no-cache', t('check anew, also what was checked before as it is'));
}

function kindOf({ full, nlp: nlpOnly, flows }: KindOptions, command: Command): ReleaseKind {
  if (full) return 'full';
  if (nlpOnly) return 'nlp';
  if (flows) return 'flows';
  command.error(t('Say what to publish: --full, --nlp or --flows.'), { exitCode: EXIT.usage });
}

function flowNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.every((name) => name !== '')) return names;
  throw new InvalidArgumentError(t('Name flows with commas between them, such as booking,refunds.'));
}
