/**
 * Makes every generated file from its one source. `--check` writes nothing and exits with 1 when a file is stale.
 * The order is the order of need: the rules import the schemas' types and validators, so these come first, and rules are
 * bundled in memory, so that nothing has to be compiled before.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateTypes } from './generate/types.mjs';
import { generateValidators } from './generate/validators.mjs';
import { generateRuleRegistry } from './generate/ruleRegistry.mjs';
import { generateRulePages } from './generate/rulePages.mjs';
import { generateTranslations } from './generate/translations.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');

/**
 * Each generator: (root) → { files: Map of path below the root → text, owned?: folder that holds nothing else }.
 * With `--check` a later generator reads what is on disk, which the earlier ones have found fresh or told as stale.
 */
const generators = [
  generateTypes,
  generateValidators,
  generateRuleRegistry,
  generateRulePages,
  generateTranslations,
];

const stale = [];
let count = 0;
for (const generate of generators) {
  const { files, owned } = await generate(root);
  for (const [path, text] of files) {
    count++;
    if (readText(path) === text) continue;
    stale.push(path);
    if (!check) writeText(path, text);
  }
  if (owned) {
    for (const path of filesBelow(owned)) {
      if (files.has(path)) continue;
      stale.push(path);
      if (!check) rmSync(join(root, path));
    }
  }
}

if (stale.length === 0) {
  console.log(`${count} generated files are fresh.`);
} else if (check) {
  console.error(
    `Stale: run 'npm run generate' and commit these files.\n${stale.map((path) => `  ${path}`).join('\n')}`,
  );
  process.exitCode = 1;
} else {
  console.log(`Generated:\n${stale.map((path) => `  ${path}`).join('\n')}`);
}

function readText(path) {
  try {
    return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeText(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function filesBelow(folder) {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
