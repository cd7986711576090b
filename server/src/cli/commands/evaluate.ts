import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { t } from '@vscode/l10n';
import type { TrainResult } from '../../nlp/contract';
import { readCorpus } from '../../nlp/evaluation/corpus';
import { type Clocks, type CorpusReport, evaluateCorpus } from '../../nlp/evaluation/evaluateCorpus';
import type { BotSnapshot } from '../../project/snapshot';
import { evaluateBot, type LanguageEvaluation } from '../../release/quality/evaluateBot';
import { measuredFolder } from '../../release/quality/folder';
import { HeldOutStore } from '../../release/quality/heldOutStore';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { ProgressLine } from '../progress';
import { evaluator, releases } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

export interface EvaluateOptions extends OutputOptions {
  /** A corpus in JSON lines, gzipped when its name ends so, instead of a bot. */
  readonly data?: string | undefined;
  readonly folds: number;
  /** The bot's own when absent; 0.8, the platform's, for a corpus. */
  readonly threshold?: number | undefined;
}

const DEFAULT_THRESHOLD = 0.8;

/** `botlane evaluate`: how well a bot's expressions, or a corpus from outside, are told apart. */
export async function evaluate(
  terminal: Terminal,
  folder: string | undefined,
  options: EvaluateOptions,
): Promise<number> {
  const progress = new ProgressLine(terminal);
  const onProgress = (fraction: number): void =>
    progress.show(t('Evaluating … {0}%', Math.round(fraction * 100)));
  try {
    if (options.data !== undefined) {
      const report = await ofCorpus(resolve(terminal.cwd, options.data), options, onProgress);
      progress.clear();
      if (options.format === 'json') printJson(terminal, report);
      else printReport(terminal, report);
      return EXIT.ok;
    }
    const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
    const languages = await ofBot(bot, options, onProgress);
    progress.clear();
    if (options.format === 'json') printJson(terminal, { bot: bot.id, languages: languages.map(asJson) });
    else for (const language of languages) printEvaluation(terminal, language);
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}

const CLOCKS: Clocks = {
  cpuSeconds: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
  milliseconds: () => performance.now(),
};

async function ofCorpus(
  file: string,
  { threshold = DEFAULT_THRESHOLD }: EvaluateOptions,
  onProgress: (fraction: number) => void,
): Promise<CorpusReport> {
  const reading = readCorpus(textOf(file));
  if (!reading.ok) throw new CommandError(`${file}: ${reading.message}`);
  const outcome = await evaluateCorpus(reading.corpora, { threshold, clocks: CLOCKS, onProgress });
  if (outcome.ok) return outcome.report;
  throw new CommandError(reasonOf(outcome), EXIT.refused);
}

function textOf(file: string): string {
  try {
    const bytes = readFileSync(file);
    const content = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (error) {
    throw new CommandError(
      t('The corpus cannot be read: {0}', error instanceof Error ? error.message : String(error)),
    );
  }
}

async function ofBot(
  bot: BotSnapshot,
  { folds, threshold }: EvaluateOptions,
  onProgress: (fraction: number) => void,
): Promise<readonly LanguageEvaluation[]> {
  if ((bot.settings?.item.languages ?? []).length === 0) {
    throw new CommandError(
      t('bot.yaml of {0} names no language. Run "botlane check".', bot.id),
      EXIT.refused,
    );
  }
  const store = releases();
  const outcome = await evaluateBot(bot, {
    evaluator,
    store: new HeldOutStore(await measuredFolder(store, bot)),
    live: await store.liveBot(bot),
    folds,
    threshold,
    onProgress,
  });
  switch (outcome.outcome) {
    case 'evaluated':
      return outcome.languages;
    case 'cancelled':
      throw new CommandError(t('Cancelled.'), EXIT.refused);
    case 'refused':
      throw new CommandError(outcome.reasons.join('\n'), EXIT.refused);
  }
}

function reasonOf(outcome: Exclude<TrainResult, { ok: true }>): string {
  switch (outcome.reason) {
    case 'cancelled':
      return t('Cancelled.');
    case 'untrainable':
      return outcome.problems.map(({ message }) => message).join('\n');
    case 'failed':
      return outcome.message;
  }
}

/** An evaluation as other programs read it: only the answers that are wrong, or not understood. */
function asJson({ evaluation: { answers, ...evaluation }, sinceLast, sinceLive }: LanguageEvaluation) {
  return {
    ...evaluation,
    change: { sinceLast, live: sinceLive },
    answers: answers.length,
    wrong: answers
      .filter(({ expected, best, score }) => expected !== best || score <= evaluation.atThreshold.threshold)
      .map(({ text, expected, best, score }) => ({ text, expected, best, score })),
  };
}

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

function printReport(terminal: Terminal, report: CorpusReport): void {
  const { atThreshold, outOfScope, entityF1, predictMillis } = report;
  const lines = [
    t('{0} intents, {1} messages to train with, {2} to test with', report.intents, report.train, report.test),
    t(
      'Best intent right: {0}; mean F1 of the intents: {1}',
      percent(report.accuracy),
      percent(report.macroF1),
    ),
    understoodLine(atThreshold),
    t('Calibration error: {0}', report.calibrationError.toFixed(3)),
    ...(outOfScope
      ? [
          t(
            'Out of scope: area under the curve {0}; rejected while keeping 95% in scope: {1}',
            outOfScope.auroc.toFixed(3),
            percent(outOfScope.recallAt95),
          ),
        ]
      : []),
    ...(entityF1 === null ? [] : [t('Entities, F1: {0}', percent(entityF1))]),
    t(
      'Training: {0} s of processor time; model: {1} MB',
      report.trainCpuSeconds.toFixed(1),
      megabytes(report.modelBytes),
    ),
    t(
      'A prediction: {0} ms, in 95 of 100 below {1} ms',
      predictMillis.p50.toFixed(2),
      predictMillis.p95.toFixed(2),
    ),
    t('Model: {0}', report.modelHash),
  ];
  terminal.out(`${lines.join('\n')}\n`);
}

function understoodLine({ threshold, accuracy, coverage }: CorpusReport['atThreshold']): string {
  return t(
    'Above the threshold of {0}: {1} of the messages, of which {2} are right',
    threshold,
    percent(coverage),
    percent(accuracy),
  );
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);

/** More pairs of intents than these are for `--format json`. */
const MOST_SHOWN = 10;

function printEvaluation(terminal: Terminal, { evaluation, sinceLast, sinceLive }: LanguageEvaluation): void {
  const { language, score, confusions } = evaluation;
  const lines = [
    paint(terminal, 'bold', t('{0}: score {1} of 100', language, score)),
    ...(sinceLast === null ? [] : [t('Since the last evaluation: {0}', signed(sinceLast))]),
    ...(sinceLive === null ? [] : [t('Against LIVE: {0}', signed(sinceLive))]),
    t(
      'Best intent right: {0}; mean F1 of the intents: {1}',
      percent(evaluation.accuracy),
      percent(evaluation.macroF1),
    ),
    understoodLine(evaluation.atThreshold),
    t('The threshold that would do best: {0}', evaluation.bestThreshold),
    ...confusions
      .slice(0, MOST_SHOWN)
      .flatMap(({ expected, answered, texts }) => [
        t('{0} taken for {1}:', printable(expected), printable(answered)),
        ...texts.map((text) => `  ${printable(text)}`),
      ]),
  ];
  terminal.out(`${lines.join('\n')}\n`);
}
