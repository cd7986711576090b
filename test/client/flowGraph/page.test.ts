import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type PageWords, pageHtml } from '../../../client/src/flowGraph/html';
import type { PageParts } from '../../../client/src/webview/document';
import { readPageMessage, readSubject } from '../../../client/src/flowGraph/messages';
import { neighbour, type PlacedBox } from '../../../client/src/flowGraph/page/navigate';
import { matchesOf } from '../../../client/src/flowGraph/page/search';
import { fitted, resized, revealing, zoomed } from '../../../client/src/flowGraph/page/viewport';

// Protects the extension from its page: whatever got into it can ask for no more than the page itself.
describe('messages of the page of a flow graph', () => {
  it('are the four that the page sends, to the letter', () => {
    assert.deepEqual(readPageMessage({ type: 'ready', command: 'botlane.publish' }), { type: 'ready' });
    assert.deepEqual(readPageMessage({ type: 'export', path: '/etc/passwd' }), { type: 'export' });
    assert.deepEqual(readPageMessage({ type: 'open', id: 'dialog a/b', uri: 'file:///x' }), {
      type: 'open',
      id: 'dialog a/b',
    });
    assert.equal(readPageMessage({ type: 'open', id: 'x'.repeat(100_000) }), undefined);
    assert.equal(readPageMessage({ type: 'botlane.publish' }), undefined);
    assert.deepEqual(readPageMessage({ type: 'turn', by: -1, page: 7 }), { type: 'turn', by: -1 });
    assert.equal(readPageMessage({ type: 'turn', by: 1_000 }), undefined);
  });

  it('are nothing else, whatever is sent', () => {
    const shapes = fc.oneof(
      fc.anything(),
      fc.record({
        type: fc.oneof(fc.constantFrom('ready', 'open', 'export', 'turn', 'publish'), fc.anything()),
        id: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(shapes, (value) => {
        const message = readPageMessage(value);
        if (message === undefined) return;
        assert.ok(['ready', 'open', 'export', 'turn'].includes(message.type));
        const more = message.type === 'open' ? ['id'] : message.type === 'turn' ? ['by'] : [];
        assert.deepEqual(Object.keys(message), ['type', ...more]);
        if (message.type === 'open') assert.equal(typeof message.id, 'string');
      }),
    );
  });

  it('bring back what a graph was of, and no other state', () => {
    const subject = { bot: 'file:///bot', environment: 'live', flow: 'a' };
    assert.deepEqual(readSubject({ subject, viewport: {} }), subject);
    assert.deepEqual(readSubject({ subject: { bot: 'file:///bot', environment: 'draft' } }), {
      bot: 'file:///bot',
      environment: 'draft',
    });
    const page = { bot: 'file:///bot', environment: 'draft', page: 3 };
    assert.deepEqual(readSubject({ subject: page }), page);
    for (const wrong of [
      undefined,
      {},
      { subject: null },
      { subject: { ...subject, flow: 3 } },
      { subject: { ...subject, environment: 'x' } },
    ]) {
      assert.equal(readSubject(wrong), undefined);
    }
    fc.assert(
      fc.property(fc.anything(), (state) => {
        const read = readSubject(state);
        if (read) assert.equal(typeof read.bot, 'string');
      }),
    );
  });
});

describe('the page of a flow graph', () => {
  const parts: PageParts = {
    language: 'en',
    nonce: 'r4nd0m',
    source: 'https://files.example',
    script: 'https://files.example/flowGraph.js',
    styles: ['https://files.example/page.css', 'https://files.example/flowGraph.css'],
  };
  const words = (text: string): PageWords => ({
    title: text,
    graph: text,
    search: text,
    zoomIn: text,
    zoomOut: text,
    fit: text,
    before: text,
    after: text,
    flows: text,
    list: text,
    save: text,
    keys: text,
    legend: text,
    marks: [[text, text, text]],
    matches: text,
    oneMatch: text,
    noMatch: text,
  });

  it('runs its own script only, and loads nothing but its style', () => {
    const html = pageHtml(parts, words('calm'));
    assert.ok(
      html.includes(
        `content="default-src 'none'; style-src https://files.example; script-src 'nonce-r4nd0m';"`,
      ),
    );
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /\son\w+=|\sstyle="|<img|<iframe|<form/);
  });

  it('shows names as text', () => {
    const tags = (html: string): string[] => [...html.matchAll(/<\/?[a-z]\w*/gi)].map(([tag]) => tag);
    const calm = tags(pageHtml(parts, words('calm')));
    for (const text of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onload='x"]) {
      const html = pageHtml(parts, words(text));
      assert.deepEqual(tags(html), calm);
      for (const [, attributes = ''] of html.matchAll(/<\w+([^>]*)>/g)) {
        assert.doesNotMatch(attributes.replaceAll(/"[^"]*"/g, '""'), /\bon\w+\s*=|'/);
      }
    }
  });
});

describe('the keyboard in a flow graph', () => {
  const box = (id: string, x: number, y: number): [string, PlacedBox] => [
    id,
    { id, x, y, width: 100, height: 40 },
  ];
  const boxes = new Map([
    box('top', 100, 0),
    box('left', 0, 100),
    box('right', 260, 110),
    box('far', 110, 400),
  ]);
  const links = [
    { from: 'top', to: 'far' },
    { from: 'left', to: 'far' },
  ];

  it('follows an arrow before it takes what is nearest', () => {
    assert.equal(neighbour(boxes, links, 'top', 'down'), 'far');
    assert.equal(neighbour(boxes, [], 'top', 'down'), 'left');
    assert.equal(neighbour(boxes, links, 'far', 'up'), 'top');
    assert.equal(neighbour(boxes, links, 'left', 'right'), 'right');
  });

  it('stays at the rim, and knows nothing of a box that is gone', () => {
    assert.equal(neighbour(boxes, links, 'top', 'up'), undefined);
    assert.equal(neighbour(boxes, links, 'gone', 'down'), undefined);
  });

  it('finds dialogs by a part of their name', () => {
    const titled = [
      { id: '1', title: 'Report' },
      { id: '2', title: 'reported' },
      { id: '3', title: 'start' },
    ];
    assert.deepEqual(matchesOf(titled, ' REPORT '), ['1', '2']);
    assert.deepEqual(matchesOf(titled, '  '), []);
  });
});

describe('what is seen of a flow graph', () => {
  const screen = { width: 800, height: 600 };
  const positive = fc.integer({ min: 1, max: 20_000 });
  const view = fc.record({
    x: fc.integer({ min: -9999, max: 9999 }),
    y: fc.integer({ min: -9999, max: 9999 }),
    k: fc.double({ min: 0.03, max: 4, noNaN: true }),
  });

  it('is the whole of it at first, as far as it can be read at all', () => {
    fc.assert(
      fc.property(positive, positive, (width, height) => {
        const { x, y, k } = fitted({ width, height }, screen);
        assert.ok(k <= 1);
        if (k <= 0.03) return;
        assert.ok(x >= 0 && y >= 0 && x + width * k <= screen.width && y + height * k <= screen.height);
      }),
    );
  });

  it('keeps its place under the mouse when it is zoomed', () => {
    fc.assert(
      fc.property(view, fc.double({ min: 0.2, max: 5, noNaN: true }), (before, factor) => {
        const after = zoomed(before, factor, 300, 200);
        const point = (one: typeof before): number => (300 - one.x) / one.k;
        assert.ok(Math.abs(point(after) - point(before)) < 1e-6 * Math.max(1, Math.abs(point(before))));
      }),
    );
  });

  it('holds a box that is revealed', () => {
    const box = { id: 'a', x: 5000, y: 3000, width: 100, height: 40 };
    fc.assert(
      fc.property(view, (before) => {
        const { x, y, k } = revealing(before, box, screen);
        assert.ok(box.x * k + x >= 0 && box.y * k + y >= 0);
        assert.ok((box.x + box.width) * k + x <= screen.width + 1e-6);
        assert.ok((box.y + box.height) * k + y <= screen.height + 1e-6);
      }),
    );
  });

  it('is the whole of it still after the screen changed', () => {
    const picture = { width: 4000, height: 500 };
    const smaller = { width: 400, height: 600 };
    assert.deepEqual(resized(fitted(picture, screen), picture, screen, smaller), fitted(picture, smaller));
    assert.deepEqual(resized({ x: 0, y: 0, k: 1 }, picture, screen, smaller), { x: -200, y: 0, k: 1 });
  });
});
