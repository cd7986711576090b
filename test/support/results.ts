import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** One test of a suite, as the scripts read it to count and print it. */
export interface TestResult {
  /** The titles of the suites and of the test, from the outside in. */
  readonly path: readonly string[];
  readonly state: 'passed' | 'failed' | 'skipped';
  /** How long it took, in milliseconds. */
  readonly milliseconds: number;
  /** Why it failed: message and stack. */
  readonly error?: string;
}

/**
 * Writes what became of each test to the file that `BOTLANE_TEST_RESULTS` names, when the run ends. Suites that run
 * inside VS Code share their output with its log, so nothing can be counted there.
 */
export function recordResults(runner: Mocha.Runner): void {
  const results: TestResult[] = [];
  const add = (test: Mocha.Runnable, state: TestResult['state'], error?: Error): void => {
    results.push({
      path: test.titlePath(),
      state,
      milliseconds: test.duration ?? 0,
      ...(error ? { error: error.stack ?? error.message } : {}),
    });
  };
  const { EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_TEST_PENDING, EVENT_RUN_END } = Mocha.Runner.constants;
  runner.on(EVENT_TEST_PASS, (test) => add(test, 'passed'));
  runner.on(EVENT_TEST_PENDING, (test) => add(test, 'skipped'));
  runner.on(EVENT_TEST_FAIL, (test, error: Error) => add(test, 'failed', error));
  runner.once(EVENT_RUN_END, () => {
    const file = process.env['BOTLANE_TEST_RESULTS'];
    if (file) writeFileSync(file, JSON.stringify(results));
  });
}
