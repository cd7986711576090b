import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import { INITIAL, type IGrammar, Registry, parseRawGrammar } from 'vscode-textmate';

const ROOT = join(__dirname, '../../..');
const GRAMMAR = join(ROOT, 'syntaxes/bot-definition.tmLanguage.json');
const FIXTURES = join(ROOT, 'test/syntaxes');
const EXAMPLE = join(ROOT, 'examples/choo-choo');
const SUFFIX = '.bot-definition';

interface ScopedLine {
  readonly text: string;
  /** The scopes at every UTF-16 unit, without the suffix that all of them have. */
  readonly scopes: readonly (readonly string[])[];
}

async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM({ data: wasm });
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) =>
      scope === `source${SUFFIX}` ? parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR) : null,
  });
  const grammar = await registry.loadGrammar(`source${SUFFIX}`);
  assert.ok(grammar, 'the grammar loads');
  return grammar;
}

/** Tokenises the lines as an editor does: one after the other, the stack handed on. */
function tokenise(grammar: IGrammar, lines: readonly string[]): ScopedLine[] {
  let stack = INITIAL;
  return lines.map((text) => {
    const result = grammar.tokenizeLine(text, stack);
    stack = result.ruleStack;
    const scopes: string[][] = Array.from({ length: text.length }, () => []);
    for (const token of result.tokens) {
      const names = token.scopes.map((scope) => scope.replace(SUFFIX, ''));
      scopes.fill(names, token.startIndex, Math.min(token.endIndex, text.length));
    }
    return { text, scopes };
  });
}

/**
 * An expectation about the line above it: `#> text => scope scope !scope`. Every unit of the text has each scope (or a
 * longer one that starts with it) and none of those with `!`. `#2>` means the second occurrence of the text.
 */
const EXPECTATION = /^#(\d*)> (.*?) => (.+)$/;

interface Expectation {
  readonly line: number;
  readonly source: string;
  readonly text: string;
  readonly occurrence: number;
  readonly scopes: readonly string[];
}

function readFixture(file: string): { lines: string[]; expectations: Expectation[] } {
  const lines: string[] = [];
  const expectations: Expectation[] = [];
  for (const source of readFileSync(join(FIXTURES, file), 'utf8').split('\n')) {
    const match = EXPECTATION.exec(source);
    if (!match) {
      assert.ok(!/^#\d*>/.test(source), `${file}: not an expectation: ${source}`);
      lines.push(source);
      continue;
    }
    const [, occurrence, text = '', scopes = ''] = match;
    expectations.push({
      line: lines.length - 1,
      source,
      text,
      occurrence: Number(occurrence || 1),
      scopes: scopes.trim().split(/\s+/),
    });
  }
  return { lines, expectations };
}

function find(line: string, text: string, occurrence: number): number {
  let at = -1;
  for (let n = 0; n < occurrence; n++) at = line.indexOf(text, at + 1);
  return at;
}

function check(lines: readonly ScopedLine[], expectation: Expectation, file: string): void {
  const line = lines[expectation.line];
  const where = `${file}:${expectation.line + 1} ${expectation.source}`;
  assert.ok(line, `${where}: no line above`);
  const start = find(line.text, expectation.text, expectation.occurrence);
  assert.ok(start >= 0, `${where}: the line above has no such text`);
  for (let at = start; at < start + expectation.text.length; at++) {
    const actual: readonly string[] = line.scopes[at] ?? [];
    const has = (scope: string) => actual.some((name) => name === scope || name.startsWith(`${scope}.`));
    for (const scope of expectation.scopes) {
      const wanted = !scope.startsWith('!');
      assert.equal(
        has(wanted ? scope : scope.slice(1)),
        wanted,
        `${where}: '${line.text[at]}' at ${at} has ${actual.join(' ')}`,
      );
    }
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describe('grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  const fixtures = readdirSync(FIXTURES).filter((name) => name.endsWith('.yaml'));

  it('has fixtures', () => {
    assert.ok(fixtures.length >= 5);
  });

  for (const file of fixtures) {
    it(`scopes ${file} as expected`, () => {
      const { lines, expectations } = readFixture(file);
      assert.ok(expectations.length > 0, 'a fixture expects something');
      const scoped = tokenise(grammar, lines);
      for (const expectation of expectations) check(scoped, expectation, file);
    });
  }

  it('finds nothing invalid in the example bot, and leaves no text without a scope of its own', () => {
    const files = filesBelow(EXAMPLE);
    assert.ok(files.length > 20, 'the example is there');
    for (const file of files) {
      for (const [index, line] of tokenise(grammar, readFileSync(file, 'utf8').split('\n')).entries()) {
        const where = `${relative(ROOT, file)}:${index + 1} ${line.text}`;
        for (const [at, scopes] of line.scopes.entries()) {
          assert.ok(!scopes.some((scope) => scope.startsWith('invalid')), `${where}: invalid at ${at}`);
          const bare = scopes.every((scope) => scope === 'source' || scope.startsWith('meta.'));
          assert.ok(!bare || /\s/.test(line.text[at] ?? ''), `${where}: nothing known at ${at}`);
        }
      }
    }
  });

  it('keeps an unclosed brace, quote or bracket in an expression to its own block', () => {
    const lines = [
      'expressions:',
      '  en: |',
      '    a [b](c',
      '    it\'s {open "here',
      '  nl: |',
      '    x',
      'intent: y',
    ];
    const scoped = tokenise(grammar, lines);
    assert.ok(scoped[4]?.scopes[2]?.includes('entity.name.tag'));
    assert.ok(scoped[6]?.scopes[0]?.includes('storage.type.kind'));
  });

  it('stays within its time on a hostile line', () => {
    const hostile = [
      '    [',
      '['.repeat(20_000),
      '{a, plural, '.repeat(2_000),
      '[x]('.repeat(5_000),
      '- '.repeat(10_000),
    ];
    const scoped = tokenise(grammar, [
      'expressions:',
      '  en: |',
      ...hostile.map((line) => `    ${line}`),
      'intent: y',
    ]);
    assert.ok(scoped.at(-1)?.scopes[0]?.includes('storage.type.kind'));
  });
});
