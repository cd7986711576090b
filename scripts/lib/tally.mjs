// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {import('../../test/support/results.js').TestResult} TestResult */

/** Counts what all stages of `npm test` found. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;
  /** @type {string[]} what failed, for the end of the output */
  failures = [];

  /**
   * Counts one check that is not a test of a suite, such as the formatter.
   * @param {string} name
   * @param {boolean} ok
   */
  check(name, ok) {
    if (ok) this.passed += 1;
    else this.fail(name);
    console.log(`${ok ? '✔' : '✖'} ${name}`);
  }

  /** @param {string} name */
  fail(name) {
    this.failed += 1;
    this.failures.push(name);
  }

  /**
   * Counts the tests of a suite by the results that it wrote. A suite that wrote none, or has no test, has failed.
   * @param {string} name
   * @param {string} file
   * @param {{ print?: boolean }} [options] print: show the tests, when the suite had no terminal
   */
  suite(name, file, { print = false } = {}) {
    /** @type {TestResult[]} */
    const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
    if (results.length === 0) this.fail(`${name}: no test has ended; see the output above`);
    for (const result of results) {
      const title = `${name}: ${result.path.join(' › ')}`;
      if (result.state === 'passed') this.passed += 1;
      else if (result.state === 'skipped') this.skipped += 1;
      else this.fail(title);
      if (print) console.log(`${marks[result.state]} ${result.path.join(' › ')} (${result.milliseconds} ms)`);
      if (print && result.error) console.log(`${result.error}\n`);
    }
  }

  /** Prints what failed, and as the last line the numbers. */
  print() {
    if (this.failed > 0)
      console.log(`\nFailed:\n${this.failures.map((failure) => `- ${failure}`).join('\n')}`);
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
    console.log(`\n${this.passed} passed, ${this.failed} failed${skipped}`);
  }
}

/** @type {Record<TestResult['state'], string>} */
const marks = { passed: '✔', failed: '✖', skipped: '-' };
