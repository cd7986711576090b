// @ts-check
// What every host can do. desktop.mjs and browser.mjs implement it, choose.mjs picks one.

/**
 * @typedef {object} OpenOptions
 * @property {import('./profile.mjs').Profile} profile
 * @property {string} workspace the folder to open
 * @property {boolean} trusted whether VS Code may skip the question "Do you trust the authors?"
 */

/**
 * @typedef {object} TestOptions
 * @property {import('./profile.mjs').Profile} profile
 * @property {string} workspace the folder to open
 * @property {string} extension folder of the extension under development
 * @property {string} tests module that exports run()
 * @property {Record<string, string>} env what the extension host sees in addition
 */

/**
 * @typedef {object} Opened
 * @property {string} [address] of the window's page, when the host is a browser
 * @property {Promise<number>} ended
 * @property {() => Promise<void>} stop
 */

/**
 * How the suite that goes through the user interface gets at a window: test/e2e/support/session.ts reads it.
 * `untrusted` is what differs for a window that trusts no folder by itself; `server` is what another server is started
 * with, for a window with another environment.
 * @typedef {{ kind: 'browser', chromium: string, args: string[], origin: string, untrusted: { origin: string },
 *     server: [import('./codeServerInstall.mjs').CodeServer, import('./profile.mjs').Profile] }
 *   | { kind: 'desktop', executable: string, args: string[], env: Record<string, string>, untrusted: { args: string[] } }} Session
 */

/**
 * @typedef {object} Host
 * @property {string} name what is printed: which VS Code, and where it comes from
 * @property {(profile: import('./profile.mjs').Profile, vsix: string) => Promise<void>} installExtension
 * @property {(options: OpenOptions) => Promise<Opened>} open opens a window for a person
 * @property {(options: TestOptions) => Promise<void>} runTests runs a suite inside the extension host; the suite
 *   writes its results itself; throws when the host fails
 * @property {(profile: import('./profile.mjs').Profile) => Promise<{ session: Session, stop: () => Promise<void> }>} serve
 *   makes ready for the suite that goes through the user interface
 */

/** A window that takes longer than this to come up, or a suite than that, hangs. */
export const startTimeoutMs = 60_000;
export const suiteTimeoutMs = 180_000;

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} milliseconds
 * @param {string} message
 * @returns {Promise<T>} the promise, or a failure with the message when it takes longer
 */
export async function within(promise, milliseconds, message) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const deadline = new Promise((/** @type {(value: never) => void} */ _, reject) => {
    timer = setTimeout(() => reject(new Error(message)), milliseconds);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
