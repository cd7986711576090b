import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  BotsRequest,
  RunTestsRequest,
  StateRequest,
  type TestProgress,
  TestProgressNotification,
} from '../../server/src/protocol';
import type { LanguageClient } from '../support/languageClient';
import { useServer } from './fixture';
import { initializeRepository, TRAINABLE } from './repository';

const TESTS = `test: twice
steps:
  - user: book me a train
  - bot: This is about book_train.
---
test: twice
steps:
  - user: will it rain tomorrow
    expect:
      dialog: trip/start
`;

describe('conversation tests over the protocol', () => {
  const server = useServer();

  async function started(trusted: boolean): Promise<{
    client: LanguageClient;
    bot: string;
    file: string;
    progress: TestProgress[];
  }> {
    const folder = server.folder(new Map([...TRAINABLE, ['all.bottest.yaml', TESTS]]));
    initializeRepository(folder);
    const client = await server.start({
      folders: [folder.path],
      initializationOptions: { trusted, views: true },
    });
    const [bot] = await client.ask(BotsRequest, { environment: 'draft' });
    assert.ok(bot);
    const progress: TestProgress[] = [];
    client.connection.onNotification(TestProgressNotification.method, (one: TestProgress) => {
      progress.push(one);
    });
    return { client, bot: bot.root, file: bot.tests[0]?.uri ?? '', progress };
  }

  it('are trained for, run one by one, and tell where they fail and what they came through', async () => {
    const { client, bot, file, progress } = await started(true);
    const outcome = await client.ask(RunTestsRequest, { bot, run: 'r1' });
    assert.ok(outcome.kind === 'ran', JSON.stringify(outcome));
    assert.deepEqual([outcome.passed, outcome.failed], [1, 1]);
    assert.ok(progress.every(({ run }) => run === 'r1'));
    const training = progress.flatMap((one) => (one.kind === 'training' ? [one.percentage] : []));
    assert.ok(training.length > 0);
    assert.deepEqual(
      training,
      [...new Set(training)].sort((a, b) => a - b),
      'each percentage once',
    );
    const told = progress.filter((one) => one.kind !== 'training');
    assert.deepEqual(
      told.map(({ kind, test }) => [kind, test]),
      [0, 1].flatMap((nth) =>
        ['started', 'finished'].map((kind) => [kind, { uri: file, name: 'twice', nth }]),
      ),
    );
    const last = told.at(-1);
    assert.ok(last?.kind === 'finished');
    assert.deepEqual(last.failures, [
      {
        uri: file,
        range: { start: { line: 9, character: 14 }, end: { line: 9, character: 24 } },
        message: 'The conversation stands in another dialog.',
        expected: 'trip/start',
        actual: 'sky/start',
      },
    ]);
    assert.deepEqual(last.conversation, ['› will it rain tomorrow', '‹ This is about weather.']);
    const reached = outcome.coverage.flatMap(({ definitions }) =>
      definitions.flatMap(({ name, tests }) => (tests > 0 ? [`${name} ${tests}`] : [])),
    );
    assert.deepEqual(reached.sort(), ['book_train 1', 'sky/start 1', 'trip/start 1', 'weather 1']);
    assert.equal(outcome.complete, true);
    progress.length = 0;
    await client.ask(RunTestsRequest, { bot, run: 'again' });
    assert.ok(progress.length > 0 && progress.every(({ kind }) => kind !== 'training'), 'it is trained now');
  });

  it('can be run alone, and a test that is gone is left out', async () => {
    const { client, bot, file } = await started(true);
    const tests = [
      { uri: file, name: 'twice', nth: 1 },
      { uri: file, name: 'gone', nth: 0 },
    ];
    const outcome = await client.ask(RunTestsRequest, { bot, run: 'r2', tests });
    assert.ok(outcome.kind === 'ran');
    assert.deepEqual([outcome.passed, outcome.failed], [0, 1]);
    assert.equal(outcome.complete, false, 'nothing is known of what the other test reaches');
  });

  it('tell of which draft they are: its number stays until something in the bot changes', async () => {
    const { client, bot, file } = await started(true);
    const first = await client.ask(RunTestsRequest, { bot, run: 'r5' });
    assert.ok(first.kind === 'ran');
    const before = await client.ask(StateRequest, { bot });
    assert.equal(before?.revision, first.revision);
    await client.open(file, TESTS);
    assert.equal((await client.ask(StateRequest, { bot }))?.revision, first.revision, 'a look is no change');
    await client.edit(file, TESTS, 'will it rain', 'will it snow');
    const after = await client.ask(StateRequest, { bot });
    assert.ok(after && after.revision > first.revision);
  });

  it('stop when they are cancelled', async () => {
    const { client, bot } = await started(true);
    const cancel = new CancellationTokenSource();
    client.connection.onNotification(TestProgressNotification.method, () => cancel.cancel());
    const outcome = await client.connection.sendRequest<{ kind: string }>(
      RunTestsRequest.method,
      { bot, run: 'r3' },
      cancel.token,
    );
    assert.equal(outcome.kind, 'cancelled');
  });

  it('are refused in a workspace that is not trusted', async () => {
    const { client, bot } = await started(false);
    const outcome = await client.ask(RunTestsRequest, { bot, run: 'r4' });
    assert.equal(outcome.kind, 'refused');
  });
});
