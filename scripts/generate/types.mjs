import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { KINDS, readSchema } from './schemas.mjs';

const FOLDER = 'server/src/model/generated';

/** TypeScript types of what the files hold, from the schemas. */
export async function generateTypes(root) {
  const files = new Map();
  for (const kind of KINDS) {
    const text = await compile(shape(readSchema(root, kind)), kind, {
      cwd: join(root, 'schemas/'),
      bannerComment: `/** Generated from schemas/${kind}.schema.json by scripts/generate.mjs. Change the schema, not this file. */`,
      style: { singleQuote: true, printWidth: 110 },
      strictIndexSignatures: true,
      unknownAny: true,
    });
    files.set(`${FOLDER}/${kind}.ts`, `${text.trimEnd()}\n`);
  }
  return { files, owned: FOLDER };
}

/**
 * The schema without what types cannot say (choices between keys) and without what stands beside a reference, which
 * would make a type of its own at every place that refers to one.
 */
function shape(schema) {
  if (Array.isArray(schema)) return schema.map(shape);
  if (schema === null || typeof schema !== 'object') return schema;
  if (schema.$ref) return { $ref: schema.$ref };
  const dropped = new Set([
    'dependentSchemas',
    'dependentRequired',
    ...(schema.discriminator ? [] : ['oneOf']),
  ]);
  const kept = Object.entries(schema).filter(([key]) => !dropped.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, shape(value)]));
}
