// @ts-check
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { reasonOf } from './errors.mjs';

/** @typedef {() => void | Promise<void>} Cleanup */

/** @type {Set<Cleanup>} */
const cleanups = new Set();

/**
 * Registers what must be undone however the script ends. Later ones run first.
 * @param {Cleanup} cleanup
 * @returns {() => void} forgets it again
 */
export function onEnd(cleanup) {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Undoes everything that is registered; a failure of one does not keep the others from running. */
export async function cleanUp() {
  for (const cleanup of [...cleanups].reverse()) {
    cleanups.delete(cleanup);
    try {
      await cleanup();
    } catch (error) {
      console.error(`While cleaning up: ${reasonOf(error)}`);
    }
  }
}

const parentCheckMs = 500;

let ending = false;

/** Whether somebody has asked the script to stop: what it started then ends, and that is no failure. */
export function isEnding() {
  return ending;
}

/**
 * Cleans up on Ctrl-C and on a polite kill, then exits as the shell expects.
 *
 * A kill that is meant for `npm start` may never arrive here: npm hands it to the shell between, and not every shell
 * hands it on. So under npm the loss of the parent ends the script too.
 */
export function cleanUpOnSignals() {
  const end = (/** @type {number} */ code) => {
    if (ending) return;
    ending = true;
    void cleanUp().finally(() => process.exit(code));
  };
  process.on('SIGINT', () => end(130));
  process.on('SIGTERM', () => end(143));
  process.on('SIGHUP', () => end(129));
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] && process.platform !== 'win32') {
    setInterval(() => process.ppid !== parent && end(143), parentCheckMs).unref();
  }
}

/**
 * A new folder that is removed at the end. Its path is short: VS Code puts a socket into it, and the path of a
 * socket may have 103 characters.
 * @param {string} name
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), `botlane-${name}-`));
  onEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}
