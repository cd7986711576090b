import { passed, type Failure, type TestResult } from '../../testing/result';
import { xml } from '../reporters/xml';
import type { Terminal } from '../terminal';
import { type BotReport, pathFrom, placeOf, type TestReporter } from './report';

/** JUnit's XML: for CI servers. A test suite per bot and file, a test case per conversation test. */
export const junit: TestReporter = (terminal, reports) => {
  const all = reports.flatMap(({ results }) => results);
  const time = reports.flatMap(({ durations }) => durations).reduce((sum, duration) => sum + duration, 0);
  const counts = `tests="${all.length}" failures="${failed(all)}" errors="0" time="${seconds(time)}"`;
  terminal.out(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="botlane test" ${counts}>`,
      ...reports.flatMap((report) => suitesOf(terminal, report)),
      '</testsuites>\n',
    ].join('\n'),
  );
};

function failed(results: readonly TestResult[]): number {
  return results.filter((result) => !passed(result)).length;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

interface Timed {
  readonly result: TestResult;
  readonly duration: number;
}

function suitesOf(terminal: Terminal, { bot, results, durations }: BotReport): string[] {
  const files = new Map<string, Timed[]>();
  for (const [index, result] of results.entries()) {
    const path = pathFrom(terminal, result.test);
    const timed = { result, duration: durations[index] ?? 0 };
    files.set(path, [...(files.get(path) ?? []), timed]);
  }
  return [...files].flatMap(([path, timed]) => [
    `  <testsuite name="${xml(`${bot.id}: ${path}`)}" tests="${timed.length}" failures="${failed(timed.map(({ result }) => result))}" errors="0" skipped="0" file="${xml(path)}">`,
    ...timed.flatMap((one) => caseLines(one, path)),
    '  </testsuite>',
  ]);
}

function caseLines({ result, duration }: Timed, path: string): string[] {
  const { test, failures, transcript } = result;
  const { line } = placeOf(test, test.item.name);
  const open = `    <testcase name="${xml(test.item.name.value)}" classname="${xml(path)}" file="${xml(path)}" line="${line}" time="${seconds(duration)}"`;
  if (failures.length === 0) return [`${open}/>`];
  const conversation = transcript.map(({ who, text }) => `${who}: ${text}`).join('\n');
  return [
    `${open}>`,
    ...failures.map((failure) => failureLine(result, failure, path)),
    `      <system-out>${xml(conversation)}</system-out>`,
    '    </testcase>',
  ];
}

function failureLine({ test }: TestResult, failure: Failure, path: string): string {
  const { line, column } = placeOf(test, failure);
  const { message, expected, actual } = failure;
  const difference = expected === undefined || actual === undefined ? '' : `\n- ${expected}\n+ ${actual}`;
  const text = `${path}:${line}:${column}: ${message}${difference}`;
  return `      <failure type="expectation" message="${xml(message)}">${xml(text)}</failure>`;
}
