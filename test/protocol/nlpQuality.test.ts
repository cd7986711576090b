import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  BotsRequest,
  CompareNlpRequest,
  EvaluateRequest,
  type EvaluationView,
  PlanRequest,
  PublishRequest,
  RememberedEvaluationRequest,
  RunTestsRequest,
  TrainRequest,
} from '../../server/src/protocol';
import { fileUri } from '../../server/src/text/uri';
import type { LanguageClient } from '../support/languageClient';
import { type DiskFolder, useServer } from './fixture';
import { initializeRepository, TRAINABLE } from './repository';

const WEATHER = 'weather.intent.yaml';
const BOOKING = 'book_train.intent.yaml';
const TESTS = 'all.bottest.yaml';

/** Somebody wrote it into the wrong intent: it says what the other is about, in the same words. */
const STRAY = 'buy a train ticket to Ghent please';

function withStray(): string {
  return `${TRAINABLE.get(WEATHER) ?? ''}    ${STRAY}\n`;
}

describe('NLP quality over the protocol', () => {
  const server = useServer();

  interface Started {
    readonly client: LanguageClient;
    readonly folder: DiskFolder;
    readonly bot: string;
  }

  async function started(files: ReadonlyMap<string, string>, trusted = true): Promise<Started> {
    const folder = server.folder(new Map([...TRAINABLE, ...files]));
    initializeRepository(folder);
    const client = await server.start({
      folders: [folder.path],
      initializationOptions: { trusted, views: true },
    });
    const [bot] = await client.ask(BotsRequest, { environment: 'draft' });
    assert.ok(bot);
    return { client, folder, bot: bot.root };
  }

  async function write({ client, folder }: Started, path: string, text: string): Promise<string> {
    const file = join(folder.path, path);
    writeFileSync(file, text);
    const uri = fileUri(file);
    await client.changedOnDisk({ uri, type: 2 });
    return uri;
  }

  async function publish({ client, bot }: Started): Promise<void> {
    assert.equal((await client.ask(TrainRequest, { bot })).kind, 'trained');
    const planned = await client.ask(PlanRequest, { bot, release: 'full' });
    assert.ok(planned.kind === 'planned', JSON.stringify(planned));
    const { liveCommit, contentHash } = planned.plan;
    const release = 'full' as const;
    const done = await client.ask(PublishRequest, { bot, release, notes: 'n', liveCommit, contentHash });
    assert.equal(done.kind, 'published', JSON.stringify(done));
  }

  async function evaluated({ client, bot }: Started): Promise<EvaluationView['languages'][number]> {
    const outcome = await client.ask(EvaluateRequest, { bot });
    assert.ok(outcome.kind === 'evaluated', JSON.stringify(outcome));
    const [language] = outcome.evaluation.languages;
    assert.ok(language);
    return language;
  }

  it('is evaluated with figures that agree, each misunderstanding at its place, and remembered', async () => {
    const session = await started(new Map([[WEATHER, withStray()]]));
    const { client, folder, bot } = session;
    assert.equal(await client.ask(RememberedEvaluationRequest, { bot }), null, 'nothing is remembered yet');
    const found = await evaluated(session);
    assert.deepEqual([found.language, found.folds, found.expressions, found.stale], ['en', 5, 13, false]);
    assert.deepEqual(
      found.intents.map(({ name, support }) => [name, support]),
      [
        ['book_train', 6],
        ['weather', 7],
      ],
    );
    const counts = found.confusions.map(({ count }) => count);
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      13,
      'each expression is in one cell of the matrix',
    );
    const right = found.confusions.filter(({ expected, answered }) => expected === answered);
    assert.equal(right.reduce((sum, { count }) => sum + count, 0) / 13, found.accuracy);
    const stray = found.misclassified.find(({ text }) => text === STRAY);
    assert.equal(stray?.expected, 'weather');
    assert.equal(stray.predicted, 'book_train');
    assert.equal(stray.uri, fileUri(join(folder.path, WEATHER)));
    assert.equal(stray.range.start.line, 9);
    assert.deepEqual(found.change, { sinceLast: null, live: null });
    const remembered = await client.ask(RememberedEvaluationRequest, { bot });
    assert.deepEqual(remembered?.languages, [found]);
    // What is remembered on disk is what a server that is started anew knows.
    await write(session, WEATHER, TRAINABLE.get(WEATHER) ?? '');
    const stale = await client.ask(RememberedEvaluationRequest, { bot });
    assert.deepEqual(
      stale?.languages.map(({ stale: isStale, input }) => [isStale, input]),
      [[true, found.input]],
    );
    assert.ok(!stale.languages[0]?.misclassified.some(({ text }) => text === STRAY), 'it has no place now');
  });

  it('is compared with the evaluation before and with LIVE', async () => {
    const session = await started(new Map());
    const first = await evaluated(session);
    await publish(session);
    await write(session, WEATHER, withStray());
    const second = await evaluated(session);
    assert.deepEqual(second.change, {
      sinceLast: second.score - first.score,
      live: second.score - first.score,
    });
    await write(session, WEATHER, TRAINABLE.get(WEATHER) ?? '');
    assert.deepEqual((await evaluated(session)).change, {
      sinceLast: first.score - second.score,
      live: 0,
    });
  });

  it('is not evaluated when it cannot be, was cancelled, or the workspace is not trusted', async () => {
    const { client, bot } = await started(new Map([[WEATHER, 'intent: weather\n']]));
    const refused = await client.ask(EvaluateRequest, { bot });
    assert.ok(refused.kind === 'refused' && refused.reasons[0]?.startsWith('en: A bot needs at least 2'));
    const other = await started(new Map());
    const source = new CancellationTokenSource();
    const asked = other.client.connection.sendRequest(
      EvaluateRequest.method,
      { bot: other.bot },
      source.token,
    );
    source.cancel();
    await assert.rejects(Promise.resolve(asked).then((outcome) => outcome && Promise.reject(outcome)));
    const untrusted = await started(new Map(), false);
    const reply = await untrusted.client.ask(EvaluateRequest, { bot: untrusted.bot });
    assert.equal(reply.kind, 'refused');
  });

  it('shows as findings once it was trained, and once it was evaluated', async () => {
    const test = 'test: rain\nsteps:\n  - user: umbrellas anyone\n    expect:\n      intent: weather\n';
    const session = await started(
      new Map([
        [WEATHER, withStray()],
        [TESTS, test],
      ]),
    );
    const { client, folder, bot } = session;
    const uri = fileUri(join(folder.path, WEATHER));
    const tests = fileUri(join(folder.path, TESTS));
    assert.ok(!client.codes(uri).includes('nlp/misunderstood'));
    assert.equal((await client.ask(TrainRequest, { bot })).kind, 'trained');
    await client.until(() => client.codes(uri).includes('nlp/misunderstood'));
    const isStray = ({ code, range }: { code?: unknown; range: { start: { line: number } } }): boolean =>
      code === 'nlp/misunderstood' && range.start.line === 9;
    await client.until(() => client.diagnostics(uri).some(isStray));
    await client.until(() => client.codes(tests).includes('nlp/sentence-not-understood'));
    await write(session, WEATHER, withStray().replace(STRAY, 'snow at the weekend'));
    await client.until(() => !client.diagnostics(uri).some(isStray));
  });

  it('shows what no test comes through where bot.yaml asks for it, until something changes', async () => {
    const settings = `${TRAINABLE.get('bot.yaml') ?? ''}  tests/uncovered: warning\n`;
    const test = 'test: rain\nsteps:\n  - user: will it rain tomorrow\n';
    const session = await started(
      new Map([
        ['bot.yaml', settings],
        [TESTS, test],
      ]),
    );
    const { client, folder, bot } = session;
    const uri = fileUri(join(folder.path, BOOKING));
    assert.equal((await client.ask(RunTestsRequest, { bot, run: 'r' })).kind, 'ran');
    await client.until(() => client.codes(uri).includes('tests/uncovered'));
    assert.ok(!client.codes(fileUri(join(folder.path, WEATHER))).includes('tests/uncovered'));
    await write(session, TESTS, `${test}  - user: is it sunny outside\n`);
    await client.until(() => !client.codes(uri).includes('tests/uncovered'));
  });

  it('of draft and LIVE is compared: what is understood otherwise comes first, with its place', async () => {
    const session = await started(new Map());
    const { client, bot } = session;
    const before = await client.ask(CompareNlpRequest, { bot });
    assert.ok(before.kind === 'refused' && /Publish it first/.test(before.reason));
    await publish(session);
    const same = await client.ask(CompareNlpRequest, { bot });
    assert.ok(same.kind === 'compared', JSON.stringify(same));
    assert.deepEqual([same.live, same.asked, same.rows], [1, 12, []]);
    const uri = await write(
      session,
      BOOKING,
      `${TRAINABLE.get(BOOKING) ?? ''}    hello to everyone in the room\n`,
    );
    const untrained = await client.ask(CompareNlpRequest, { bot, trains: false });
    assert.ok(untrained.kind === 'refused' && /is not trained\./.test(untrained.reason));
    const changed = await client.ask(CompareNlpRequest, {
      bot,
      messages: [{ text: 'hello to everyone in the room', language: 'en' }],
    });
    assert.ok(changed.kind === 'compared', JSON.stringify(changed));
    assert.equal(changed.asked, 14);
    const greeting = changed.rows.filter(({ text }) => text.startsWith('hello'));
    assert.deepEqual(
      greeting.map(({ source, kind, expected, place }) => [source, kind, expected, place?.uri]),
      [
        ['expression', 'now-above', 'book_train', uri],
        ['message', 'now-above', undefined, undefined],
      ],
    );
    const all = await client.ask(CompareNlpRequest, { bot, uri, all: true });
    assert.ok(all.kind === 'compared');
    assert.deepEqual([all.asked, all.rows.length], [7, 7]);
    assert.ok(all.rows.every(({ place }) => place?.uri === uri));
    await write(session, BOOKING, TRAINABLE.get(BOOKING)?.replace(/^ {4}.*\n/m, '') ?? '');
    const fewer = await client.ask(CompareNlpRequest, { bot, all: true });
    assert.ok(fewer.kind === 'compared');
    assert.equal(fewer.asked, 12, 'what only LIVE has is asked, too');
    assert.equal(fewer.rows.filter(({ place }) => !place).length, 1);
  });
});
