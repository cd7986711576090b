import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type DrawnGraph,
  prepareGraph,
  prepareGraphInSteps,
} from '../../../server/src/features/flowGraph/drawnGraph';
import { type Layout, type LayoutInput, layoutOf } from '../../../server/src/features/flowGraph/layout';
import { flowPageInSteps } from '../../../server/src/features/flowGraph/pages';
import type { BotSnapshot } from '../../../server/src/project/snapshot';
import { TextFile } from '../../../server/src/project/textFile';
import { badgesOf } from '../../../server/src/release/difference/badges';
import { checkBot } from '../../../server/src/rules/run';
import { atOnce } from '../../../server/src/text/inPieces';
import { BASE, type Files, projectOf } from '../../support/workspace';
import { watchGetter } from '../../support/watchedGetter';
import { elementsOf, parseXml } from '../../support/xml';

const TRIP = `flow: trip
dialogs:
  start:
    trigger:
      intent: book
      requires: [open]
    ask:
      text:
        en: Where to?
      save: place
      retry:
        text:
          en: Where?
        next: general/error
      next: pay
  pay:
    do:
      - http:
          method: POST
          url: https://example.org/pay
          onError: general/error
    contexts:
      paying: 2
    goto:
      - when: passengers > 8
        next: nowhere
      - next: general/Welcome
`;

const FILES: Files = new Map([...BASE, ['trip.flow.yaml', TRIP]]);

interface Drawn extends DrawnGraph {
  readonly svg: string;
}

function draw(files: Files, flow?: string, before?: Files): Drawn {
  const project = projectOf(files);
  const bot = onlyBot(files);
  const live = before && onlyBot(before);
  const prepared = prepareGraph({
    bot,
    flow,
    findings: checkBot({ bot, live: { kind: 'none' }, project }),
    live: live && { bot: live, changes: badgesOf(live, bot) },
  });
  const layout = layoutOf(prepared.input);
  return { ...atOnce(prepared.drawInSteps(layout)), svg: atOnce(prepared.svgInSteps(layout)) };
}

function onlyBot(files: Files): BotSnapshot {
  return projectOf(files).bots[0] ?? assert.fail('there is a bot');
}

/** A flow of forty dialogs, the last of which leads to another flow. */
function wideFlow(name: string, next: string): string {
  const dialogs = Array.from(
    { length: 40 },
    (_, at) => `  d${at}:\n    next: ${at < 39 ? `d${at + 1}` : `${next}/d0`}\n`,
  );
  return `flow: ${name}\ndialogs:\n${dialogs.join('')}`;
}

/** Everything below each other: a layout that takes no time. */
function asTable({ sheets, between }: LayoutInput): Layout {
  const place = { x: 0, y: 0, width: 1, height: 1 };
  const points = [place, { x: 1, y: 1 }];
  return {
    ...place,
    sheets: sheets.map(({ boxes, arrows }) => ({
      ...place,
      boxes: boxes.map((_, at) => ({ x: 0, y: at })),
      arrows: arrows.map(() => ({ points, label: place })),
    })),
    between: between.map(() => points),
  };
}

