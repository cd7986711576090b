import assert from 'node:assert/strict';
import { PLAN_PAGE_COMMANDS, planHtml } from '../../client/src/publish/planHtml';
import type { PlanView } from '../../server/src/protocol';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{display:none}</style>',
  '</a><a href="command:workbench.action.terminal.new">',
  '&lt;b&gt; &amp;',
  '\u202e[x](command:evil)',
];

function planWith(text: string): PlanView {
  return {
    root: `file:///${encodeURIComponent(text)}`,
    bot: text,
    kind: 'flows',
    flows: [text],
    possible: false,
    gates: [
      {
        id: 'trained',
        title: text,
        outcome: 'block',
        reason: text,
        details: [text],
        mend: 'botlane.trainNlp',
      },
      { id: text, title: text, outcome: 'warn', reason: text, details: [], mend: text, override: text },
    ],
    difference: [
      {
        part: 'nlp',
        change: 'added',
        symbol: 'intent',
        name: text,
        title: text,
        detail: text,
        edits: [],
        more: 0,
        after: text,
      },
      {
        part: 'flow',
        change: 'changed',
        symbol: text,
        name: text,
        title: text,
        detail: text,
        edits: [{ change: 'changed', text }],
        more: 1,
        before: text,
        after: text,
      },
    ],
    understanding: {
      of: 9,
      asked: 9,
      changed: 3,
      rows: [
        {
          text,
          language: text,
          source: 'expression',
          place: {
            uri: `file:///${encodeURIComponent(text)}`,
            range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } },
          },
          expected: text,
          draft: { intent: text, score: 0.5, understood: false },
          live: { intent: text, score: 0.9, understood: true },
          kind: 'now-below',
        },
        {
          text,
          language: text,
          source: 'message',
          draft: { intent: text, score: 0.9, understood: true },
          live: { intent: text, score: 0.9, understood: true },
          kind: 'other-intent',
        },
      ],
    },
    notes: text,
    liveCommit: null,
    contentHash: text,
    nextVersion: 2,
    overwriteLive: null,
    override: { gates: [text], reason: text },
  };
}

// Protects the person who previews a publish: names and texts come from files that anybody may have written.
describe('the page of a publish preview', () => {
  const calm = tagsOf(planHtml(planWith('calm'), 'nonce'));

  for (const text of HOSTILE) {
    it(`shows ${JSON.stringify(text)} as text`, () => {
      const html = planHtml(planWith(text), 'nonce');
      assert.deepEqual(tagsOf(html), calm, 'a text has become a tag');
      for (const [, attributes = ''] of html.matchAll(/<\w+([^>]*)>/g)) {
        assert.doesNotMatch(attributes.replaceAll(/"[^"]*"/g, '""'), /\bon\w+\s*=|'/i);
      }
    });

    it(`links with ${JSON.stringify(text)} to its own commands only, and says it back to the letter`, () => {
      const plan = planWith(text);
      const links = [...planHtml(plan, 'nonce').matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
        unescape(href),
      );
      assert.ok(links.length >= 5);
      for (const link of links) {
        const [command = '', parameters = ''] = link.replace(/^command:/, '').split('?');
        assert.ok(PLAN_PAGE_COMMANDS.includes(command), link);
        const first = (JSON.parse(decodeURIComponent(parameters)) as unknown[])[0];
        assert.equal(typeof first, 'object');
        if (/trainNlp|compareNlp/.test(command)) assert.deepEqual(first, { botRoot: plan.root });
        if (command === 'botlane.openPlace') {
          const { uri, range } = plan.understanding?.rows[0]?.place ?? {};
          assert.deepEqual(first, { uri, range });
        }
      }
    });
  }

  it('runs no script but its own, which no text comes into, and loads nothing', () => {
    const html = planHtml(planWith('calm'), 'r4nd0m');
    assert.ok(
      html.includes(
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-r4nd0m'; script-src 'nonce-r4nd0m';">`,
      ),
    );
    assert.doesNotMatch(html, /<img|<iframe|<link|@import|url\(/i);
    const scripts = (page: string) => page.match(/<script[^]*?<\/script>/gi);
    assert.equal(scripts(html)?.length, 1);
    assert.match(html, /<script nonce="r4nd0m">/);
    assert.deepEqual(scripts(planHtml(planWith(HOSTILE.join(' ')), 'r4nd0m')), scripts(html));
    assert.doesNotMatch(html, /\sstyle="/, 'the policy would drop it');
  });
});

/** The tags of a page, in order; texts and values of attributes do not count. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<\/?[a-z]\w*/gi)].map(([tag]) => tag);
}

function unescape(text: string): string {
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
