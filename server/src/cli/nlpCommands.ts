import { t } from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { OutputOptions } from './commands/command';
import type { CompareNlpOptions } from './commands/compareNlp';
import type { EvaluateOptions } from './commands/evaluate';
import type { Terminal } from './terminal';

/** Adds the commands about what a bot understands: `train`, `nlp`, `compare-nlp`, `evaluate`. */
export function addNlpCommands(
  terminal: Terminal,
  add: (name: string, description: string, example: string) => Command,
  finish: (code: number) => void,
): void {
  const format = (): Option =>
    new Option('--format <format>', t('how to print the result'))
      .choices(['pretty', 'json'])
      .default('pretty');
  const folder = t('folder of the bot; without it, the bots below the current folder');

  add('train', t('Train the NLP of a bot.'), 'botlane train examples/choo-choo')
    .argument('[folder]', folder)
    .addOption(format())
    .action(async (path: string | undefined, options: OutputOptions) => {
      const { train } = await import('./commands/train.js');
      finish(await train(terminal, path, options));
    });

  add('nlp', t('Tell what a bot makes of a message.'), 'botlane nlp "a ticket to Ghent" --language en')
    .argument('<text>', t('what a user says'))
    .argument('[folder]', folder)
    .option('--language <language>', t("the message's language; without it, the bot's default language"))
    .option('--live', t('ask LIVE instead of the draft'), false)
    .addOption(format())
    .action(
      async (
        text: string,
        path: string | undefined,
        options: OutputOptions & { language?: string; live: boolean },
      ) => {
        const { nlp } = await import('./commands/nlp.js');
        finish(await nlp(terminal, text, path, options));
      },
    );

  add(
    'compare-nlp',
    t('Tell what the draft understands otherwise than LIVE: of expressions, tests and recorded messages.'),
    'botlane compare-nlp examples/choo-choo --messages said.jsonl',
  )
    .argument('[folder]', folder)
    .option('--messages <file>', t('what users said, in JSON lines {0}', '{"text", "lang"}'))
    .option('--all', t('also what both understand alike'), false)
    .addOption(format())
    .action(async (path: string | undefined, options: CompareNlpOptions) => {
      const { compareNlpCommand } = await import('./commands/compareNlp.js');
      finish(await compareNlpCommand(terminal, path, options));
    });

  add(
    'evaluate',
    t('Measure how well intents are told apart: of a bot by cross-validation, or of a corpus.'),
    'botlane evaluate --folds 5 examples/choo-choo',
  )
    .argument('[folder]', folder)
    .option('--data <file>', t('a corpus in JSON lines (.jsonl or .jsonl.gz) instead of a bot'))
    .option('--folds <number>', t('how many parts the expressions are split into'), foldCount, 5)
    .option('--threshold <score>', t('scores at or below it are not understood'), share)
    .addOption(format())
    .action(async (path: string | undefined, options: EvaluateOptions) => {
      const { evaluate } = await import('./commands/evaluate.js');
      finish(await evaluate(terminal, path, options));
    });
}

function foldCount(text: string): number {
  if (/^([2-9]|1\d|20)$/.test(text)) return Number(text);
  throw new InvalidArgumentError(t('A number from 2 to 20 is needed.'));
}

function share(text: string): number {
  if (/^(0(\.\d+)?|1(\.0+)?)$/.test(text)) return Number(text);
  throw new InvalidArgumentError(t('A number from 0 to 1 is needed, such as 0.8.'));
}
