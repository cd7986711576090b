import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { KINDS, readSchema } from './schemas.mjs';

const FOLDER = 'server/src/model/generated';

/** TypeScript types of what the files hold, from the schemas. */
export async function generateTypes(root) {
  const files = new Map();
  for (const kind of KINDS) {
    const text = await compile(readSchema(root, kind), kind, {
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
