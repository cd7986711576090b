import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type PageWords, pageHtml } from '../../../client/src/chat/html';
import type { PageParts } from '../../../client/src/webview/document';
import { readPageMessage } from '../../../client/src/chat/messages';

/** Every message that the page sends, as it sends it. */
const MESSAGES = [
  { type: 'ready' },
  { type: 'say', text: 'hello' },
  { type: 'press', button: 'general/welcome#0.0', label: 'Buy' },
  { type: 'answer', effect: 1, text: '{}' },
  { type: 'fail', effect: 1 },
  { type: 'language', language: 'nl' },
  { type: 'restart' },
  { type: 'save' },
  { type: 'join' },
  { type: 'open', turn: 0, line: 2 },
] as const;

// Protects the extension from its page: whatever got into it can ask for no more than the page itself.
describe('messages of the page of a chat', () => {
  it('are those that the page sends, to the letter', () => {
    for (const message of MESSAGES) {
      assert.deepEqual(readPageMessage({ ...message, command: 'botlane.publish' }), message);
      for (const key of Object.keys(message)) {
        assert.equal(readPageMessage({ ...message, [key]: undefined }), undefined, `${message.type} ${key}`);
        assert.equal(readPageMessage({ ...message, [key]: ['x'] }), undefined, `${message.type} ${key}`);
      }
    }
    assert.equal(readPageMessage({ type: 'say', text: 'x'.repeat(100_001) }), undefined);
    assert.equal(readPageMessage({ type: 'open', turn: 0.5, line: 0 }), undefined);
  });

  it('are nothing else, whatever is sent', () => {
    const shapes = fc.oneof(
      fc.anything(),
      fc.record({
        type: fc.oneof(fc.constantFrom(...MESSAGES.map(({ type }) => type)), fc.anything()),
        text: fc.anything(),
        effect: fc.anything(),
        turn: fc.anything(),
        line: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(shapes, (value) => {
        const message = readPageMessage(value);
        if (message) assert.ok(MESSAGES.some(({ type }) => type === message.type));
      }),
    );
  });
});

describe('the page of a chat', () => {
  const parts: PageParts = {
    language: 'en',
    nonce: 'n0nce',
    source: 'https://files.example',
    script: 'https://files.example/chat.js',
    styles: ['https://files.example/page.css', 'https://files.example/chat.css'],
  };
  const words = new Proxy({} as PageWords, {
    get: (_target, name) => `<${String(name)}> "&'`,
    ownKeys: () => ['you'],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
  const html = pageHtml(parts, words);

  it('runs its own script and loads its own style, and nothing else', () => {
    assert.match(html, /default-src 'none'; style-src [^;]*files\.example; script-src 'nonce-n0nce';/);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /\son\w+=|style="|javascript:/i);
  });

  it('lets no word become markup', () => {
    assert.doesNotMatch(html, /<(title|restart|save|message|send)> "/);
    assert.match(html, /&#60;restart&#62;/);
  });

  it('can be heard and used by keyboard: a log that is read aloud, a label for each field', () => {
    assert.match(html, /role="log" aria-live="polite"/);
    for (const id of ['message', 'language']) {
      assert.ok(html.includes(`<label for="${id}"`) || html.includes(`for="${id}">`), id);
    }
  });
});
