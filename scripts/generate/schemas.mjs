import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kinds of files, in the order in which the schemas refer to each other. */
export const KINDS = ['bot', 'intent', 'entity', 'flow', 'test'];

/** Our annotations: they check nothing, and tools that do not know them ignore them. */
export const ANNOTATIONS = [
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

function schemaPath(kind) {
  return `schemas/${kind}.schema.json`;
}

export function readSchema(root, kind) {
  return JSON.parse(readFileSync(join(root, schemaPath(kind)), 'utf8'));
}
