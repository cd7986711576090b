// @ts-check
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onEnd } from '../lib/cleanup.mjs';

const stampName = '.complete';
const abandonedAfterMs = 60 * 60 * 1000;

/** Botlane's folder for what can be fetched or made again: `$XDG_CACHE_HOME/botlane`, by default in `~/.cache`. */
export function cacheRoot() {
  const configured = process.env['XDG_CACHE_HOME'];
  // The XDG base directory specification: a relative path is invalid and must be ignored.
  const base = configured && path.isAbsolute(configured) ? configured : path.join(os.homedir(), '.cache');
  return path.join(base, 'botlane');
}

/**
 * Makes a folder of the cache once. It is made under another name and renamed when complete: a killed run leaves
 * nothing that looks complete, and of two runs at once the first to finish wins while the other uses its result.
 * @param {string} name path inside the cache; holds the versions of what is inside
 * @param {(folder: string) => void | Promise<void>} make fills the empty folder; throws when it cannot
 * @returns {Promise<{ folder: string, made: boolean }>}
 */
export async function makeOnce(name, make) {
  const folder = path.join(cacheRoot(), name);
  if (isComplete(folder)) return { folder, made: false };
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  removeAbandoned(parent);
  const draft = mkdtempSync(`${folder}.part-`);
  const removeDraft = () => rmSync(draft, { recursive: true, force: true });
  const forget = onEnd(removeDraft);
  try {
    await make(draft);
    writeFileSync(path.join(draft, stampName), `${new Date().toISOString()}\n`);
    return { folder, made: moveIntoPlace(draft, folder) };
  } finally {
    removeDraft();
    forget();
  }
}

/** @param {string} folder */
function isComplete(folder) {
  return existsSync(path.join(folder, stampName));
}

/** @param {string} draft @param {string} folder @returns {boolean} false when another run was faster */
function moveIntoPlace(draft, folder) {
  // A folder without the stamp was made by hand or is damaged; it cannot be used and would block the rename.
  if (existsSync(folder) && !isComplete(folder)) rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(draft, folder);
    return true;
  } catch (error) {
    if (isComplete(folder)) return false;
    throw error;
  }
}

/** Removes what killed runs left behind, and spares the runs that may still be at work. @param {string} parent */
function removeAbandoned(parent) {
  for (const entry of readdirSync(parent)) {
    const folder = path.join(parent, entry);
    if (!entry.includes('.part-')) continue;
    const modified = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - modified > abandonedAfterMs) rmSync(folder, { recursive: true, force: true });
  }
}
