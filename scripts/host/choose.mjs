// @ts-check
import { browserHost } from './browser.mjs';
import { configuredDesktop, downloadedDesktop } from './desktop.mjs';
import { ensureDisplay, hasDisplay } from './display.mjs';
import { reasonOf } from '../lib/errors.mjs';

/**
 * The VS Code to run: `VSCODE_PATH`, else @vscode/test-electron's download, else code-server. Prints which one.
 * @param {'person' | 'tests'} purpose
 * @returns {Promise<import('./host.mjs').Host>}
 * @throws with the reason of each when there is none
 */
export async function chooseHost(purpose) {
  const host = await findHost(purpose);
  console.log(`Host: ${host.name}`);
  return host;
}

/** @param {'person' | 'tests'} purpose */
async function findHost(purpose) {
  const configured = process.env['VSCODE_PATH'];
  if (configured) {
    // Asked for by name: anything else in its place would be a surprise.
    const host = await configuredDesktop(configured);
    if (purpose === 'tests') await ensureDisplay();
    return host;
  }
  const desktop = await tryDesktop(purpose);
  if (typeof desktop !== 'string') return desktop;
  try {
    return await browserHost(purpose);
  } catch (error) {
    throw new Error(
      `No VS Code to run. Set VSCODE_PATH to an installed one.\n- Download: ${desktop}\n- code-server: ${reasonOf(error)}`,
      { cause: error },
    );
  }
}

/**
 * Only the search for the host is tried here: a suite that fails must not lead to another host.
 * @param {'person' | 'tests'} purpose
 * @returns {Promise<import('./host.mjs').Host | string>} the host, or why there is none
 */
async function tryDesktop(purpose) {
  if (purpose === 'person' && !hasDisplay())
    return 'not tried, because there is no display to show a window on.';
  try {
    const host = await downloadedDesktop();
    await ensureDisplay();
    return host;
  } catch (error) {
    return reasonOf(error);
  }
}
