import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type PageWords, pageHtml } from '../../../client/src/dashboard/html';
import type { PanelMessage } from '../../../client/src/dashboard/messages';
import type { Statistics } from '../../../server/src/protocol';
import { openBrowser } from '../../support/browser';

const ROOT = join(__dirname, '..', '..', '..', '..');
const ORIGIN = 'https://dashboard.test';
const SINCE = Date.parse('2026-11-21T00:00:00Z');
const HOUR = 3_600_000;
const NOTHING = {
  conversations: 0,
  messages: 3,
  asked: 3,
  notUnderstood: 0,
  handovers: 0,
  thumbsUp: 0,
  thumbsDown: 0,
};

/** Of a day, with these versions served from these hours on. */
function statisticsOf(releases: readonly (readonly [hour: number, version: number])[]): Statistics {
  const at = (hour: number): string => new Date(SINCE + hour * HOUR).toISOString();
  return {
    since: at(0),
    until: at(24),
    by: 'hour',
    total: { ...NOTHING, users: 1 },
    timeline: [0, 12, 23].map((hour) => ({ ...NOTHING, at: at(hour), users: 1 })),
    versions: [],
    environments: [],
    channels: [],
    languages: [],
    intents: [],
    dialogs: [],
    releases: releases.map(([hour, version]) => ({ at: at(hour), environment: 'live', version })),
  };
}

// The page as the editor shows it, with the script of the extension in a real browser.
describe('the marks of releases on a dashboard', function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    await page.route(`${ORIGIN}/*`, (route) => {
      const path = new URL(route.request().url()).pathname;
      return path === '/dashboard.js'
        ? route.fulfill({ path: join(ROOT, 'dist', 'dashboard.js') })
        : route.fulfill({ contentType: 'text/html', body: documentWith(`${ORIGIN}/dashboard.js`) });
    });
    await page.addInitScript('globalThis.acquireVsCodeApi = () => ({ postMessage: () => undefined })');
    await page.goto(`${ORIGIN}/`);
    await page.evaluate("document.body.style.setProperty('--vscode-foreground', 'rgb(255, 0, 255)')");
  });
  after(() => browser?.close());

  async function show(statistics: Statistics): Promise<void> {
    const message: PanelMessage = { type: 'statistics', statistics, feedback: [] };
    await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
  }

  /** Where upright lines in the colour of the marks stand in a plot (pixels from its left side). */
  function marks(plot: string): Promise<number[]> {
    return page.evaluate(`(() => {
      const canvas = document.querySelector('#${plot} canvas');
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
      const found = [];
      for (let x = 0; x < width; x++) {
        let inked = 0;
        for (let y = 0; y < height; y++) {
          const at = 4 * (y * width + x);
          if (data[at] > 200 && data[at + 1] < 60 && data[at + 2] > 200 && data[at + 3] > 60) inked++;
        }
        if (inked > height / 5 && x - (found.at(-1) ?? -9) > 2) found.push(x);
      }
      return found;
    })()`);
  }

  it('stand where a version came to be served, and where one came back', async () => {
    // The first is before the day, and has no place on its axis.
    await show(
      statisticsOf([
        [-3, 1],
        [6, 2],
        [12, 1],
        [14.4, 2],
      ]),
    );
    await page.locator('#releases td').first().waitFor();
    for (const plot of ['messages-plot', 'understood-plot']) {
      const found = await marks(plot);
      assert.equal(found.length, 3, `${plot}: ${found.join(' ')}`);
      const [second = 0, back = 0, again = 0] = found;
      const between = (again - back) / (back - second);
      assert.ok(Math.abs(between - 0.4) < 0.03, `${plot}: ${found.join(' ')}`);
    }
    const versions = await page.locator('#releases td:nth-child(2)').allTextContents();
    assert.deepEqual(versions, ['Version 2', 'Version 1', 'Version 2', 'Version 1'], 'the newest first');
  });

  it('are none where nothing was released', async () => {
    await show(statisticsOf([]));
    await page.locator('#releases td').first().waitFor({ state: 'detached' });
    assert.deepEqual(await marks('messages-plot'), []);
  });
});

function documentWith(script: string): string {
  const words = { version: 'Version {0}' } as PageWords;
  const all = new Proxy(words, { get: (known, key: keyof PageWords) => known[key] ?? key });
  return pageHtml({ language: 'en', nonce: 'x', source: ORIGIN, script, styles: [] }, all);
}
