// @ts-check
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommandLine } from '../lib/npm.mjs';
import { capture, environment } from '../lib/processes.mjs';
import { makeOnce } from './cache.mjs';
import { reasonOf } from '../lib/errors.mjs';

/** code-server 4.139.1 is VS Code 1.139.1; its extension host needs Node 24, which is why a Node comes with it. */
export const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';

/**
 * @typedef {object} CodeServer
 * @property {string} node the Node binary to run it with
 * @property {string} entry its main file
 */

/**
 * VS Code as a web server from the npm registry: for machines that cannot download VS Code. Installed without
 * compiler and without install scripts into the cache, not into node_modules, where `npm ci` would wipe it.
 * @returns {Promise<CodeServer>}
 */
export async function installCodeServer() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error(
      `code-server is used on Linux (x64, arm64) only, not on ${process.platform}-${process.arch}.`,
    );
  }
  const nodePackage = `node-linux-${process.arch}`;
  const name = `code-server-${codeServerVersion}-node-${nodeVersion}-${process.arch}`;
  const { folder } = await makeOnce(name, async (draft) => {
    console.log(`Installing code-server ${codeServerVersion} into the cache (once, about a minute) …`);
    writeFileSync(path.join(draft, 'package.json'), '{ "private": true }\n');
    const modules = path.join(draft, 'node_modules');
    const server = path.join(modules, 'code-server', 'lib', 'vscode');
    const quiet = [
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--engine-strict=false',
    ];
    await npm(draft, [
      'install',
      ...quiet,
      '--no-package-lock',
      `${nodePackage}@${nodeVersion}`,
      `code-server@${codeServerVersion}`,
    ]);
    await npm(server, ['install', ...quiet, '--omit=dev', '--no-save']);
    rmSync(path.join(modules, nodePackage, 'include'), { recursive: true, force: true });
    rmSync(path.join(server, 'extensions', 'copilot'), { recursive: true, force: true });
    prune(path.join(modules, 'code-server'));
  });
  const node = path.join(folder, 'node_modules', nodePackage, 'bin', 'node');
  const entry = path.join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
  const missing = [node, entry].find((file) => !existsSync(file));
  if (missing) throw new Error(`${missing} is missing. Delete the folder ${folder} and try again.`);
  return { node, entry };
}

/** @param {string} cwd @param {string[]} args */
async function npm(cwd, args) {
  // Settings that `npm start` hands down in the environment are meant for the clone, not for this install.
  const inherited = Object.keys(environment()).filter((key) =>
    /^npm_(config_(omit|include|prefix|global|local_prefix)|package_|lifecycle_)/.test(key),
  );
  const env = Object.fromEntries(inherited.map((key) => [key, undefined]));
  try {
    await capture(process.execPath, [npmCommandLine(), ...args], {
      cwd,
      env: { ...env, NODE_ENV: undefined },
    });
  } catch (error) {
    throw new Error(`code-server could not be installed: ${reasonOf(error)}`, { cause: error });
  }
}

/** Source maps and the binaries of an AI service are half of the install, and nothing here uses them. @param {string} folder */
function prune(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      const copilot = path.basename(folder) === '@github' && entry.name.startsWith('copilot-');
      if (copilot) rmSync(child, { recursive: true, force: true });
      else prune(child);
    } else if (entry.name.endsWith('.map')) rmSync(child);
  }
}
