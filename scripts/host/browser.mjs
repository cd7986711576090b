// @ts-check
import { chromium } from 'playwright-core';
import { onEnd } from '../lib/cleanup.mjs';
import { chromiumArguments, findChromium } from './chromium.mjs';
import { installIntoCodeServer, startCodeServer } from './codeServer.mjs';
import { codeServerVersion, installCodeServer } from './codeServerInstall.mjs';
import { suiteTimeoutMs, within } from './host.mjs';
import { withUserDataOfItsOwn } from './profile.mjs';

/**
 * The host that needs nothing but the npm registry and a browser: code-server.
 * @param {'person' | 'tests'} purpose a person brings a browser; the tests need a Chromium
 * @returns {Promise<import('./host.mjs').Host>}
 */
export async function browserHost(purpose) {
  const codeServer = await installCodeServer();
  const executablePath = purpose === 'tests' ? await findChromium() : '';
  return {
    name: `VS Code in the browser (code-server ${codeServerVersion})`,
    installExtension: (profile, vsix) => installIntoCodeServer(codeServer, profile, vsix),
    open: async ({ profile, workspace, trusted }) => {
      const { origin, ended, stop } = await startCodeServer(codeServer, profile, { trusted });
      return { address: pageAddress(origin, workspace), ended, stop };
    },
    runTests: async ({ profile, workspace, extension, tests, env }) => {
      const server = await startCodeServer(codeServer, profile, { trusted: true, testDriver: true, env });
      const payload = [
        ['extensionDevelopmentPath', remoteUri(server.origin, extension)],
        ['extensionTestsPath', remoteUri(server.origin, tests)],
      ];
      try {
        await runInPage(
          executablePath,
          `${pageAddress(server.origin, workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
        );
      } finally {
        await server.stop();
      }
    },
    serve: async (profile) => {
      const server = await startCodeServer(codeServer, profile, { trusted: true });
      // Trust is a matter of the server, and so is what it keeps of its users.
      const careful = await startCodeServer(codeServer, withUserDataOfItsOwn(profile), { trusted: false });
      const browser = { chromium: executablePath, args: chromiumArguments };
      return {
        session: {
          kind: 'browser',
          ...browser,
          origin: server.origin,
          untrusted: { origin: careful.origin },
          server: [codeServer, profile],
        },
        stop: async () => {
          await Promise.all([server.stop(), careful.stop()]);
        },
      };
    },
  };
}

/** @param {string} origin @param {string} folder */
function pageAddress(origin, folder) {
  return `${origin}/?folder=${encodeURIComponent(folder)}`;
}

/** @param {string} origin @param {string} file */
function remoteUri(origin, file) {
  return `vscode-remote://${new URL(origin).host}${file.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * Opens the page that runs a suite, and waits until the suite says that it has ended.
 * @param {string} executablePath
 * @param {string} address
 */
async function runInPage(executablePath, address) {
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  const forget = onEnd(() => browser.close());
  try {
    const page = await browser.newPage();
    /** @type {Promise<void>} */
    const ended = new Promise((resolve, reject) => {
      page.on('crash', () => reject(new Error('The page of VS Code crashed.')));
      void page.exposeFunction('codeAutomationLog', () => {});
      void page.exposeFunction('codeAutomationExit', () => resolve());
    });
    const loaded = page.goto(address).then(() => ended);
    await within(
      loaded,
      suiteTimeoutMs,
      `The suite inside VS Code did not end within ${suiteTimeoutMs / 1000} s.`,
    );
  } finally {
    forget();
    await browser.close();
  }
}
