import * as vscode from 'vscode';
import type { BotNode, TestId } from '../../../server/src/protocol';
import type { WorkspaceState } from '../workspaceState';

/** What an item of the Testing view stands for. */
export type TestTarget =
  | { readonly kind: 'bot'; readonly root: string }
  | { readonly kind: 'file'; readonly root: string; readonly uri: string }
  | { readonly kind: 'test'; readonly root: string; readonly id: TestId };

/**
 * The items of the Testing view: bots, their test files, and the tests in them. The tests of a bot are put in when
 * somebody looks at it, and follow what is typed from then on.
 */
export class TestTree {
  readonly #controller: vscode.TestController;
  readonly #workspace: WorkspaceState;
  readonly #targets = new WeakMap<vscode.TestItem, TestTarget>();
  readonly #opened = new Set<string>();

  constructor(controller: vscode.TestController, workspace: WorkspaceState) {
    this.#controller = controller;
    this.#workspace = workspace;
    controller.resolveHandler = (item) => this.#open(item);
  }

  target(item: vscode.TestItem): TestTarget | undefined {
    return this.#targets.get(item);
  }

  /** Takes over which bots and tests there are now. Items that stay keep their results. */
  update(): void {
    const bots = this.#workspace.drafts.filter(({ tests }) => tests.length > 0);
    const { items } = this.#controller;
    items.forEach((item) => {
      if (!bots.some(({ root }) => root === item.id)) items.delete(item.id);
    });
    for (const bot of bots) {
      const item = items.get(bot.root) ?? this.#controller.createTestItem(bot.root, bot.id);
      item.label = bot.title ?? bot.id;
      item.canResolveChildren = true;
      this.#targets.set(item, { kind: 'bot', root: bot.root });
      items.add(item);
      if (this.#opened.has(bot.root)) this.#fill(item, bot);
    }
  }

  /** The item of a bot with everything in it; undefined when it has no tests. */
  bot(root: string): vscode.TestItem | undefined {
    this.update();
    const item = this.#controller.items.get(root);
    if (item) this.#open(item);
    return item;
  }

  /** The item that stands for the same now: one whose tests were gone for a moment is another when they are back. */
  today(item: vscode.TestItem): vscode.TestItem | undefined {
    const target = this.target(item);
    const bot = target && this.#controller.items.get(target.root);
    if (!bot || target.kind === 'bot') return bot;
    const file = bot.children.get(target.kind === 'file' ? target.uri : target.id.uri);
    return target.kind === 'file' ? file : file?.children.get(keyOf(target.id));
  }

  /** Every test below an item, as the server knows it. */
  testsBelow(item: vscode.TestItem): readonly { readonly item: vscode.TestItem; readonly id: TestId }[] {
    const target = this.target(item);
    if (target?.kind === 'test') return [{ item, id: target.id }];
    if (target?.kind === 'bot') this.#open(item);
    return [...item.children].flatMap(([, child]) => this.testsBelow(child));
  }

  #open(item: vscode.TestItem | undefined): void {
    if (!item) {
      this.update();
      return;
    }
    const bot = this.#workspace.drafts.find(({ root }) => root === item.id);
    if (!bot) return;
    this.#opened.add(bot.root);
    this.#fill(item, bot);
  }

  #fill(item: vscode.TestItem, bot: BotNode): void {
    const files = new Map<string, BotNode['tests'][number][]>();
    for (const test of bot.tests) files.set(test.uri, [...(files.get(test.uri) ?? []), test]);
    item.children.replace(
      [...files].map(([uri, tests]) => {
        const address = vscode.Uri.parse(uri);
        const file =
          item.children.get(uri) ??
          this.#controller.createTestItem(uri, address.path.split('/').at(-1) ?? uri, address);
        this.#targets.set(file, { kind: 'file', root: bot.root, uri });
        file.children.replace(idsOf(tests).map(({ id, range }) => this.#test(file, bot.root, id, range)));
        return file;
      }),
    );
  }

  #test(
    file: vscode.TestItem,
    root: string,
    id: TestId,
    { start, end }: BotNode['tests'][number]['range'],
  ): vscode.TestItem {
    const key = keyOf(id);
    const item = file.children.get(key) ?? this.#controller.createTestItem(key, id.name, file.uri);
    item.range = new vscode.Range(start.line, start.character, end.line, end.character);
    this.#targets.set(item, { kind: 'test', root, id });
    return item;
  }
}

/** The id of a test's item. */
export function keyOf({ uri, name, nth }: TestId): string {
  return `${uri}#${nth}#${name}`;
}

/** The tests of one file with the ids that the server gives them. */
export function idsOf(tests: BotNode['tests']): readonly {
  readonly id: TestId;
  readonly range: BotNode['tests'][number]['range'];
}[] {
  const seen = new Map<string, number>();
  return tests.map(({ uri, name, range }) => {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return { id: { uri, name, nth }, range };
  });
}
