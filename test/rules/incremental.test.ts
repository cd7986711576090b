import assert from 'node:assert/strict';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { Project } from '../../server/src/project/project';
import { expressionKey, type Measured, NOT_MEASURED } from '../../server/src/rules/measured';
import type { LiveState } from '../../server/src/rules/rule';
import { WorkspaceCheck } from '../../server/src/rules/run';
import { joinUri, type Uri } from '../../server/src/text/uri';
import { BASE, ROOT } from '../support/workspace';

const NO_LIVE: LiveState = { kind: 'none' };

/** A word that begins like no other. */
function wordOf(index: number): string {
  return `${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}word`;
}

/** A bot of `size` intents, each with a flow that is linked to it. */
function filesOf(size: number): Map<string, string> {
  const files = new Map(BASE);
  for (let index = 0; index < size; index++) {
    const lines = Array.from({ length: 5 }, (_, line) => `    ${wordOf(index)} of their own ${line}\n`);
    files.set(`i${index}.intent.yaml`, `intent: i${index}\nexpressions:\n  en: |\n${lines.join('')}`);
    files.set(
      `f${index}.flow.yaml`,
      `flow: f${index}\ndialogs:\n  a:\n    trigger:\n      intent: i${index}\n    next: general/welcome\n`,
    );
  }
  return files;
}

/** Checks a workspace, and tells how often rules looked at files after each change. */
class Counter {
  readonly files = new Map<Uri, string>();
  readonly check: WorkspaceCheck;
  readonly #project: Project;

  constructor(files: ReadonlyMap<string, string>, measured: Measured = NOT_MEASURED) {
    this.check = new WorkspaceCheck({
      onCrash: (code, error) => assert.fail(`${code} ${String(error)}`),
      measuredOf: () => measured,
    });
    for (const [path, text] of files) this.files.set(joinUri(ROOT, path), text);
    this.#project = new Project(new MemoryFileSystem(this.files));
    this.#project.setFolders([ROOT]);
    this.#finish();
  }

  /** Replaces text in a file. @returns how many checks of a file by a rule it took */
  replace(path: string, found: string, replacement: string): number {
    const uri = joinUri(ROOT, path);
    const text = this.files.get(uri) ?? '';
    assert.ok(text.includes(found), `${path} holds ${found}`);
    this.files.set(uri, text.replace(found, replacement));
    this.#project.refresh(uri);
    return this.#finish();
  }

  codes(path: string): readonly string[] {
    return this.check.findings(joinUri(ROOT, path)).map(({ code }) => code);
  }

  #finish(): number {
    const before = this.check.checks;
    this.check.update(this.#project.snapshot(), () => NO_LIVE);
    for (const _ of this.check.work());
    return this.check.checks - before;
  }
}

