import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import type { Releases } from '../../release/contract';
import { coverageOf } from '../../testing/coverage';
import { loadModels } from '../../testing/loadModels';
import { passed } from '../../testing/result';
import { runTests } from '../../testing/runTests';
import { readProject, someBots } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import type { TEST_FORMATS } from '../formats';
import { ProgressLine } from '../progress';
import { releases } from '../releases';
import { printable, type Terminal } from '../terminal';
import { json } from '../testReporters/json';
import { junit } from '../testReporters/junit';
import { pretty } from '../testReporters/pretty';
import type { BotReport, TestReporter } from '../testReporters/report';
import { untilInterrupted } from '../watch';
import { trainBot } from './train';

type Format = (typeof TEST_FORMATS)[number];

const REPORTERS: Readonly<Record<Format, TestReporter>> = { pretty, json, junit };

export interface TestOptions {
  readonly format: Format;
  readonly coverage: boolean;
  /** Run again whenever a file changes. */
  readonly watch: boolean;
}

/** `botlane test`: runs the conversation tests of each bot. Exit 1 when one fails. */
export async function test(
  terminal: Terminal,
  folder: string | undefined,
  options: TestOptions,
): Promise<number> {
  const store = releases();
  const run = async (): Promise<number> => {
    const bots = someBots(readProject(terminal.cwd, folder), terminal.cwd, folder);
    const reports: BotReport[] = [];
    for (const bot of bots) reports.push(await testBot(terminal, store, bot, options));
    REPORTERS[options.format](terminal, reports);
    return reports.every(({ results }) => results.every(passed)) ? EXIT.ok : EXIT.refused;
  };
  if (!options.watch) return run();
  let code: number = EXIT.ok;
  await untilInterrupted(resolve(terminal.cwd, folder ?? '.'), async () => {
    code = await mended(terminal, run);
    terminal.err(`${t('Waiting for changes. Ctrl-C ends.')}\n`);
  });
  return code;
}

/** What cannot be run now may be mended by the next change. */
async function mended(terminal: Terminal, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    terminal.err(`${printable(error.message)}\n`);
    return error.code;
  }
}

async function testBot(
  terminal: Terminal,
  store: Releases,
  bot: BotSnapshot,
  options: TestOptions,
): Promise<BotReport> {
  const artifacts = bot.tests.length === 0 ? [] : await artifactsOf(terminal, store, bot);
  const progress = new ProgressLine(terminal);
  const durations: number[] = [];
  let begun = 0;
  const { results, reached } = await runTests(bot, loadModels(artifacts), {
    onStart: ({ item }) => {
      begun = performance.now();
      progress.show(
        t('Testing {0}: {1} of {2}', bot.id, durations.length + 1, bot.tests.length) +
          `  ${printable(item.name.value)}`,
      );
    },
    onResult: () => durations.push(performance.now() - begun),
  });
  progress.clear();
  return { bot, results, durations, ...(options.coverage && { coverage: coverageOf(bot, reached) }) };
}

/** Tests run against the files as they are: what is not trained yet is trained first. */
async function artifactsOf(
  terminal: Terminal,
  store: Releases,
  bot: BotSnapshot,
): Promise<readonly Uint8Array[]> {
  const artifacts: Uint8Array[] = [];
  for (const { language } of await trainBot(terminal, store, bot)) {
    const found = await store.draftModel(bot, language);
    if (!found.ok) throw new CommandError(found.error.message, EXIT.refused);
    if (found.value && !found.value.stale) artifacts.push(found.value.model.bytes);
  }
  return artifacts;
}
