import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import type { Releases, StoredModel } from '../../release/contract';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { ProgressLine } from '../progress';
import { releases, trainer } from '../releases';
import { printable, printJson, shortPath, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane train`: trains what is not trained yet and keeps the models by the hash of their input. */
export async function train(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const store = releases();
  const models = await trainBot(terminal, store, bot);
  if (options.format === 'json') {
    printJson(terminal, {
      bot: bot.id,
      models: models.map(({ language, input, artifact, path }) => ({ language, input, artifact, path })),
    });
    return EXIT.ok;
  }
  for (const { language, artifact, path, reused } of models) {
    const where = printable(shortPath(terminal.cwd, path));
    const state = reused ? t('was trained already') : t('trained');
    terminal.out(`${language}  ${state}  ${artifact.slice(0, 12)}  ${where}\n`);
  }
  return EXIT.ok;
}

/**
 * Trains a bot with a progress line and Ctrl-C.
 * @throws CommandError when it cannot be trained or was cancelled; what was stored before stays sound
 */
export async function trainBot(
  terminal: Terminal,
  store: Releases,
  bot: BotSnapshot,
): Promise<readonly StoredModel[]> {
  const progress = new ProgressLine(terminal);
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  process.once('SIGINT', interrupt);
  try {
    const result = await store.train(bot, trainer, {
      signal: abort.signal,
      onProgress: (fraction) => progress.show(t('Training {0}: {1}%', bot.id, Math.floor(fraction * 100))),
    });
    if (!result.ok) throw new CommandError(result.error.message, EXIT.refused);
    switch (result.value.outcome) {
      case 'trained':
        return result.value.models;
      case 'cancelled':
        throw new CommandError(t('Cancelled. Nothing was stored.'), EXIT.refused);
      case 'refused':
        throw new CommandError(
          [t('{0} cannot be trained.', bot.id), ...result.value.reasons].join('\n'),
          EXIT.refused,
        );
    }
  } finally {
    progress.clear();
    process.removeListener('SIGINT', interrupt);
  }
}