describe('the work after a change', () => {
  it('is as much in a large bot as in a small one', () => {
    const small = new Counter(filesOf(5));
    const large = new Counter(filesOf(50));
    const changes: readonly (readonly [string, string, string])[] = [
      ['i3.intent.yaml', 'adword of', 'adword and more of'],
      ['i3.intent.yaml', 'expressions:', '# a comment\nexpressions:'],
      ['f3.flow.yaml', 'next: general/welcome', 'next: general/error'],
      ['f3.flow.yaml', 'next: general/error', 'next: general/eror'],
      ['f3.flow.yaml', 'flow: f3', 'flow: [f3'],
      ['f3.flow.yaml', 'flow: [f3', 'flow: f3'],
    ];
    for (const change of changes) {
      assert.equal(large.replace(...change), small.replace(...change), change.join(' | '));
    }
  });

  it('is one look of each rule at the file when nothing else hangs on the change', () => {
    const counter = new Counter(filesOf(10));
    const first = counter.replace('i3.intent.yaml', 'their own 2', 'their very own 2');
    const again = counter.replace('i3.intent.yaml', 'their very own 2', 'their own 2');
    assert.equal(first, again);
    assert.ok(first > 20 && first < 100, `${first} rules look at a file of an intent`);
    // A change of a place alone is one that nobody else asked for.
    assert.equal(counter.replace('i3.intent.yaml', 'intent:', '# moved\nintent:'), first);
  });

  it('is one look at the dialog that changed, however many stand beside it', () => {
    const looks = [10, 100].map((size) => {
      const dialogs = Array.from({ length: size }, (_, n) => `  d${n}:\n    next: d${(n + 1) % size}\n`);
      const counter = new Counter(
        new Map([...BASE, ['x.flow.yaml', `flow: x\ndialogs:\n${dialogs.join('')}`]]),
      );
      // The first change tells that somebody writes this file: from then on what is said about its dialogs is kept.
      counter.replace('x.flow.yaml', 'flow: x', '# moved\nflow: x');
      return counter.replace('x.flow.yaml', '  d5:\n', '  d5:\n    nxt: d4\n');
    });
    assert.equal(looks[0], looks[1]);
  });

  it('reaches the files that hang on what changed, and no others', () => {
    const counter = new Counter(filesOf(10));
    const alone = counter.replace('i3.intent.yaml', 'their own 2', 'their very own 2');
    const renamed = counter.replace('i3.intent.yaml', 'intent: i3', 'intent: i3x');
    assert.ok(counter.codes('f3.flow.yaml').includes('references/unknown-intent'));
    assert.deepEqual(counter.codes('f4.flow.yaml'), []);
    // The flow that is linked to it is looked at by the rules that asked for names of intents: not by all of them.
    assert.ok(renamed > alone && renamed < 2 * alone, `${renamed} and ${alone}`);
    counter.replace('i3.intent.yaml', 'intent: i3x', 'intent: i3');
    assert.deepEqual(counter.codes('f3.flow.yaml'), []);
  });

  it('moves the places that findings of other files point at', () => {
    const files = filesOf(3);
    files.set('z.intent.yaml', (files.get('i1.intent.yaml') ?? '').replace('i1', 'z'));
    const counter = new Counter(files);
    const related = (): number | undefined =>
      counter.check
        .findings(joinUri(ROOT, 'z.intent.yaml'))
        .find(({ code }) => code === 'nlp/duplicate-expression')?.related[0]?.range.start.line;
    assert.equal(related(), 3);
    counter.replace('i1.intent.yaml', 'intent:', '# moved\nintent:');
    assert.equal(related(), 4);
  });

  it('takes back what it thought of a dialog while another dialog of the file did not parse', () => {
    const flow = (name: string, trigger: string, more = ''): [string, string] => [
      `${name}.flow.yaml`,
      `flow: ${name}\ndialogs:\n  one:\n    trigger: ${trigger}\n    next: general/welcome\n${more}`,
    ];
    const files = new Map([
      ...filesOf(1),
      // Contexts that cannot be read may tell this dialog from the others.
      flow('a', '{ intent: i0, requires: { oops: 1 } }', '  two:\n    next: general/error\n'),
      flow('b', '{ intent: i0 }'),
      flow('c', '{ intent: i0 }'),
    ]);
    files.delete('f0.flow.yaml');
    const counter = new Counter(files);
    const ambiguous = (): readonly string[] =>
      ['a', 'b', 'c'].filter((name) =>
        counter.codes(`${name}.flow.yaml`).includes('flows/ambiguous-trigger'),
      );
    const before = ambiguous();
    assert.ok(before.includes('c') && !before.includes('a'));
    counter.replace('a.flow.yaml', 'next: general/error', 'next: "general/error');
    counter.replace('a.flow.yaml', 'next: "general/error', 'next: general/error');
    assert.deepEqual(ambiguous(), before);
  });

  it('holds what was measured against the threshold and the expressions as they are now', () => {
    const said = 'something that nobody says';
    const answer = { intent: 'i0', score: 0.7 };
    const language = {
      expressions: new Map([[expressionKey('i0', 'aaword of their own 0'), answer]]),
      sentences: new Map([[said, answer]]),
      overlaps: [],
    };
    const files = filesOf(2);
    files.set('x.bottest.yaml', `test: x\nsteps:\n  - user: ${said}\n    expect:\n      intent: i0\n`);
    const bot = BASE.get('bot.yaml') ?? '';
    const withThreshold = (threshold: number): string =>
      `${bot}nlp:\n  threshold:\n    intent: ${threshold}\n`;
    files.set('bot.yaml', withThreshold(0.8));
    const counter = new Counter(files, { nlp: new Map([['en', language]]) });
    const codes = (): readonly string[] =>
      ['i0.intent.yaml', 'x.bottest.yaml'].flatMap((path) => counter.codes(path));
    assert.deepEqual(codes(), ['nlp/misunderstood', 'nlp/sentence-not-understood']);
    counter.replace('bot.yaml', 'intent: 0.8', 'intent: 0.6');
    assert.deepEqual(codes(), []);
    counter.replace('bot.yaml', 'intent: 0.6', 'intent: 0.8');
    assert.deepEqual(codes(), ['nlp/misunderstood', 'nlp/sentence-not-understood']);
    counter.replace('i1.intent.yaml', 'en: |\n', `en: |\n    ${said}!\n`);
    assert.deepEqual(codes(), ['nlp/misunderstood']);
    counter.replace('i1.intent.yaml', `    ${said}!\n`, '');
    assert.deepEqual(codes(), ['nlp/misunderstood', 'nlp/sentence-not-understood']);
  });

  it('is bounded where expressions that are nearly the same crowd', () => {
    const crowd = new Map(BASE);
    const size = 60;
    for (let index = 0; index < size; index++) {
      crowd.set(
        `i${index}.intent.yaml`,
        `intent: i${index}\nexpressions:\n  en: |\n    take number${index} along please\n`,
      );
    }
    const counter = new Counter(crowd);
    const alone = counter.replace('i5.intent.yaml', 'intent: i5', 'intent: i5 # five');
    assert.equal(counter.replace('i5.intent.yaml', 'number5 along', 'number5x along'), alone);
  });

  it('is none when nothing changed', () => {
    const counter = new Counter(filesOf(3));
    const before = counter.check.checks;
    assert.equal(counter.replace('i1.intent.yaml', 'abword', 'abword'), 0);
    assert.equal(counter.check.checks, before);
  });
});
