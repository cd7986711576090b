import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { makeProjectFile } from '../../server/src/model/projectFile';
import {
  botValidator,
  entityValidator,
  flowValidator,
  intentValidator,
  testValidator,
} from '../../server/src/schema/generated/validators';
import { plainValue } from '../../server/src/schema/plainValue';
import { FILE_KINDS, schemaOf } from '../../server/src/schema/registry';
import type { SchemaView } from '../../server/src/schema/schemaView';
import { parseFile } from '../../server/src/syntax/parse';
import type { FileKind } from '../../server/src/syntax/tree';

const VALIDATORS = {
  bot: botValidator,
  intent: intentValidator,
  entity: entityValidator,
  flow: flowValidator,
  test: testValidator,
};

/** Every key of the format, so that random documents get past the first level. */
const KEYS = [...new Set(FILE_KINDS.flatMap((kind) => [...keysBelow(schemaOf(kind), 0)]))];

function* keysBelow(view: SchemaView, depth: number): Generator<string> {
  if (depth > 8) return;
  for (const { name, view: inner } of view.keys) {
    yield name;
    yield* keysBelow(inner, depth + 1);
  }
  for (const inner of [view.items, view.key('any')]) {
    if (inner && inner !== view) yield* keysBelow(inner, depth + 1);
  }
}

const scalar = fc.oneof(
  fc.constantFrom(
    '',
    'list',
    'enum',
    'system',
    'a/b',
    '/',
    'a/b/c',
    '[a](b)',
    '{a',
    '{a} {b}',
    'a > 1',
    '((((',
    '\n\n[a',
  ),
  fc.string({ maxLength: 8 }),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 1, arbitrary: fc.constantFrom('en', 'a b', 'toString', 'constructor', 'hasOwnProperty', '') },
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => new Map(entries)),
  ),
}));
const kinds = fc.constantFrom<FileKind>(...FILE_KINDS);

/**
 * A document that the schema would like, with one part of it replaced: what people write is nearly right, and random
 * trees hardly ever get below the first keys.
 */
const damaged = fc
  .tuple(kinds, fc.infiniteStream(fc.nat({ max: 1000 })), value)
  .map(([kind, stream, hostile]) => {
    const choose = (count: number): number => (stream.next().value ?? 0) % count;
    return { kind, tree: grow(schemaOf(kind), choose, hostile, 0) };
  });

function grow(view: SchemaView, choose: (count: number) => number, hostile: unknown, depth: number): unknown {
  if (depth > 9 || choose(12) === 0) return hostile;
  const [variant] = view.variants.slice(choose(Math.max(1, view.variants.length)));
  const chosen = variant ?? view;
  if (chosen.types.includes('array')) {
    const { items } = chosen;
    return items ? Array.from({ length: choose(3) + 1 }, () => grow(items, choose, hostile, depth + 1)) : [];
  }
  if (chosen.types.includes('object')) {
    const map = new Map<string, unknown>();
    for (const { name, required, view: inner } of chosen.keys) {
      if (required || choose(3) === 0) map.set(name, grow(inner, choose, hostile, depth + 1));
    }
    const free = chosen.hasKey('any') ? undefined : chosen.key('any');
    if (free && chosen.keys.length === 0)
      map.set(KEYS[choose(KEYS.length)] ?? 'a', grow(free, choose, hostile, depth + 1));
    return map;
  }
  return chosen.examples[0] ?? hostile;
}

function check(kind: FileKind, text: string): boolean {
  const syntax = parseFile(`file:///a.${kind}.yaml`, kind, { ok: true, text });
  const file = makeProjectFile(syntax);
  for (const { span, message, code } of file.schemaProblems) {
    assert.ok(
      0 <= span.start && span.start <= span.end && span.end <= text.length,
      `${code} lies in the file`,
    );
    assert.doesNotMatch(message, /undefined|NaN|\{\d\}|\[object/, message);
  }
  for (const { span, name } of file.occurrences) {
    assert.ok(
      0 <= span.start && span.start <= span.end && span.end <= text.length,
      `${name} lies in the file`,
    );
  }
  if (syntax.problems.length > 0) return false;
  // No error of a validator gets lost on its way to a sentence, and none is made up.
  const [document] = syntax.documents;
  if (!document || document.root?.kind !== 'map') return true;
  const valid = VALIDATORS[kind](plainValue(document.root, schemaOf(kind)));
  const firstKey = document.root.entries[0]?.key.text === kind;
  assert.equal(file.schemaProblems.length === 0, valid && firstKey);
  return true;
}

describe('Hostile files', () => {
  it('are lowered and validated without an exception, and no mistake is lost: random trees', () => {
    fc.assert(
      fc.property(kinds, value, (kind, tree) => void check(kind, stringify(tree))),
      { numRuns: 300 },
    );
  });

  it('are lowered and validated without an exception, and no mistake is lost: nearly right ones', () => {
    let checked = 0;
    fc.assert(
      fc.property(damaged, ({ kind, tree }) => {
        if (check(kind, stringify(tree))) checked++;
      }),
      { numRuns: 500 },
    );
    assert.ok(checked > 250, `${checked} of the files had no syntax problem`);
  });

  it('may be any text at all', () => {
    fc.assert(
      fc.property(
        kinds,
        fc.string({ unit: 'binary', maxLength: 60 }),
        (kind, text) => void check(kind, text),
      ),
    );
  });

  it('cost no more than their share: thousands of wrong items', () => {
    const items = 'a,'.repeat(20_000);
    const { schemaProblems } = makeProjectFile(
      parseFile('file:///a.flow.yaml', 'flow', {
        ok: true,
        text: `flow: a\ndialogs:\n  x:\n    say: [${items}]\n`,
      }),
    );
    assert.ok(schemaProblems.length > 50);
  });
});
