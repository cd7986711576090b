import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = join(__dirname, '..', '..', '..', 'scripts', 'host', 'chromium.mjs');

/** The browser that the tests through the user interface use, too. */
export async function openBrowser(): Promise<Browser> {
  const { findChromium, chromiumArguments } = (await import(pathToFileURL(CHROMIUM).href)) as {
    readonly findChromium: () => Promise<string>;
    readonly chromiumArguments: readonly string[];
  };
  return chromium.launch({ executablePath: await findChromium(), args: [...chromiumArguments] });
}
