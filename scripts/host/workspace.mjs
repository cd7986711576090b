// @ts-check
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { capture } from '../lib/processes.mjs';
import { exampleFolder } from '../lib/project.mjs';
import { cacheRoot, makeOnce } from './cache.mjs';

/**
 * Copies the example into a new folder and makes that a git repository of its own with one commit, so that
 * publishing has its branches and tags there and never in the clone.
 * @param {string} target must not exist
 * @param {Record<string, string | undefined>} [env]
 */
export async function copyExample(target, env) {
  if (!existsSync(exampleFolder)) throw new Error(`The example ${exampleFolder} is missing.`);
  cpSync(exampleFolder, target, { recursive: true });
  const git = (/** @type {string[]} */ ...args) =>
    capture('git', args, { cwd: target, ...(env ? { env } : {}) });
  await git('init', '--quiet', '--initial-branch=main');
  await nameAuthor(git);
  await git('add', '--all');
  await git('-c', 'commit.gpgSign=false', 'commit', '--quiet', '--no-verify', '--message=The example bot');
}

/**
 * Where git does not know who commits, publishing would end in an error about git instead of showing what it does.
 * @param {(...args: string[]) => Promise<string>} git
 */
async function nameAuthor(git) {
  for (const [key, value] of /** @type {const} */ ([
    ['user.name', 'Example Author'],
    ['user.email', 'author@example.com'],
  ])) {
    try {
      await git('config', key);
    } catch {
      await git('config', '--local', key, value);
    }
  }
}

/**
 * The copy of the example that `npm start` works on: outside the clone, and the same at every start, so that what
 * a person has published yesterday is there today. An example that has changed since gets a new copy.
 * @param {{ fresh: boolean, env: Record<string, string | undefined> }} options fresh: throw the old copy away
 * @returns {Promise<{ folder: string, made: boolean }>}
 */
export async function exampleWorkspace({ fresh, env }) {
  const name = path.join('workspaces', contentHash(exampleFolder));
  if (fresh) rmSync(path.join(cacheRoot(), name), { recursive: true, force: true });
  const bot = path.basename(exampleFolder);
  const { folder, made } = await makeOnce(name, (draft) => copyExample(path.join(draft, bot), env));
  return { folder: path.join(folder, bot), made };
}

/** @param {string} folder */
function contentHash(folder) {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const file of files.map((entry) => path.join(entry.parentPath, entry.name)).sort()) {
    hash
      .update(`${path.relative(folder, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}
