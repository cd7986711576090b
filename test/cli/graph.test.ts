import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { botlane } from '../support/cli';
import { TemporaryFolder } from '../support/folders';
import { BASE } from '../support/workspace';
import { elementsOf, parseXml } from '../support/xml';

interface Graph {
  nodes: { id: string; kind: string; name: string; flow?: string }[];
  links: { from: string; to: string; kind: string; label?: string }[];
}

const TRIP = `flow: trip
dialogs:
  start:
    trigger:
      intent: book
      requires: [open]
    say:
      - text:
          en: Where to?
        buttons:
          - label:
              en: 'Say "hi" | <b>'
            next: pay
  pay:
    do:
      - http:
          method: POST
          url: https://example.org/pay
          onError: general/error
    goto:
      - when: passengers > 8
        next: nowhere
      - next: General/Welcome
`;

describe('botlane graph', () => {
  const folder = new TemporaryFolder();

  before(() => {
    for (const [path, text] of BASE) folder.write(path, text);
    folder.write('trip.flow.yaml', TRIP);
  });

  after(() => folder.remove());

  it('tells every way from one dialog to another, and what begins a conversation', async () => {
    const { code, stdout } = await botlane(folder.path, 'graph', '--format', 'json');
    assert.equal(code, 0);
    const { nodes, links } = JSON.parse(stdout) as Graph;
    const nameOf = (id: string): string => {
      const node = nodes.find((one) => one.id === id) ?? assert.fail(`${id} is a node`);
      return node.flow === undefined ? `${node.kind}:${node.name}` : `${node.flow}/${node.name}`;
    };
    assert.deepEqual(
      links.map(
        ({ from, to, kind, label }) => `${nameOf(from)} ${kind} ${nameOf(to)}${label ? ` (${label})` : ''}`,
      ),
      [
        'event:welcome default general/welcome',
        'event:notUnderstood default general/not_understood',
        'event:error default general/error',
        'event:disabled default general/disabled',
        'intent:book trigger trip/start (open)',
        'trip/start button trip/pay (Say "hi" | <b>)',
        'trip/pay error general/error',
        'trip/pay branch missing:trip/nowhere (passengers > 8)',
        'trip/pay branch general/welcome',
      ],
    );
  });

  it('writes Mermaid in which no text of the bot has a meaning of its own', async () => {
    const { stdout } = await botlane(folder.path, 'graph');
    assert.match(stdout, /^flowchart LR\n/);
    assert.match(stdout, /\|"Say #34;hi#34; #124; #60;b#62;"\|/);
    assert.match(stdout, /nowhere #40;missing#41;/);
    const quoted = stdout.replaceAll(/"[\p{L}\p{N} _.…#;-]*"/gu, '""');
    for (const line of quoted.trimEnd().split('\n').slice(1)) {
      assert.match(
        line,
        /^ +(?:n\d+(?:\[""\]|\(\[""\]\)|\(\(""\)\))|subgraph f\d+\[""\]|end|n\d+ -\.?->(?:\|""\|)? n\d+|classDef missing .*|class n\d+(?:,n\d+)* missing)$/,
      );
    }
  });

  it('shows one flow with its surroundings', async () => {
    const { stdout } = await botlane(folder.path, 'graph', '--flow', 'TRIP', '--format', 'json');
    const { nodes } = JSON.parse(stdout) as Graph;
    assert.deepEqual(
      nodes.map(({ name }) => name),
      ['start', 'pay', 'book', 'error', 'trip/nowhere', 'welcome'],
    );
    const drawn = await botlane(folder.path, 'graph', '--flow', 'TRIP', '--format', 'svg');
    const titles = elementsOf(parseXml(drawn.stdout)).filter(({ name }) => name === 'text');
    assert.ok(
      ['start', 'pay', '→ general/error'].every((title) => titles.some(({ text }) => text === title)),
    );
    const wrong = await botlane(folder.path, 'graph', '--flow', 'tripp');
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /Did you mean 'trip'/);
  });

  it('writes to a file, in the place of what was there, and to nothing but a file', async () => {
    const file = join(folder.path, 'graph.svg');
    const printed = await botlane(folder.path, 'graph', '--format', 'svg');
    writeFileSync(file, 'old');
    const { code, stdout, stderr } = await botlane(
      folder.path,
      'graph',
      '--format',
      'svg',
      '--out',
      'graph.svg',
    );
    assert.equal(code, 0);
    assert.equal(stdout, '');
    assert.match(stderr, /Written: .*graph\.svg/);
    assert.equal(readFileSync(file, 'utf8'), printed.stdout);
    const refused = await botlane(folder.path, 'graph', '--out', '.');
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /is no file/);
    const nowhere = await botlane(folder.path, 'graph', '--out', 'no/such/folder.svg');
    assert.equal(nowhere.code, 1);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('takes the bot of the folder that is named, even when another one is below it', async () => {
    const outer = new TemporaryFolder();
    for (const [path, text] of BASE) outer.write(path, text);
    outer.write('inner/bot.yaml', 'bot: inner\nlanguages: [en]\n');
    const { code, stdout } = await botlane(outer.path, 'graph', '--format', 'json', '.');
    assert.equal(code, 0);
    const { bot } = JSON.parse(stdout) as { bot: string };
    assert.equal(bot, 'fixture');
  });
});
