import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type PageWords, pageHtml } from '../../../client/src/dashboard/html';
import type { PageParts } from '../../../client/src/webview/document';
import { readPageMessage } from '../../../client/src/dashboard/messages';
import { share, shareText } from '../../../client/src/dashboard/page/numbers';

const MESSAGES = [
  { type: 'ready' },
  { type: 'export' },
  { type: 'range', range: 'month' },
  { type: 'scope', scope: 'draft' },
] as const;

// Protects the extension from its page: whatever got into it can ask for no more than the page itself.
describe('messages of the page of a dashboard', () => {
  it('are those that the page sends, to the letter', () => {
    for (const message of MESSAGES) {
      assert.deepEqual(readPageMessage({ ...message, command: 'botlane.publish' }), message);
      for (const key of Object.keys(message)) {
        assert.equal(readPageMessage({ ...message, [key]: 'year' }), undefined, `${message.type} ${key}`);
        assert.equal(readPageMessage({ ...message, [key]: ['week'] }), undefined, `${message.type} ${key}`);
      }
    }
  });

  it('are nothing else, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const message = readPageMessage(value);
        assert.ok(message === undefined || MESSAGES.some(({ type }) => type === message.type));
      }),
    );
  });
});

describe('the page of a dashboard', () => {
  const parts: PageParts = {
    language: 'en',
    nonce: 'abc',
    source: 'https://source',
    script: 'https://source/dashboard.js',
    styles: ['https://source/a.css', 'https://source/b.css'],
  };
  const words = (text: string): PageWords =>
    new Proxy({} as PageWords, {
      get: (_target, key) => (key === 'toJSON' ? undefined : text),
      ownKeys: () => ['title', 'users'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    });

  it('runs its own script and loads its own styles, and nothing else', () => {
    const html = pageHtml(parts, words('x'));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.equal(
      policy,
      "default-src 'none'; style-src https&#58;//source; script-src 'nonce-abc';".replace('&#58;', ':'),
    );
    assert.deepEqual(
      [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag),
      ['<script nonce="abc" src="https://source/dashboard.js">'],
    );
    assert.equal(html.match(/<link rel="stylesheet"/g)?.length, 2);
    assert.doesNotMatch(html, /style=|onclick|javascript:/);
  });

  it('lets no word become markup', () => {
    const html = pageHtml(parts, words('"><img src=x onerror=alert(1)>'));
    assert.doesNotMatch(html, /<img/);
  });

  it('names what is chosen, drawn and said for a screen reader', () => {
    const html = pageHtml(parts, words('x'));
    for (const id of ['range', 'scope']) assert.match(html, new RegExp(`<label for="${id}">`));
    assert.match(html, /role="toolbar" aria-label="x"/);
    assert.match(html, /<p id="failure" role="alert" hidden>/);
    assert.equal(html.match(/<figure id="[\w-]+" aria-label="x">/g)?.length, 2);
  });

  it('divides by nothing that was not asked', () => {
    assert.equal(share({ asked: 0, notUnderstood: 0 }), null);
    assert.equal(shareText({ asked: 0, notUnderstood: 0 }), '–');
    assert.equal(share({ asked: 3, notUnderstood: 1 }), 33.3);
  });
});
