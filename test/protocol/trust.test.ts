import assert from 'node:assert/strict';
import {
  BotsRequest,
  InitializeRepositoryRequest,
  MakeLiveRequest,
  PlanRequest,
  PublishRequest,
  StateRequest,
  TrainRequest,
  TrustedNotification,
  UnderstandRequest,
  VersionsRequest,
  VirtualFileRequest,
} from '../../server/src/protocol';
import { useServer } from './fixture';
import { initializeRepository, TRAINABLE, withCanary } from './repository';

describe('a workspace that is not trusted', () => {
  const server = useServer();

  it('is checked, but no git runs and nothing is trained, whatever is asked; with trust git runs', async () => {
    const folder = server.folder(new Map([...TRAINABLE, ['trip.flow.yaml', 'flow: trip\ndialogs: {}\n']]));
    initializeRepository(folder);
    const canary = withCanary(folder);
    const client = await server.start({
      folders: [folder.path],
      env: canary.env,
      initializationOptions: { trusted: false, views: true },
    });
    await client.until(() => client.codes(folder.uri('trip.flow.yaml')).includes('flows/empty-flow'));
    const [bot] = await client.ask(BotsRequest, { environment: 'draft' });
    assert.ok(bot);
    assert.deepEqual(await client.ask(BotsRequest, { environment: 'live' }), []);
    const state = await client.ask(StateRequest, { bot: bot.root });
    assert.equal(state?.store.kind, 'untrusted');
    assert.deepEqual([state.full.possible, state.nlpOnly.possible], [false, false]);
    const kinds = await Promise.all([
      client.ask(TrainRequest, { bot: bot.root }),
      client.ask(UnderstandRequest, { bot: bot.root, environment: 'draft', text: 'hello' }),
      client.ask(PlanRequest, { bot: bot.root, release: 'full' }),
      client.ask(PublishRequest, {
        bot: bot.root,
        release: 'full',
        notes: 'n',
        liveCommit: null,
        contentHash: '',
      }),
      client.ask(VersionsRequest, { bot: bot.root }),
      client.ask(MakeLiveRequest, { bot: bot.root, version: 1 }),
      client.ask(InitializeRepositoryRequest, { bot: bot.root }),
    ]);
    for (const outcome of kinds) {
      assert.equal(outcome.kind, 'refused');
      assert.match(JSON.stringify(outcome), /trust/i, 'the reason is said');
    }
    assert.equal(await client.ask(VirtualFileRequest, { uri: 'botlive:/fixture/bot.yaml' }), null);
    assert.equal(canary.ran(), false, 'no git ran');

    const changed = new Promise<void>((resolve) =>
      client.connection.onNotification('botlane/changed', () => resolve()),
    );
    await client.notify(TrustedNotification.method, {});
    await changed;
    assert.equal((await client.ask(StateRequest, { bot: bot.root }))?.store.kind, 'ready');
    assert.equal(canary.ran(), true, 'the canary works');
  });

  it('is what a client gets that does not speak of trust', async () => {
    const folder = server.folder(TRAINABLE);
    initializeRepository(folder);
    const canary = withCanary(folder);
    const client = await server.start({ folders: [folder.path], env: canary.env, initializationOptions: {} });
    const [bot] = await client.ask(BotsRequest, { environment: 'draft' });
    assert.ok(bot);
    assert.equal((await client.ask(StateRequest, { bot: bot.root }))?.store.kind, 'untrusted');
    assert.equal(canary.ran(), false);
  });
});
