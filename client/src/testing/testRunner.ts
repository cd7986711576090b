import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type RunTestsOutcome,
  RunTestsRequest,
  type TestFailureView,
  type TestProgress,
  TestProgressNotification,
} from '../../../server/src/protocol';
import { askAgain } from '../requests';
import { DefinitionCoverage } from './coverage';
import type { TestedParts } from './testedParts';
import { keyOf, type TestTree } from './testTree';

/** What a run came to, over all bots. */
export interface RunSummary {
  readonly passed: number;
  readonly failed: number;
}

/** Runs items of the Testing view: the server runs the tests, and this shows what it tells. */
export class TestRunner implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #controller: vscode.TestController;
  readonly #tree: TestTree;
  readonly #tested: TestedParts;
  readonly #listeners = new Map<string, (progress: TestProgress) => void>();
  readonly #subscription: vscode.Disposable;
  #counter = 0;

  constructor(
    client: LanguageClient,
    controller: vscode.TestController,
    tree: TestTree,
    tested: TestedParts,
  ) {
    this.#client = client;
    this.#controller = controller;
    this.#tree = tree;
    this.#tested = tested;
    this.#subscription = client.onNotification(TestProgressNotification.method, (progress: TestProgress) =>
      this.#listeners.get(progress.run)?.(progress),
    );
  }

  /** @param cover whether coverage is shown */
  async run(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
    cover: boolean,
  ): Promise<RunSummary> {
    const run = this.#controller.createTestRun(request);
    const cancel = new vscode.CancellationTokenSource();
    const stops = [token, run.token].map((one) => one.onCancellationRequested(() => cancel.cancel()));
    let passed = 0;
    let failed = 0;
    try {
      for (const [root, items] of this.#itemsByBot(request)) {
        if (cancel.token.isCancellationRequested) break;
        const outcome = await this.#runBot(run, root, items, cancel.token);
        if (outcome.kind === 'ran') {
          passed += outcome.passed;
          failed += outcome.failed;
          this.#tested.ran(root, outcome);
          if (cover) for (const view of outcome.coverage) run.addCoverage(new DefinitionCoverage(view));
        } else if (outcome.kind === 'refused') {
          failed += items.size;
          const message = new vscode.TestMessage(outcome.reason);
          for (const item of items.values()) run.errored(item, message);
        }
      }
    } finally {
      for (const stop of stops) stop.dispose();
      cancel.dispose();
      run.end();
    }
    return { passed, failed };
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #runBot(
    run: vscode.TestRun,
    root: string,
    items: ReadonlyMap<string, vscode.TestItem>,
    token: vscode.CancellationToken,
  ): Promise<RunTestsOutcome> {
    const id = `run-${++this.#counter}`;
    for (const item of items.values()) run.enqueued(item);
    this.#listeners.set(id, (progress) => show(run, items, progress));
    try {
      const tests = [...items.values()].flatMap((item) => {
        const target = this.#tree.target(item);
        return target?.kind === 'test' ? [target.id] : [];
      });
      return await askAgain(this.#client, RunTestsRequest, { bot: root, run: id, tests }, token);
    } catch (error) {
      if (token.isCancellationRequested) return { kind: 'cancelled' };
      return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) };
    } finally {
      this.#listeners.delete(id);
    }
  }

  /** The tests to run, by the bot they belong to and their ids. */
  #itemsByBot({
    include,
    exclude = [],
  }: vscode.TestRunRequest): ReadonlyMap<string, ReadonlyMap<string, vscode.TestItem>> {
    const all = include ?? [...this.#controller.items].map(([, item]) => item);
    const left = new Set(exclude.flatMap((item) => this.#tree.testsBelow(item).map(({ id }) => keyOf(id))));
    const bots = new Map<string, Map<string, vscode.TestItem>>();
    for (const { item, id } of all.flatMap((one) => this.#tree.testsBelow(one))) {
      const root = this.#tree.target(item)?.root;
      if (root === undefined || left.has(keyOf(id))) continue;
      const items = bots.get(root) ?? new Map<string, vscode.TestItem>();
      bots.set(root, items.set(keyOf(id), item));
    }
    return bots;
  }
}

function show(
  run: vscode.TestRun,
  items: ReadonlyMap<string, vscode.TestItem>,
  progress: TestProgress,
): void {
  if (progress.kind === 'training') {
    run.appendOutput(`${vscode.l10n.t('Training: {0}%', progress.percentage)}\r\n`);
    return;
  }
  const item = items.get(keyOf(progress.test));
  if (!item) return;
  if (progress.kind === 'started') {
    run.started(item);
    return;
  }
  for (const line of progress.conversation) run.appendOutput(`${line}\r\n`, undefined, item);
  if (progress.failures.length === 0) run.passed(item, progress.duration);
  else run.failed(item, progress.failures.map(messageOf), progress.duration);
}

function messageOf({ uri, range, message, expected, actual }: TestFailureView): vscode.TestMessage {
  const told =
    expected === undefined || actual === undefined
      ? new vscode.TestMessage(message)
      : vscode.TestMessage.diff(message, expected, actual);
  const { start, end } = range;
  told.location = new vscode.Location(
    vscode.Uri.parse(uri),
    new vscode.Range(start.line, start.character, end.line, end.character),
  );
  return told;
}
