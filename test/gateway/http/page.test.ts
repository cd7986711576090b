import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { openBrowser } from '../../support/browser';
import { TestGateway } from '../../support/gateway';
import { flowFile, intentFile } from '../../support/repository';

const PASSWORD = 'correct horse battery';
const ROOT = join(__dirname, '..', '..', '..', '..');
const GENERAL = `flow: general
dialogs:
  welcome:
    say:
      - text:
          en: <b>Welcome</b> & hello
          nl: Welkom
        buttons:
          - label: {en: Book, nl: Boek}
            next: booking/start
  not_understood:
    say:
      - text: {en: Sorry?, nl: Sorry?}
    end: true
  error:
    say:
      - text: {en: Oops., nl: Oei.}
    end: true
  disabled:
    say:
      - text: {en: Closed for now., nl: Gesloten.}
    end: true
`;

/** A browser as the users of a bot have one, and everything that its policy refused. */
describe('Gateway: the chat page in a browser', function () {
  this.timeout(180_000);
  let gateway: TestGateway;
  let browser: Browser;
  let context: BrowserContext;
  let site: Server;
  const problems: string[] = [];

  before(async () => {
    site = createServer((request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<h1>A site</h1><script src="${request.url?.slice(1)}/widget.js"></script>`);
    });
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    gateway = await TestGateway.start(
      {
        open: {
          'bot.yaml': botFile('open', siteOf(site)),
          'flows/general.flow.yaml': GENERAL,
          'intents/book_train.intent.yaml': intentIn('book_train', 'book a train', 'boek een trein'),
          'intents/refund.intent.yaml': intentIn('refund', 'give my money back', 'geef mijn geld terug'),
        },
        shut: {},
      },
      { draft: true, script: new Uint8Array(readFileSync(join(ROOT, 'dist', 'gatewayPage.js'))) },
    );
    await gateway.deploy('open', { kind: 'visibility', visibility: 'public' });
    await gateway.deploy(
      'shut',
      { kind: 'visibility', visibility: 'internal' },
      { kind: 'access', access: 'password' },
    );
    await gateway.admin.setPassword('shut', PASSWORD);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    site.close();
    await gateway.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 390, height: 780 }, locale: 'en' });
    problems.length = 0;
  });
  afterEach(async function keepPicture() {
    const [page] = context.pages();
    if (page && process.env['GATEWAY_PICTURES']) {
      const name = this.currentTest?.title.replaceAll(/\W+/g, '-') ?? 'page';
      await page.screenshot({ path: join(process.env['GATEWAY_PICTURES'], `${name}.png`) });
    }
    await context.close();
    assert.deepEqual(problems, []);
  });

  async function open(path: string): Promise<Page> {
    const page = await context.newPage();
    page.on('console', (message) => {
      // A page that asks to sign in says 401, which the browser writes down.
      if (message.type() === 'error' && !message.text().includes('401')) problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(path.startsWith('http') ? path : `${gateway.address}${path}`);
    return page;
  }

  it('talks: a message, a button, another language, a page that is loaded again', async () => {
    const page = await open('/bots/open');
    await said(page, '<b>Welcome</b> & hello').waitFor();
    await page.getByRole('toolbar').getByRole('button', { name: 'Book' }).click();
    await said(page, 'This is booking.').waitFor();
    const box = page.getByRole('textbox').first();
    await box.fill('give my money back please');
    await box.press('Enter');
    await said(page, 'This is refunds.').waitFor();
    await page.reload();
    await said(page, 'This is refunds.').waitFor();
    assert.deepEqual(await page.locator('.webchat__bubble__content').allTextContents(), [
      '<b>Welcome</b> & hello',
      'Book',
      'This is booking.',
      'give my money back please',
      'This is refunds.',
    ]);
    await page.getByLabel('Language').selectOption('nl');
    await page.getByRole('button', { name: 'Start again' }).click();
    await said(page, 'Welkom').waitFor();
    assert.equal(await page.locator('#chat').getAttribute('lang'), 'nl');
  });

  it('answers with what is published while it is open, and with what was before when that comes back', async () => {
    const page = await open('/bots/open');
    await said(page, '<b>Welcome</b> & hello').waitFor();
    const box = page.getByRole('textbox').first();
    const ask = async (answer: string): Promise<void> => {
      await box.fill('give my money back please');
      await box.press('Enter');
      await said(page, answer).waitFor();
    };
    await ask('This is refunds.');
    const repository = gateway.repository('open');
    repository.write('flows/refunds.flow.yaml', flowFile('refunds', 'refund', 'Here it is.'));
    const { version } = await repository.published('full');
    await gateway.served.until(
      () => gateway.served.bots.inForce('open', 'live', new Date())?.version === version,
    );
    await ask('Here it is.');
    const back = await repository.releases.makeLive(repository.bot(), 1);
    assert.equal(back.outcome, 'live');
    await gateway.served.until(() => gateway.served.bots.inForce('open', 'live', new Date())?.version === 1);
    await ask('This is refunds.');
    const bubbles = page.locator('.webchat__bubble__content');
    await bubbles.nth(6).waitFor();
    const shown = await bubbles.allTextContents();
    const asked = 'give my money back please';
    assert.deepEqual(shown.slice(1), [
      asked,
      'This is refunds.',
      asked,
      'Here it is.',
      asked,
      'This is refunds.',
    ]);
  });

  it('sends the same words twice when they are said twice, however quickly', async () => {
    const page = await open('/bots/open');
    await said(page, '<b>Welcome</b> & hello').waitFor();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/messages', async (route) => {
      await held;
      await route.continue();
    });
    const box = page.getByRole('textbox').first();
    const keys = new Set<string | undefined>();
    for (let count = 0; count < 2; count++) {
      const sent = page.waitForRequest('**/messages');
      await box.fill('book a train please');
      await box.press('Enter');
      keys.add((await sent).headers()['idempotency-key']);
    }
    assert.equal(keys.size, 2);
    release();
    await page.locator('.webchat__bubble').getByText('This is booking.').nth(1).waitFor();
  });

  it('shows the end of a long conversation when it is loaded again', async () => {
    const page = await open('/bots/open');
    await said(page, '<b>Welcome</b> & hello').waitFor();
    const { conversations } = gateway.store;
    const { items } = await conversations.list({ bot: 'open', channel: 'web', limit: 1 });
    const [newest] = items;
    const conversation = newest && (await conversations.read(newest));
    assert.ok(conversation);
    const texts = [...Array.from({ length: 500 }, (_, index) => `Line ${index}.`), 'The end.'];
    await conversations.write(conversation, conversation.revision, {
      key: 'long',
      at: new Date(),
      version: 1,
      language: 'en',
      session: conversation.session,
      incoming: { kind: 'text', text: 'tell me everything' },
      outgoing: texts.map((text) => ({ text, dialog: 'general/welcome', buttons: [] })),
      dialogs: [],
      handover: false,
    });
    await page.reload();
    await said(page, 'The end.').waitFor();
  });

  it('fits a phone, and can be used with the keyboard alone', async () => {
    const page = await open('/bots/open');
    await said(page, 'hello').waitFor();
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    assert.equal(wide, false, 'nothing is cut off at the side');
    await page.getByLabel('Language').focus();
    const reached = new Set<string>();
    for (let press = 0; press < 8; press++) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(
          'document.activeElement?.getAttribute("data-id") ?? document.activeElement?.textContent ?? ""',
        ),
      );
    }
    assert.ok(
      [...reached].some((name) => name.includes('Start again')),
      [...reached].join(' | '),
    );
    assert.ok(
      [...reached].some((name) => name.includes('webchat-sendbox-input')),
      [...reached].join(' | '),
    );
    await page.getByRole('textbox').first().focus();
    await page.keyboard.type('book a train please');
    await page.keyboard.press('Enter');
    await said(page, 'This is booking.').waitFor();
  });

  it('takes ratings with a comment', async () => {
    const page = await open('/bots/open');
    await said(page, 'hello').waitFor();
    await page.getByRole('button', { name: 'Dislike' }).first().click();
    await page.getByText('Thank you for your rating.').waitFor();
    await page.getByLabel('Why? (optional)').fill('Too formal');
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/feedback'));
    await page.locator('#comment').getByRole('button', { name: 'Send' }).click();
    assert.equal((await kept).status(), 204);
    const { items } = await gateway.store.feedback.list({ bot: 'open', limit: 10 });
    assert.deepEqual(
      items.map(({ thumb, comment, dialog }) => ({ thumb, comment, dialog })),
      [{ thumb: 'down', comment: 'Too formal', dialog: 'general/welcome' }],
    );
  });

  it('asks to sign in where the bot is internal, and to sign in again after signing out', async () => {
    const page = await open('/bots/shut');
    await page.getByLabel('Password or token').fill('incorrect horse');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('wrong').waitFor();
    await page.getByLabel('Password or token').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await said(page, 'This is welcome.').waitFor();
    const [cookie] = await context.cookies();
    assert.deepEqual(
      { httpOnly: cookie?.httpOnly, sameSite: cookie?.sameSite, path: cookie?.path },
      { httpOnly: true, sameSite: 'Lax', path: '/bots/shut' },
    );
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password or token').waitFor();
  });

  it('says what a bot says that is switched off', async () => {
    await gateway.deploy('open', { kind: 'status', status: 'inactive' });
    const page = await open('/bots/open');
    await said(page, 'Closed for now.').waitFor();
    await gateway.deploy('open', { kind: 'status', status: 'active' });
  });

  it('marks a draft as one, and lets testers in with the token of drafts only', async () => {
    const token = await gateway.admin.createBotToken('shut@draft', 'draft', undefined);
    assert.ok(token.ok);
    const page = await open('/drafts/shut');
    await page.getByLabel('Password or token').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password or token').fill(token.value.secret);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('note').getByText('Draft').waitFor();
    await said(page, 'This is welcome.').waitFor();
    const { value: secret } = { value: token.value.secret };
    assert.equal((await gateway.fetch('/bots/shut/conversations', { bearer: secret, json: {} })).status, 404);
  });

  it('opens in a window of the web sites that the bot names, and of no other', async () => {
    const page = await open(`${siteOf(site)}/${gateway.address}/bots/open`);
    await page.getByRole('button', { name: 'Chat' }).click();
    const frame = page.frameLocator('iframe');
    await said(frame, 'hello').waitFor();
    await page.keyboard.press('Escape');
    const other = `http://localhost:${(site.address() as AddressInfo).port}`;
    const elsewhere = await context.newPage();
    const refused = new Promise<string>((resolve) => {
      elsewhere.on('console', (message) => {
        if (message.text().includes('frame-ancestors')) resolve(message.text());
      });
    });
    await elsewhere.goto(`${other}/${gateway.address}/bots/open`);
    await elsewhere.getByRole('button', { name: 'Chat' }).click();
    assert.match(await refused, /frame-ancestors/);
  });
});

/** An intent in two languages, with five expressions each. */
function intentIn(name: string, english: string, dutch: string): string {
  const dutchLines = ['graag', 'nu', 'voor mij', 'vandaag', 'opnieuw'].map((end) => `    ${dutch} ${end}`);
  return `${intentFile(name, english)}  nl: |\n${dutchLines.join('\n')}\n`;
}

/** A bubble of the conversation; what screen readers are told is there twice for a moment. */
function said(place: Page | FrameLocator, text: string): Locator {
  return place.locator('.webchat__bubble').getByText(text).first();
}

function siteOf(site: Server): string {
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}

function botFile(id: string, origin: string): string {
  return `bot: ${id}
title: Open & friendly
languages: [en, nl]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
channels:
  live:
    web:
      origins: ["${origin}"]
rules:
  nlp/few-expressions: off
`;
}
