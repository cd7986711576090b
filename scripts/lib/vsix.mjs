// @ts-check
import { createVSIX } from '@vscode/vsce';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from './project.mjs';

/**
 * Packs the extension from dist/ and the files that .vscodeignore lets through.
 * @param {string} file the .vsix to write
 */
export async function packExtension(file) {
  await createVSIX({
    cwd: projectRoot,
    packagePath: file,
    // The bundles hold what they need.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

const allowed = [
  /^\.vsixmanifest$/,
  /^package(\.nls(\.[\w-]+)?)?\.json$/,
  /^(readme|changelog)\.md$/i,
  /^license(\.txt|\.md)?$/i,
  /^dist\/\w+\.(js|css)$/,
  /^dist\/pglite\/(pglite\.(wasm|data)|initdb\.wasm)$/,
  /^(syntaxes|l10n)\/[\w.-]+\.json$/,
  /^client\/media\/[\w/.-]+\.(svg|png|css|js|md)$/,
  /^docs\/rules\/[\w/-]+\.md$/i,
  /^docs\/walkthrough\/\w+\.md$/i,
  /^docs\/images\/[\w-]+\.png$/i,
];

const required = [
  ...[
    'extension',
    'flowGraph',
    'chat',
    'evaluation',
    'dashboard',
    'gatewayPage',
    'server',
    'trainingWorker',
    'dates',
    'phoneNumbers',
    'expressions',
    'patterns',
    'layoutWorker',
    'gateway',
    'cli',
  ].map((program) => `dist/${program}.js`),
  'dist/plots.css',
  ...['pglite.wasm', 'pglite.data', 'initdb.wasm'].map((name) => `dist/pglite/${name}`),
];

/**
 * Looks at an installed package: no source, test, map or dependency in it, and nothing that tells where it was built.
 * @param {string} folder where VS Code has installed it
 * @returns {string[]} what is wrong; empty when it is as it should be
 */
export function inspectInstalled(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) =>
    path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
  );
  const wrong = files
    .filter((file) => !allowed.some((pattern) => pattern.test(file)))
    .map((file) => `${file} does not belong into the package.`);
  for (const file of files.filter((name) => name.startsWith('dist/'))) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    for (const trace of [`${projectRoot}${path.sep}`, `${os.homedir()}${path.sep}`, 'sourceMappingURL=']) {
      if (text.includes(trace)) wrong.push(`${file} contains ${trace}.`);
    }
  }
  const missing = required.filter((file) => !files.includes(file));
  return [...wrong, ...missing.map((file) => `${file} is missing.`)];
}
