// @ts-check
import { existsSync } from 'node:fs';
import { findProgram, installSystemPackage } from './packages.mjs';
import { reasonOf } from '../lib/errors.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Without sandbox, because containers run as root; nothing but our own page on this machine is ever opened. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A browser of the Chromium family: `CHROMIUM_PATH`, an installed one, or one installed with apt-get.
 * @returns {Promise<string>} path of the executable
 * @throws with what to do when there is none
 */
export async function findChromium() {
  const configured = process.env['CHROMIUM_PATH'];
  if (configured) {
    if (existsSync(configured)) return configured;
    throw new Error(`CHROMIUM_PATH names ${configured}, which does not exist.`);
  }
  const installed = findProgram(names) ?? applications.find((file) => existsSync(file));
  if (installed) return installed;
  try {
    await installSystemPackage('chromium');
  } catch (error) {
    throw new Error(
      `No Chromium was found. Install Chromium or Chrome, or set CHROMIUM_PATH. (${reasonOf(error)})`,
      { cause: error },
    );
  }
  const added = findProgram(names);
  if (!added) throw new Error('apt-get installed Chromium, but it is not on the PATH. Set CHROMIUM_PATH.');
  return added;
}
