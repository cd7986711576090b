import { t } from '@vscode/l10n';
import { type Coverage, sharesOf, type Share } from '../../testing/coverage';
import { passed, type TestResult } from '../../testing/result';
import { paint, printable, type Terminal } from '../terminal';
import { type BotReport, pathFrom, placeOf, type TestReporter } from './report';

/** For people: each test, what went wrong at which line with the conversation up to there, and how many passed. */
export const pretty: TestReporter = (terminal, reports) => {
  for (const report of reports) printBot(terminal, report);
  const results = reports.flatMap((report) => report.results);
  const failed = results.filter((result) => !passed(result)).length;
  terminal.out(
    failed === 0
      ? `${paint(terminal, 'green', t('Passed: {0}.', results.length))}\n`
      : `${paint(terminal, 'red', t('Failed: {0}.', failed))} ${t('Passed: {0}.', results.length - failed)}\n`,
  );
};

function printBot(terminal: Terminal, { bot, results, coverage }: BotReport): void {
  terminal.out(`${paint(terminal, 'bold', printable(bot.id))}\n`);
  if (results.length === 0) terminal.out(`  ${t('There are no conversation tests.')}\n`);
  for (const result of results) printResult(terminal, result);
  if (coverage) printCoverage(terminal, coverage);
  terminal.out('\n');
}

function printResult(terminal: Terminal, result: TestResult): void {
  const { test, failures, transcript } = result;
  const mark = failures.length === 0 ? paint(terminal, 'green', '✓') : paint(terminal, 'red', '✗');
  terminal.out(`  ${mark} ${printable(test.item.name.value)}\n`);
  for (const failure of failures) {
    const { line, column } = placeOf(test, failure);
    terminal.out(
      `      ${printable(`${pathFrom(terminal, test)}:${line}:${column}`)}  ${printable(failure.message)}\n`,
    );
    const { expected, actual } = failure;
    if (expected === undefined || actual === undefined) continue;
    terminal.out(`        ${t('expected')}  ${paint(terminal, 'green', printable(expected))}\n`);
    terminal.out(`        ${t('actual')}    ${paint(terminal, 'red', printable(actual))}\n`);
  }
  if (failures.length === 0) return;
  for (const { who, text } of transcript) {
    terminal.out(`        ${paint(terminal, 'dim', `${SIGNS[who]} ${printable(text)}`)}\n`);
  }
}

/** Who says something in a conversation. */
const SIGNS = { user: '›', bot: '‹', service: '·' } as const;

function printCoverage(terminal: Terminal, coverage: Coverage): void {
  const { intents, dialogs, branches } = sharesOf(coverage);
  terminal.out(
    `  ${t('Intents {0}, dialogs {1}, branches {2}', told(intents), told(dialogs), told(branches))}\n`,
  );
  const names = coverage.dialogs.flatMap((dialog) => (dialog.reached ? [] : [dialog.name]));
  if (names.length > 0)
    terminal.out(`  ${t('Dialogs that no test reaches:')} ${printable(names.join(', '))}\n`);
}

function told({ reached, all }: Share): string {
  const percent = all === 0 ? 100 : Math.floor((100 * reached) / all);
  return t('{0} of {1} ({2}%)', reached, all, percent);
}
