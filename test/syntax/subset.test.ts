import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkText } from '../../server/src/files/decode';
import { documentSpans } from '../../server/src/syntax/documentSpans';
import { SYNTAX_LIMITS } from '../../server/src/syntax/limits';
import { lower } from '../../server/src/syntax/lower';
import { parseFile } from '../../server/src/syntax/parse';
import { ProblemList } from '../../server/src/syntax/problems';
import { markOf } from '../../server/src/syntax/readingState';
import type { ReadingState } from '../../server/src/syntax/readingState';
import { readYaml } from '../../server/src/syntax/readYaml';
import { BlockReader } from '../../server/src/syntax/subset/blocks';
import { orRefused } from '../../server/src/syntax/subset/refusal';
import type { SyntaxDocument, SyntaxFile } from '../../server/src/syntax/tree';
import { takeOver } from '../../server/src/syntax/yamlErrors';
import { Lines } from '../../server/src/text/lines';
import { anyText, EXAMPLES, fileText, plausibleText, tightLimits } from './randomFiles';

type Parsed = Pick<SyntaxFile, 'documents' | 'comments' | 'problems'>;

/** The judge: every document read by the library, from its first to its last character. */
function byLibrary(text: string, limits = SYNTAX_LIMITS): Parsed {
  const problems = new ProblemList(limits.problems);
  const state: ReadingState = {
    text,
    lines: new Lines(text),
    limits,
    problems,
    comments: [],
    earlier: undefined,
    units: [],
    entries: 0,
  };
  const documents: SyntaxDocument[] = [];
  for (const { from, start, end } of documentSpans(text)) {
    if (text.slice(start, end).trim() === '') continue;
    state.entries++;
    const mark = markOf(state);
    const read = readYaml(state, { text: text.slice(from, end), offset: from, depth: 0 });
    const root = read
      ? takeOver(state, mark, read, (broken) => lower(read.contents, { ...state, broken }))
      : null;
    if (root || problems.count > mark.problems) {
      documents.push({ index: documents.length, span: { start, end }, root });
    }
    if (state.entries > limits.entries) break;
  }
  if (documents.length === 0) problems.add('syntax/empty-document', { start: 0, end: 0 }, '');
  return { documents, comments: state.comments, problems: problems.list() };
}

function byParser(text: string, limits = SYNTAX_LIMITS): Parsed {
  const { documents, comments, problems } = parseFile(
    'file:///bot/a.flow.yaml',
    'flow',
    { ok: true, text },
    undefined,
    limits,
  );
  return { documents, comments, problems };
}

/** What the library finds nothing wrong with must come out the same; what it finds wrong must not pass. */
function assertSame(text: string, limits = SYNTAX_LIMITS): void {
  if (!checkText(text).ok) return;
  const expected = byLibrary(text, limits);
  const actual = byParser(text, limits);
  if (expected.problems.length === 0) assert.deepEqual(actual, expected);
  else assert.notDeepEqual(actual.problems, [], `${expected.problems[0]?.message} in ${text}`);
}

/** True when the own reader takes the whole text, so that the library is not asked. */
function isInSubset(text: string): boolean {
  const reader = new BlockReader(text, text.length, SYNTAX_LIMITS.depth, []);
  return (
    orRefused(() => {
      reader.toContent(0);
      while (reader.column === 0) reader.entry(1);
      return reader.column === -1;
    }) ?? false
  );
}

describe('the reader of the subset agrees with the YAML library', () => {
  it('about the example bots', () => {
    for (const text of EXAMPLES) assertSame(text);
  });

  it('about files as people write them', () => {
    fc.assert(
      fc.property(plausibleText, (text) => assertSame(text)),
      { numRuns: 1500 },
    );
  });

  it('about files with a mistake', () => {
    fc.assert(
      fc.property(fileText, (text) => assertSame(text)),
      { numRuns: 2000 },
    );
  });

  it('about any text', () => {
    fc.assert(
      fc.property(anyText, (text) => assertSame(text)),
      { numRuns: 2000 },
    );
  });

  it('about line ends of Windows', () => {
    const windows = fileText.map((text) => text.replaceAll(/\r?\n/g, '\r\n'));
    fc.assert(
      fc.property(windows, (text) => assertSame(text)),
      { numRuns: 1000 },
    );
  });

  it('about what goes over a limit', () => {
    fc.assert(
      fc.property(fileText, tightLimits, (text, limits) => assertSame(text, limits)),
      {
        numRuns: 1500,
      },
    );
  });

  it('about places where one might think otherwise', () => {
    const texts = [
      'a: |\n  \n  b\n', // a blank line that is indented
      'a: |\n    \n  b\n', // deeper than the text
      'a: |\n  b\n    \n  \nc: d', // blanks behind the text
      'a: |\n  b\n   ', // the same at the end of the file
      'a: |\n\tb\n',
      'a: |-\n  b\n\n\nc: d\n',
      'a: |\n  b\n # c\nd: e\n',
      'a:\n# c\n  b: 1\n',
      'a:\n  # c\nb: 1\n',
      'a: b\n\n  c\nd: e\n', // a text of two lines
      'a:\n- b\n-\n- c: 1\n  d: 2\ne: f\n',
      'a:\n  - - b\n    - c\n',
      '- a: b\n',
      '  a: b\n  c: d\n',
      'a: [b, c: d]\n',
      'a: [b c#d, e]\n',
      'a: {b: c,}\n',
      'a: {b:c}\n',
      'a: {"b":c}\n',
      'a: [\n  b\n]\nc: d\n',
      'a: "b\nc: d"\n',
      'a: "b\\\n  c"\n',
      "a: 'b'' # c'\n",
      'a: "b"c\n',
      'a: -\nb: ?\nc: -d\n',
      'a:b: c\n',
      'a\n... b: c\n', // a text, and then a document
      'a\nb: c\n',
      'a:\n  b\n  c: d\n',
      'a:\n  b\n# c\n  d: e\n',
      'a:\n  "b"\n  c: d\n',
      `${'k'.repeat(1030)}: v\n`,
      'a: 0o17\nb: 0x1F\nc: +1\nd: 1_0\ne: .inf\nf: -.INF\ng: .nan\nh: -.nan\ni: 1.\nj: Null\nk: tRUE\nl: .\nm: +\nn: -0\n',
    ];
    for (const text of texts) assertSame(text);
  });

  it('and reads the example bot without it', () => {
    const taken = EXAMPLES.flatMap((text) => text.split(/^---$/m)).filter(isInSubset);
    const all = EXAMPLES.flatMap((text) => text.split(/^---$/m));
    assert.ok(taken.length > all.length * 0.8, `${taken.length} of ${all.length} documents`);
  });
});
