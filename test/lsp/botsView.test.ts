import assert from 'node:assert/strict';
import { botNodeInSteps, definitionsInSteps } from '../../server/src/lsp/requests/definitions';
import { TextFile } from '../../server/src/project/textFile';
import type { BotSnapshot } from '../../server/src/project/snapshot';
import type { DefinitionGroup, DefinitionNode, DefinitionsPage } from '../../server/src/protocol';
import { atOnce } from '../../server/src/text/inPieces';
import { finished } from '../../server/src/text/turns';
import { joinUri, type Uri } from '../../server/src/text/uri';
import { BASE, projectOf, ROOT } from '../support/workspace';
import { watchGetter } from '../support/watchedGetter';

const INTENTS = 1_300;
const FLOWS = 30;

function dialogsOf(count: number): string {
  return Array.from({ length: count }, (_, at) => `  d${at}:\n    end: true\n`).join('');
}

function largeBot(changed?: string): BotSnapshot {
  const files = new Map(BASE);
  for (let at = 0; at < INTENTS; at++)
    files.set(`i${at}.intent.yaml`, `intent: i${at}\nexpressions:\n  en: |\n    a\n`);
  const dialogs = dialogsOf(40);
  for (let at = 0; at < FLOWS; at++) files.set(`f${at}.flow.yaml`, `flow: f${at}\ndialogs:\n${dialogs}`);
  files.set(
    'long.flow.yaml',
    `flow: long1\ndialogs:\n${dialogsOf(600)}---\nflow: long2\ndialogs:\n${dialogs}`,
  );
  files.set('several.intent.yaml', 'intent: s1\n---\nintent: s2\n---\nintent: s3\n');
  if (changed !== undefined) files.set(changed, 'intent: i7\nexpressions:\n  en: |\n    another\n');
  return projectOf(files).bots[0] ?? assert.fail('there is a bot');
}

/** All steps of some work: its result, how many there were, and the most files that one of them read. */
function watched<Result>(steps: Iterator<void, Result>) {
  const read = new Set<TextFile>();
  const all = new Set<Uri>();
  const watch = watchGetter(TextFile, 'definitions', (file) => {
    read.add(file);
    all.add(file.uri);
  });
  try {
    let [most, count] = [0, 0];
    for (let step = steps.next(); ; step = steps.next()) {
      most = Math.max(most, read.size);
      read.clear();
      count++;
      if (step.done === true) return { result: step.value, most, count, all };
    }
  } finally {
    watch.stop();
  }
}

function* allOf(bot: BotSnapshot, group: DefinitionGroup): Generator<readonly DefinitionNode[], void, void> {
  for (let from: number | null = 0; from !== null; ) {
    const page: DefinitionsPage = atOnce(definitionsInSteps(bot, undefined, { group, from }));
    yield page.nodes;
    from = page.next;
  }
}

// Protects that a large bot is shown without holding up whoever types.
describe('the Bots view of a large bot', () => {
  it('is told how many definitions there are, in steps of a file, and looks at no file twice', () => {
    const bot = largeBot();
    const first = watched(botNodeInSteps(ROOT, bot, 'draft'));
    assert.deepEqual(first.result.counts, {
      intents: bot.intents.length,
      flows: bot.flows.length,
      entities: bot.entities.length,
      tests: bot.tests.length,
    });
    assert.equal(first.most, 1);
    assert.ok(first.count > INTENTS);
    const again = watched(botNodeInSteps(ROOT, bot, 'draft'));
    assert.deepEqual(again.result, first.result);
    assert.equal(again.all.size, 0);
  });

  it('gets its groups part by part, each definition once and in the order of the files', () => {
    const bot = largeBot();
    const intents = [...allOf(bot, 'intents')];
    assert.equal(intents.length, Math.ceil(bot.intents.length / 500));
    assert.deepEqual(
      intents.flat().map(({ name }) => name),
      bot.intents.map(({ item }) => item.name.value),
    );
    const flows = [...allOf(bot, 'flows')];
    assert.ok(flows.length > 2, 'dialogs count, too');
    assert.deepEqual(
      flows.flat().map(({ name }) => name),
      bot.flows.map(({ item }) => item.name.value),
    );
  });

  it('reads for a part no more than it shows, in steps of a file', () => {
    const bot = largeBot();
    atOnce(botNodeInSteps(ROOT, bot, 'draft'));
    const { result, most, all } = watched(
      definitionsInSteps(bot, undefined, { group: 'intents', from: 700 }),
    );
    assert.equal(most, 1);
    assert.ok(all.size <= result.nodes.length + 1, `${all.size} for ${result.nodes.length}`);
    const uri = joinUri(ROOT, 'several.intent.yaml');
    const ofFile = watched(definitionsInSteps(bot, undefined, { group: 'intents', uri }));
    assert.deepEqual(
      ofFile.result.nodes.map(({ name }) => name),
      ['s1', 's2', 's3'],
    );
    assert.deepEqual([...ofFile.all], [uri]);
    const long = joinUri(ROOT, 'long.flow.yaml');
    const { nodes, next } = atOnce(definitionsInSteps(bot, undefined, { group: 'flows', uri: long }));
    assert.deepEqual(
      [nodes.map(({ name }) => name), next],
      [['long1', 'long2'], null],
      'the cursor may be in any',
    );
  });

  it('says what differs from LIVE, compared in steps', () => {
    const draft = largeBot('i7.intent.yaml');
    const live = largeBot();
    const { result, count } = watched(definitionsInSteps(draft, live, { group: 'intents' }));
    assert.ok(result.nodes.length > 0);
    const badgeIn = (path: string) =>
      atOnce(definitionsInSteps(draft, live, { group: 'intents', uri: joinUri(ROOT, path) })).nodes[0]?.badge;
    assert.deepEqual([badgeIn('i7.intent.yaml'), badgeIn('i8.intent.yaml')], ['changed', 'same']);
    assert.ok(count > 2 * INTENTS, 'a step for each file of both');
  });

  it('is left when nobody waits for it any more', async () => {
    const bot = largeBot();
    const read = new Set<TextFile>();
    const watch = watchGetter(TextFile, 'definitions', (file) => read.add(file));
    let isCancelled = false;
    setImmediate(() => (isCancelled = true));
    try {
      assert.equal(await finished(botNodeInSteps(ROOT, bot, 'draft'), () => isCancelled), undefined);
      assert.ok(read.size < INTENTS, String(read.size));
    } finally {
      watch.stop();
    }
  });
});
