import { setImmediate } from 'node:timers/promises';
import { compileBot } from '../dialogue/compileBot';
import type { Models } from '../dialogue/hear';
import type { ConversationTest } from '../model/definitions';
import type { BotSnapshot, Placed } from '../project/snapshot';
import { ReachedSoFar, type Reached } from './coverage';
import type { TestResult } from './result';
import { runTest } from './runTest';

export interface RunOptions {
  /** Which tests to run; all of the bot when absent. */
  readonly tests?: readonly Placed<ConversationTest>[];
  readonly signal?: AbortSignal;
  /** Called before each test and after it. */
  readonly onStart?: (test: Placed<ConversationTest>) => void;
  readonly onResult?: (result: TestResult) => void;
}

export interface TestRunResult {
  readonly results: readonly TestResult[];
  /** What the tests that ran came through. */
  readonly reached: Reached;
  readonly cancelled: boolean;
}

/** Runs conversation tests one after the other. Between two of them other work gets its turn, and a signal is obeyed. */
export async function runTests(
  bot: BotSnapshot,
  models: Models,
  options: RunOptions = {},
): Promise<TestRunResult> {
  const { tests = bot.tests, signal, onStart, onResult } = options;
  const runnable = compileBot(bot);
  const reached = new ReachedSoFar();
  const results: TestResult[] = [];
  for (const test of tests) {
    if (signal?.aborted) return { results, reached, cancelled: true };
    onStart?.(test);
    const result = runTest(runnable, models, test);
    reached.merge(result.reached);
    results.push(result);
    onResult?.(result);
    await setImmediate();
  }
  return { results, reached, cancelled: false };
}
