// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { capture } from '../lib/processes.mjs';

/**
 * The first of the programs that is on the PATH.
 * @param {string[]} names
 * @returns {string | undefined} absolute path
 */
export function findProgram(names) {
  const folders = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder));
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

/**
 * Installs a package of the operating system where that is possible without asking anybody: as root, with apt.
 * @param {string} name
 * @throws with the reason why not
 */
export async function installSystemPackage(name) {
  const apt = findProgram(['apt-get']);
  if (process.getuid?.() !== 0 || !apt)
    throw new Error(`${name} can be installed here by root with apt-get only.`);
  console.log(`Installing ${name} with apt-get (once) …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await capture(apt, ['update', '-qq'], { env });
  await capture(apt, ['install', '-y', '-qq', '--no-install-recommends', name], { env });
}
