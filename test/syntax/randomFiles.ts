import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** Pieces of YAML, of what the format has and of what it has not, that make all sorts of texts when put together. */
const FRAGMENTS = [
  ['a', 'b: ', 'c:', ' ', '  ', '    ', '\n', '\n', '\n  ', '\n    ', '\r\n', '\t', ': ', ':', ', ', ','],
  ['- ', '-', '- z\n', '? ', '[', ']', '{', '}', '[h, i]', '{ j: k }', '"', "'", '"q": ', "'r': "],
  ['|', '|-\n', '|\n', '>', '|+\n', 'e: |\n  f\n  g\n', 'a: b\n', '  x: y\n', '# c', ' # d'],
  ['\n---\n', '\n...\n', '&x ', '*x', '!t ', '%Y', '\\', '\\n', '@', '<<: ', '__proto__: '],
  ['😀', '\ufeff', '\u2028', '\u0085', '0x1', '~', 'null', '1', '-1', 'true', '1e3', '.5'],
].flat();

const fragment = fc.constantFrom(...FRAGMENTS);

/** Texts that are hardly ever valid. */
export const anyText = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

/** `@` stands for the indentation of a block's lines. */
const SCALARS = [
  ['a', 'b', 'd e', '"q r"', "'s''t'", '1', 'true', '~', 'x:y', 'http://a/b?c#d', "it's", '- no', ''],
  [
    '[u, v]',
    '{ w: 1, x: [y, "z"] }',
    '[]',
    '{}',
    'é😀',
    '"\\"esc\\n"',
    'a # c',
    '"{p}"',
    'a{b}',
    '-1',
    '1.5',
  ],
  ['|\n@L1\n@L2\n', '|-\n@L1\n\n@L2\n', '>\n@L1\n', 'folded\n@more', '|\n@ L\n@L\n', '"two\n@lines"'],
].flat();
const KEYS = ['a', 'b', 'c', 'd', 'e e', '"f"', "'g'", 'h1', 'été', 'k-l', 'm ', '1'];

interface Tree {
  readonly scalar?: string;
  readonly map?: readonly (readonly [key: string, value: Tree, before: string])[];
  readonly list?: readonly Tree[];
  /** A list as far left as its key. */
  readonly isFlat?: boolean;
}

const tree = fc.letrec<{ node: Tree; map: Tree }>((tie) => ({
  map: fc.record({
    map: fc.array(
      fc.tuple(fc.constantFrom(...KEYS), tie('node'), fc.constantFrom('', '', '\n', '# cc\n', '  # in\n')),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.record({ scalar: fc.constantFrom(...SCALARS) }),
    tie('map'),
    fc.record({ isFlat: fc.boolean(), list: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

function render({ scalar, map, list }: Tree, indent: number, isBesideDash: boolean): string {
  const pad = ' '.repeat(indent);
  if (map) {
    const entries = map.map(([key, value, before], index) => {
      const start = index === 0 && isBesideDash ? ' ' : before + pad;
      return `${start}${key}:${render(value, value.isFlat === true ? indent : indent + 2, false)}`;
    });
    return (isBesideDash ? '' : '\n') + entries.join('');
  }
  if (list) return `\n${list.map((item) => `${pad}-${render(item, indent + 2, true)}`).join('')}`;
  const text = (scalar ?? '').replaceAll('@', ' '.repeat(indent + 2));
  return `${text && ' '}${text}${text.endsWith('\n') ? '' : '\n'}`;
}

/** Files that are mostly valid, of one or two documents. */
export const plausibleText = fc
  .array(fc.tuple(tree.map, fc.constantFrom('\n---\n', '---\n', '...\n', '--- # x\n', '\n', '')), {
    minLength: 1,
    maxLength: 2,
  })
  .map((documents) => documents.map(([map, end]) => render(map, 0, false).slice(1) + end).join(''));

/** The files of the example bots, the one without and the one with every mistake. */
export const EXAMPLES: readonly string[] = readdirSync(join(__dirname, '../../../examples'), {
  recursive: true,
  withFileTypes: true,
})
  .filter((file) => file.isFile() && file.name.endsWith('.yaml'))
  .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));

/** Replaces some characters at some place. */
export const edit = fc
  .record({
    at: fc.nat(),
    removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(30)),
    added: fc.oneof(fragment, fc.constant(''), plausibleText),
  })
  .map(({ at, removed, added }) => (text: string): string => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + added + text.slice(start + removed);
  });

/** Any of these; half of them after an edit. */
export const fileText = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: anyText },
      { weight: 3, arbitrary: plausibleText },
      { weight: 2, arbitrary: fc.constantFrom(...EXAMPLES) },
    ),
    fc.option(edit, { nil: (text: string): string => text, freq: 2 }),
  )
  .map(([text, change]) => change(text));

/** Limits that such files go over. */
export const tightLimits = fc.record({
  depth: fc.integer({ min: 1, max: 6 }),
  entries: fc.integer({ min: 1, max: 30 }),
  problems: fc.integer({ min: 1, max: 4 }),
});
