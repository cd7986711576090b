import { coverageOutput } from './coverageOutput';
import { passed } from '../../testing/result';
import { printJson } from '../terminal';
import { pathFrom, placeOf, type TestReporter } from './report';

/** For programs: every test of every bot, with what went wrong and where. */
export const json: TestReporter = (terminal, reports) => {
  const bots = reports.map(({ bot, results, coverage }) => ({
    bot: bot.id,
    tests: results.map((result) => ({
      name: result.test.item.name.value,
      file: pathFrom(terminal, result.test),
      line: placeOf(result.test, result.test.item.name).line,
      passed: passed(result),
      failures: result.failures.map((failure) => {
        const { message, expected, actual } = failure;
        return { ...placeOf(result.test, failure), message, expected, actual };
      }),
      conversation: result.transcript,
    })),
    ...(coverage && { coverage: coverageOutput(terminal, coverage) }),
  }));
  const results = reports.flatMap((report) => report.results);
  const failed = results.filter((result) => !passed(result)).length;
  printJson(terminal, { passed: results.length - failed, failed, bots });
};