/** All pages of a bot, with the boxes of dialogs and of the ways to other flows that are drawn on each. */
function pagesOf(bot: BotSnapshot) {
  const count = atOnce(flowPageInSteps(bot, undefined, 0))?.pages ?? assert.fail('there are pages');
  return Array.from({ length: count }, (_, wanted) => {
    const page = atOnce(flowPageInSteps(bot, undefined, wanted)) ?? assert.fail('there is one');
    const prepared = prepareGraph({ bot, page, findings: [] });
    const { boxes } = atOnce(prepared.drawInSteps(asTable(prepared.input)));
    const named = boxes.map(({ id }) => /^(dialog|exit dialog) (.*?)\//.exec(id));
    return {
      page,
      dialogs: named.flatMap((found) => (found?.[1] === 'dialog' ? [{ flow: found[2] ?? '' }] : [])),
      exits: named.filter((found) => found?.[1] === 'exit dialog'),
    };
  });
}

function described(graph: DrawnGraph, name: string): string {
  const box = graph.boxes.find(({ description }) => description.startsWith(name));
  return box?.description ?? assert.fail(`${name} is among ${graph.boxes.map(({ id }) => id).join(', ')}`);
}

// Protects what the picture of a bot says, for those who see it and those who have it read out.
describe('the flow graph', () => {
  it('says of each box what it is, what is wrong with it, where it leads and what leads there', () => {
    const graph = draw(FILES, 'trip');
    const start = described(graph, 'Dialog start');
    assert.match(start, /^Dialog start, question\. In flow trip\./);
    assert.match(start, /Leads to pay, → general\/error \(not answered\)\./);
    assert.match(start, /Reached from book \(when open\)\./);
    const pay = described(graph, 'Dialog pay');
    assert.match(pay, /^Dialog pay, choice, sets paying \(2\)\./);
    assert.match(pay, /error: .*nowhere/);
    assert.match(pay, /general\/error \(on error\)/);
    assert.match(pay, /trip\/nowhere \(passengers > 8\)/);
    assert.match(pay, /general\/welcome \(otherwise\)/);
    assert.match(described(graph, 'Intent book'), /^Intent book, intent that does not exist\./);
    assert.match(described(graph, 'Dialog trip/nowhere'), /does not exist/);
  });

  it('does not say of what a broken file may define that it is missing', () => {
    const broken = new Map(FILES)
      .set('other.intent.yaml', 'intent: other\nexpressions: {')
      .set('more.flow.yaml', 'flow: trip\ndialogs:\n  nowhere: [');
    const graph = draw(broken, 'trip');
    assert.match(described(graph, 'Intent book'), /^Intent book, not found while a file is broken\./);
    assert.match(described(graph, 'Dialog trip/nowhere'), /, not found while a file is broken\./);
  });

  it('leads from every box but a missing one to its source', () => {
    for (const { description, place } of draw(FILES).boxes) {
      assert.equal(place === undefined, /^[^.]*does not exist/.test(description), description);
    }
  });

  it('shows a whole bot flow by flow: a link to another flow ends at an exit, and goes on to the dialog', () => {
    const graph = draw(FILES);
    const exit = graph.boxes.find(({ title }) => title === '→ general/welcome') ?? assert.fail('an exit');
    const to = graph.links.find(({ from }) => from === exit.id)?.to;
    assert.equal(graph.boxes.find(({ id }) => id === to)?.title, 'welcome');
    assert.ok(!graph.boxes.some(({ title }) => title === 'trip →'));
    const general = draw(FILES, 'general');
    assert.match(
      described(general, 'From flow trip'),
      /Leads to error \(not answered\), error \(on error\), welcome \(otherwise\)/,
    );
  });

  it('marks what came, changed and went since LIVE', () => {
    const before = new Map(FILES).set(
      'trip.flow.yaml',
      TRIP.replace('Where to?', 'Where?').replace(/^ {2}pay:$/m, '  payment:'),
    );
    const graph = draw(FILES, undefined, before);
    assert.match(described(graph, 'Dialog start'), /differs from LIVE/);
    assert.match(described(graph, 'Dialog payment'), /only in LIVE/);
    assert.doesNotMatch(described(graph, 'Dialog welcome'), /LIVE/);
    const went = new Map(FILES);
    went.delete('trip.flow.yaml');
    assert.match(described(draw(went, undefined, FILES), 'Dialog pay'), /only in LIVE/);
    assert.match(described(draw(FILES, undefined, went), 'Dialog pay'), /not in LIVE/);
  });

  it('gives every box a place of its own within the picture', () => {
    const { boxes, width, height } = draw(FILES);
    for (const [index, box] of boxes.entries()) {
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height);
      for (const other of boxes.slice(index + 1)) {
        const apart =
          box.x + box.width <= other.x ||
          other.x + other.width <= box.x ||
          box.y + box.height <= other.y ||
          other.y + other.height <= box.y;
        assert.ok(apart, `${box.id} and ${other.id} overlap`);
      }
    }
  });

  it('arranges anew only what has another structure', () => {
    const input = (text: string): unknown =>
      prepareGraph({ bot: onlyBot(new Map(FILES).set('trip.flow.yaml', text)), findings: [] }).input;
    assert.deepEqual(input(TRIP.replace('Where to?', 'Where do you want to go?')), input(TRIP));
    assert.notDeepEqual(input(TRIP.replace('next: pay', 'next: start')), input(TRIP));
  });

  it('is prepared in steps, each of which looks at one file and at where that leads', () => {
    const files = new Map(BASE);
    for (let at = 0; at < 40; at++) files.set(`f${at}.flow.yaml`, TRIP.replace('trip', `trip${at}`));
    const bot = onlyBot(files);
    const looked = new Set<TextFile>();
    const watch = watchGetter(TextFile, 'definitions', (file) => looked.add(file));
    try {
      const steps = prepareGraphInSteps({ bot, findings: [] });
      let most = 0;
      for (let step = steps.next(); ; step = steps.next()) {
        most = Math.max(most, [...looked].filter(({ kind }) => kind === 'flow').length);
        looked.clear();
        if (step.done !== true) continue;
        assert.deepEqual(step.value.input, prepareGraph({ bot, findings: [] }).input);
        break;
      }
      assert.equal(most, 2);
    } finally {
      watch.stop();
    }
  });

  it('is drawn in steps, however large it is, and each of them makes no more than a part', () => {
    const dialogs = Array.from({ length: 400 }, (_, at) => `  d${at}:\n    next: d${at + 1}\n`).join('');
    const bot = onlyBot(new Map([...BASE, ['long.flow.yaml', `flow: long\ndialogs:\n${dialogs}`]]));
    const prepared = prepareGraph({ bot, findings: [] });
    const layout = asTable(prepared.input);
    const steps = (work: Iterator<void>): number => {
      let count = 1;
      for (; work.next().done !== true; count++);
      return count;
    };
    // Twelve full steps each for arrows, boxes, and what is said of boxes, or what is written of all.
    assert.ok(steps(prepared.drawInSteps(layout)) > 3 * 12, String(steps(prepared.drawInSteps(layout))));
    assert.ok(steps(prepared.svgInSteps(layout)) > 4 * 12, String(steps(prepared.svgInSteps(layout))));
  });

  it('of a large bot is drawn page by page: each flow on one of them, with where it leads', () => {
    const files = new Map(BASE);
    for (let at = 0; at < 30; at++) files.set(`f${at}.flow.yaml`, wideFlow(`f${at}`, `f${(at + 1) % 30}`));
    const bot = onlyBot(files);
    const pages = pagesOf(bot);
    const flows = pages.flatMap(({ page }) => [...page.flows]);
    assert.equal(flows.length, bot.names('flow').length);
    assert.equal(new Set(flows).size, flows.length);
    let next = 1;
    for (const { page, dialogs, exits } of pages) {
      assert.deepEqual([page.first, page.all, page.pages], [next, flows.length, pages.length]);
      next += page.flows.size;
      assert.ok(dialogs.length <= 500, String(dialogs.length));
      assert.deepEqual(new Set(dialogs.map(({ flow }) => flow)), page.flows);
      assert.ok(exits.length > 0);
    }
    assert.equal(pages.length, Math.ceil(next / 12));
  });

  it('of a large bot shows on its first page what a default dialog should be that does not exist', () => {
    const files = new Map(BASE);
    const settings = files.get('bot.yaml') ?? assert.fail('there is one');
    files.set('bot.yaml', settings.replace('general/welcome', 'general/gone'));
    assert.match(files.get('bot.yaml') ?? '', /general\/gone/);
    for (let at = 0; at < 30; at++) files.set(`f${at}.flow.yaml`, wideFlow(`f${at}`, `f${at}`));
    const bot = onlyBot(files);
    const lost = [0, 1, 2].map((wanted) => {
      const page = atOnce(flowPageInSteps(bot, undefined, wanted)) ?? assert.fail('there are pages');
      const prepared = prepareGraph({ bot, page, findings: [] });
      return atOnce(prepared.drawInSteps(asTable(prepared.input))).boxes.filter(({ id }) =>
        id.includes('gone'),
      ).length;
    });
    assert.deepEqual(lost, [1, 0, 0]);
  });

  it('of a page reads the files of its flows, and counts the others without their trees', () => {
    const files = new Map(BASE);
    for (let at = 0; at < 30; at++) files.set(`f${at}.flow.yaml`, wideFlow(`f${at}`, `f${at}`));
    const bot = onlyBot(files);
    const read = new Set<string>();
    const watch = watchGetter(TextFile, 'definitions', ({ uri }) => read.add(uri));
    try {
      const page = atOnce(flowPageInSteps(bot, undefined, 1)) ?? assert.fail('there are pages');
      assert.equal(read.size, 0);
      prepareGraph({ bot, page, findings: [] });
      assert.ok(read.size <= page.flows.size + 1, [...read].join());
    } finally {
      watch.stop();
    }
  });

  it('shows flows that only LIVE has on the last page, and is one page where all have room', () => {
    const files = new Map(BASE);
    for (let at = 0; at < 15; at++) files.set(`f${at}.flow.yaml`, wideFlow(`f${at}`, `f${at}`));
    const live = onlyBot(new Map(files).set('a.flow.yaml', wideFlow('gone', 'gone')));
    const last = atOnce(flowPageInSteps(onlyBot(files), live, 99));
    assert.equal(last?.number, 1);
    assert.ok(last.flows.has('gone'));
    assert.equal(atOnce(flowPageInSteps(onlyBot(FILES), undefined, 0)), undefined);
  });

  it('draws a bot without any dialog', () => {
    const svg = draw(new Map([['bot.yaml', 'bot: empty\nlanguages: [en]\n']])).svg;
    assert.equal(parseXml(svg).name, 'svg');
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><image href=x onerror=alert(1)>',
  ']]></style><style>*{display:none}',
  "' onload='alert(1)",
  '&lt;b&gt; &amp; &xxe;',
  '\u202e\u001b[31m\u0000\ud800',
];

// Protects whoever opens a picture of a bot that somebody else wrote.
describe('the SVG of a flow graph', () => {
  const calm = elementsOf(parseXml(svgOf('calm')));

  function svgOf(text: string): string {
    const quoted = JSON.stringify(text);
    return draw(
      new Map([
        ...BASE,
        [
          'h.flow.yaml',
          `flow: ${quoted}\ndialogs:\n  ${quoted}:\n    trigger:\n      intent: ${quoted}\n      requires: [${quoted}]\n    say:\n      - text:\n          en: a\n        buttons:\n          - label:\n              en: ${quoted}\n            next: general/welcome\n    contexts:\n      ${quoted}: 1\n    goto:\n      - when: ${quoted}\n        next: general/error\n`,
        ],
      ]),
    ).svg;
  }

  for (const text of HOSTILE) {
    it(`shows ${JSON.stringify(text)} as text`, () => {
      const elements = elementsOf(parseXml(svgOf(text)));
      assert.deepEqual(
        new Set(elements.map(({ name }) => name)),
        new Set(calm.map(({ name }) => name)),
        'a text has become an element',
      );
      for (const { attributes } of elements) {
        assert.ok([...attributes.keys()].every((name) => !/^on|href|style/.test(name)));
      }
    });
  }

  it('is well-formed whatever a flow and its dialogs are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (name) => {
        parseXml(svgOf(name));
      }),
      { numRuns: 30 },
    );
  });

  it('loads nothing and runs nothing', () => {
    const svg = svgOf('calm');
    assert.doesNotMatch(svg, /<script|<image|<foreignObject|href|@import|url\(/);
  });
});
