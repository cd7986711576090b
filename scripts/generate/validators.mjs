import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { ANNOTATIONS, KINDS, readSchema } from './schemas.mjs';

const PATH = 'server/src/schema/generated/validators.js';
const standaloneCode = standaloneModule.default;

/** An Ajv that knows our schemas, as the validators are compiled with it. */
function makeAjv(root, options = {}) {
  const ajv = new Ajv2020({
    allErrors: true,
    discriminator: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    messages: false,
    ...options,
  });
  ajv.addVocabulary(ANNOTATIONS);
  for (const kind of KINDS) ajv.addSchema(readSchema(root, kind));
  return ajv;
}

/** One module with a validator per kind of file, compiled ahead of time: no code is made from text at run time. */
export async function generateValidators(root) {
  const ajv = makeAjv(root, { code: { source: true, esm: true, lines: true }, inlineRefs: false });
  const names = Object.fromEntries(KINDS.map((kind) => [kind, `${kind}.schema.json`]));
  const bundled = await build({
    stdin: {
      contents: withCappedErrors(standaloneCode(ajv, names)),
      resolveDir: root,
      sourcefile: 'validators.js',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    legalComments: 'none',
  });
  const code = bundled.outputFiles[0].text.replace(/^\/\/ (node_modules\/|validators\.js).*\n/gm, '');
  const exports = KINDS.map(
    (kind) => `/** @type {import('ajv').ValidateFunction} */\nexport const ${kind}Validator = ${kind};`,
  );
  const text = [
    '// Generated from schemas/*.schema.json by scripts/generate.mjs. Change the schemas, not this file.',
    code.replace(/export \{[^}]*\};?\n*$/, '').trimEnd(),
    ...exports,
    '',
  ].join('\n');
  return { files: new Map([[PATH, text]]) };
}

/**
 * Ajv joins the errors of parts by `concat`, which copies all of them for every part that has one: quadratic in a file
 * of a hundred thousand mistakes. They are appended in place instead, and no more than anyone could be told.
 */
function withCappedErrors(code) {
  const joins = /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);/g;
  if (!joins.test(code))
    throw new Error('Ajv joins errors in another way than before: adapt withCappedErrors.');
  const helper = `
const MAX_ERRORS = 1000;
function joinErrors(known, more) {
  if (known === null) return more;
  for (const error of more) {
    if (known.length >= MAX_ERRORS) break;
    known.push(error);
  }
  return known;
}
`;
  return code.replace(joins, 'vErrors = joinErrors(vErrors, $1.errors);') + helper;
}
