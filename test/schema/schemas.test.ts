import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { parseDocument } from 'yaml';
import { FILE_KINDS, schemaOf } from '../../server/src/schema/registry';
import type { SchemaView } from '../../server/src/schema/schemaView';
import type { JsonSchema } from '../../server/src/schema/vocabulary';
import { fileOf } from '../model/formatExamples';

const FOLDER = resolve(__dirname, '..', '..', '..', 'schemas');
const ANNOTATIONS = [
  'x-defines',
  'x-refers',
  'x-position',
  'x-embedded',
  'x-text',
  'x-pattern',
  'x-values',
  'x-exclusive',
  'x-snippets',
  'x-confidential',
];

const schemas = new Map(
  FILE_KINDS.map((kind) => {
    const text = readFileSync(join(FOLDER, `${kind}.schema.json`), 'utf8');
    return [kind, JSON.parse(text) as JsonSchema] as const;
  }),
);
const ajv = new Ajv2020({
  allErrors: true,
  discriminator: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
});
ajv.addVocabulary(ANNOTATIONS);
for (const schema of schemas.values()) ajv.addSchema(schema);

interface Found {
  /** `file#/pointer`, by which ajv finds it. */
  readonly place: string;
  readonly schema: JsonSchema;
  readonly keyword: boolean;
}

/** Every schema in a schema; `keyword` for those that describe a key, an item or the name of a key. */
function* within(schema: JsonSchema, place: string, keyword = true): Generator<Found> {
  yield { place, schema, keyword };
  for (const group of ['properties', '$defs'] as const) {
    for (const [name, inner] of Object.entries(schema[group] ?? {}))
      yield* within(inner, `${place}/${group}/${name}`);
  }
  for (const name of ['items', 'propertyNames', 'additionalProperties'] as const) {
    const inner = schema[name];
    if (typeof inner === 'object') yield* within(inner, `${place}/${name}`, true);
  }
  for (const [index, inner] of (schema.oneOf ?? []).entries())
    yield* within(inner, `${place}/oneOf/${index}`, false);
}

const all = [...schemas].flatMap(([kind, schema]) => [...within(schema, `${kind}.schema.json#`)]);
const keywords = all.filter(({ keyword }) => keyword);

function referenced(schema: JsonSchema, place: string): JsonSchema[] {
  if (!schema.$ref) return [schema];
  const [file, pointer = ''] = schema.$ref.split('#');
  const kind = FILE_KINDS.find((name) => (file || place).startsWith(`${name}.`));
  const target = kind && schemas.get(kind)?.$defs?.[pointer.replace('/$defs/', '')];
  assert.ok(target, `${place} refers to ${schema.$ref}, which does not exist`);
  return [schema, ...referenced(target, file ? `${file}#` : place)];
}

describe('Schemas', () => {
  it('are five, in JSON Schema 2020-12, and compile in strict mode', () => {
    assert.deepEqual(
      readdirSync(FOLDER).toSorted(),
      [...FILE_KINDS].map((kind) => `${kind}.schema.json`).toSorted(),
    );
    for (const [kind, schema] of schemas) {
      assert.equal(ajv.validateSchema(schema), true, kind);
      assert.ok(ajv.getSchema(`${kind}.schema.json`), kind);
    }
    assert.ok(all.length > 150, 'the walk through the schemas found them');
  });

  it('describe every keyword in whole sentences', () => {
    for (const { place, schema } of keywords) {
      const description = referenced(schema, place).find((one) => one.description)?.description ?? '';
      assert.match(description, /^[A-Z].*\.$/s, place);
    }
  });

  it('give every keyword examples, all of them valid', () => {
    for (const { place, schema } of keywords) {
      const examples = referenced(schema, place).find((one) => one.examples)?.examples ?? [];
      assert.notEqual(examples.length, 0, `${place} has no example`);
      const validate = ajv.compile({ $ref: encodeURI(place) });
      for (const example of examples) {
        assert.ok(
          validate(example),
          `${place}: ${JSON.stringify(example)} ${ajv.errorsText(validate.errors)}`,
        );
      }
    }
  });

  it('explain every value of a list, and say every form in words', () => {
    for (const { place, schema } of all) {
      const values = schema.enum ?? (typeof schema.const === 'string' ? [schema.const] : []);
      assert.deepEqual(Object.keys(schema['x-values'] ?? {}), values.map(String), place);
      if ('pattern' in schema)
        assert.ok(schema['x-pattern'], `${place} has a pattern that no sentence explains`);
    }
  });

  it('say of every reference which position it is, and mark as text only what is a string', () => {
    let references = 0;
    for (const { place, schema } of all) {
      const layers = referenced(schema, place);
      if (schema['x-refers'] && !place.includes('/$defs/variableRef')) {
        references++;
        assert.ok(schema['x-position'], `${place} has no x-position`);
      }
      if (schema.$ref?.endsWith('/variableRef'))
        assert.ok(schema['x-position'], `${place} has no x-position`);
      if (schema['x-text']) assert.equal(layers.find((one) => one.type)?.type, 'string', place);
    }
    assert.ok(references > 8);
  });

  it('close every map: a key is the format’s, or a name with rules of its own', () => {
    for (const { place, schema } of all) {
      const isMap =
        schema.type === 'object' || (Array.isArray(schema.type) && schema.type.includes('object'));
      if (!isMap || schema.oneOf?.some((one) => one.$ref)) continue;
      const open = /\/\$defs\/template$|\/answer$/.test(place);
      assert.equal(schema.additionalProperties === undefined, place.endsWith('/answer'), place);
      if (typeof schema.additionalProperties === 'object' && !open) assert.ok(schema.propertyNames, place);
    }
  });
});

describe('Schema snippets', () => {
  it('of documents make documents without a mistake', () => {
    let count = 0;
    for (const kind of FILE_KINDS) {
      for (const { label, body } of schemaOf(kind).snippets) {
        count++;
        const { syntax, schemaProblems } = fileOf(kind, filled(body));
        assert.deepEqual([syntax.problems, schemaProblems], [[], []], label);
      }
    }
    assert.ok(count >= 7);
  });

  it('of keys are YAML, and those of a key begin with it', () => {
    let count = 0;
    for (const kind of FILE_KINDS) {
      for (const [name, view] of reachable(schemaOf(kind))) {
        for (const { label, body } of view.snippets) {
          count++;
          const document = parseDocument(filled(body));
          assert.deepEqual(document.errors, [], label);
          if (name) assert.deepEqual(Object.keys(document.toJS() as object), [name], `${kind}: ${label}`);
        }
      }
    }
    assert.ok(count > 30);
  });
});

/** A snippet as it is when somebody accepts every default and fills the gaps. */
function filled(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, text: string) => text.replaceAll('\\}', '}'))
    .replace(/\$\d+|\$\{\d+\}/g, 'text');
}

/** Every view with the key behind which it stands; none for items and the values of free keys. */
function* reachable(view: SchemaView, depth = 0): Generator<readonly [string | undefined, SchemaView]> {
  if (depth > 12) return;
  for (const { name, view: inner } of view.keys) {
    yield [name, inner];
    yield* reachable(inner, depth + 1);
  }
  for (const inner of [view.items, view.hasKey('any') ? undefined : view.key('any')]) {
    if (!inner || inner === view) continue;
    yield [undefined, inner];
    yield* reachable(inner, depth + 1);
  }
}
