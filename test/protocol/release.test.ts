import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import {
  CancellationTokenSource,
  type Location,
  type WorkDoneProgressReport,
} from 'vscode-languageserver/node';
import {
  BotsRequest,
  DefinitionsRequest,
  CompareRequest,
  DraftChangesRequest,
  ExportVersionRequest,
  FlowChoicesRequest,
  LiveAtRequest,
  LivePreviewRequest,
  MakeLiveRequest,
  PlanRequest,
  type PlanView,
  PublishRequest,
  RestoreRequest,
  StateRequest,
  TrainRequest,
  UnderstandRequest,
  VersionChangesRequest,
  VersionsRequest,
  VirtualFileRequest,
} from '../../server/src/protocol';
import { LanguageClient } from '../support/languageClient';
import { type DiskFolder, useServer } from './fixture';
import { git, initializeRepository, TRAINABLE } from './repository';

describe('releases over the protocol', () => {
  const server = useServer();

  async function started(): Promise<{ client: LanguageClient; folder: DiskFolder; bot: string }> {
    const folder = server.folder(TRAINABLE);
    initializeRepository(folder);
    const client = await server.start({
      folders: [folder.path],
      initializationOptions: { trusted: true, views: true },
    });
    const [bot] = await client.ask(BotsRequest, { environment: 'draft' });
    assert.ok(bot);
    return { client, folder, bot: bot.root };
  }

  async function planned(client: LanguageClient, bot: string, release: 'full' | 'nlp'): Promise<PlanView> {
    const outcome = await client.ask(PlanRequest, { bot, release });
    assert.ok(outcome.kind === 'planned', JSON.stringify(outcome));
    return outcome.plan;
  }

  async function published(client: LanguageClient, bot: string): Promise<number> {
    assert.equal((await client.ask(TrainRequest, { bot })).kind, 'trained');
    const { liveCommit, contentHash, notes } = await planned(client, bot, 'full');
    const outcome = await client.ask(PublishRequest, {
      bot,
      release: 'full',
      notes,
      liveCommit,
      contentHash,
    });
    assert.ok(outcome.kind === 'published', JSON.stringify(outcome));
    return outcome.version;
  }

  it('train with progress, then understand', async () => {
    const { client, bot } = await started();
    const steps: unknown[] = [];
    client.connection.onNotification('$/progress', ({ value }: { value: WorkDoneProgressReport }) => {
      steps.push(value.kind);
    });
    assert.equal((await client.ask(StateRequest, { bot }))?.nlp.state, 'never');
    const untrained = await client.ask(UnderstandRequest, {
      bot,
      environment: 'draft',
      text: 'book a train',
    });
    assert.equal(untrained.kind, 'refused');
    const outcome = await client.ask(TrainRequest, { bot, workDoneToken: 'training' });
    assert.ok(outcome.kind === 'trained', JSON.stringify(outcome));
    assert.deepEqual(
      outcome.models.map(({ language, reused }) => [language, reused]),
      [['en', false]],
    );
    assert.deepEqual([steps[0], steps.at(-1)], ['begin', 'end']);
    const answer = await client.ask(UnderstandRequest, {
      bot,
      environment: 'draft',
      text: 'book me a train',
    });
    assert.ok(answer.kind === 'understood');
    assert.equal(answer.result.intents[0]?.name, 'book_train');
    assert.equal(answer.result.understood, true);
    assert.equal(answer.result.dialog?.name, 'trip/start');
    assert.ok(answer.result.features.length > 0);
    assert.equal((await client.ask(StateRequest, { bot }))?.nlp.state, 'trained');
  });

  it('stop training when the request is cancelled', async () => {
    const { client, bot } = await started();
    const source = new CancellationTokenSource();
    const outcome = client.connection.sendRequest(TrainRequest.method, { bot }, source.token);
    source.cancel();
    const ended = await outcome.then(
      (result) => (result as { kind: string }).kind,
      (error: { code: number }) => error.code,
    );
    assert.ok(ended === 'cancelled' || ended === -32800, String(ended));
    assert.equal((await client.ask(StateRequest, { bot }))?.nlp.state, 'never');
  });

  it('publish exactly the plan that was shown', async () => {
    const { client, folder, bot } = await started();
    assert.equal((await client.ask(TrainRequest, { bot })).kind, 'trained');
    const plan = await planned(client, bot, 'full');
    assert.equal(plan.possible, true, JSON.stringify(plan.gates));
    const nlp = await planned(client, bot, 'nlp');
    assert.equal(nlp.gates.find(({ id }) => id === 'first-publish')?.outcome, 'block');
    const params = { bot, release: 'full', notes: 'first', liveCommit: null } as const;
    const other = await client.ask(PublishRequest, { ...params, contentHash: 'f'.repeat(64) });
    assert.equal(other.kind, 'outdated');
    assert.equal(git(folder.path, 'for-each-ref'), '', 'nothing was written');
    const outcome = await client.ask(PublishRequest, { ...params, contentHash: plan.contentHash });
    assert.ok(outcome.kind === 'published', JSON.stringify(outcome));
    assert.equal(git(folder.path, 'rev-parse', 'bots/fixture/live'), outcome.commit);
    const again = await client.ask(PublishRequest, { ...params, contentHash: plan.contentHash });
    assert.equal(again.kind, 'outdated', 'LIVE moved since');
  });

  it('list versions, tell what they changed, and make one live again', async () => {
    const { client, folder, bot } = await started();
    assert.equal(await published(client, bot), 1);
    const more = `${TRAINABLE.get('weather.intent.yaml') ?? ''}    are there clouds\n`;
    await client.changedOnDisk({ uri: folder.write('weather.intent.yaml', more), type: 2 });
    const changes = await client.ask(DraftChangesRequest, { bot });
    assert.deepEqual(
      changes.map(({ symbol, name, change }) => [symbol, name, change]),
      [['intent', 'weather', 'changed']],
    );
    const intents = await client.ask(DefinitionsRequest, { bot, environment: 'draft', group: 'intents' });
    assert.deepEqual(
      intents.nodes.map((node) => [node.name, node.badge, node.kind === 'intent' && node.expressions]),
      [
        ['book_train', 'same', 6],
        ['weather', 'changed', 7],
      ],
    );
    assert.equal(await published(client, bot), 2);
    const list = await client.ask(VersionsRequest, { bot });
    assert.ok(list.kind === 'versions');
    assert.deepEqual(
      list.versions.map(({ version, live }) => [version, live]),
      [
        [2, true],
        [1, false],
      ],
    );
    const second = await client.ask(VersionChangesRequest, { bot, version: 2 });
    assert.deepEqual([second?.previous, second?.changes.length], [1, 1]);
    const uri = 'botversion:/fixture/v1/weather.intent.yaml';
    assert.deepEqual(await client.ask(VirtualFileRequest, { uri }), {
      text: TRAINABLE.get('weather.intent.yaml'),
      version: 1,
    });
    const back = await client.ask(MakeLiveRequest, { bot, version: 1 });
    assert.ok(back.kind === 'live', JSON.stringify(back));
    assert.deepEqual((await client.ask(StateRequest, { bot }))?.live, {
      kind: 'known',
      version: 1,
      commit: back.commit,
    });
  });

  it('compare, publish chosen flows, look back and restore', async () => {
    const { client, folder, bot } = await started();
    await published(client, bot);
    const trip = TRAINABLE.get('trip.flow.yaml') ?? '';
    await client.changedOnDisk({ uri: folder.write('trip.flow.yaml', `${trip}title: Trips\n`), type: 2 });
    const sides = { before: { kind: 'live' }, after: { kind: 'draft' } } as const;
    const compared = await client.ask(CompareRequest, { bot, ...sides });
    assert.ok(compared.kind === 'compared', JSON.stringify(compared));
    assert.deepEqual(
      [compared.before, compared.after, compared.changes.map(({ title, edits }) => [title, edits])],
      [
        'LIVE (version 1)',
        'DRAFT',
        [['Flow trip changed', [{ change: 'added', text: '+ other settings title: Trips' }]]],
      ],
    );
    const choices = await client.ask(FlowChoicesRequest, { bot });
    assert.ok(choices.kind === 'choices');
    assert.deepEqual(
      choices.choices.map(({ flows }) => flows),
      [['trip']],
    );
    const outcome = await client.ask(PlanRequest, { bot, release: 'flows', flows: ['trip'] });
    assert.ok(outcome.kind === 'planned');
    const { liveCommit, contentHash, flows } = outcome.plan;
    const params = { bot, release: 'flows', notes: 'Trips', liveCommit, contentHash } as const;
    assert.equal((await client.ask(PublishRequest, params)).kind, 'outdated', 'other flows, another plan');
    const done = await client.ask(PublishRequest, { ...params, flows });
    assert.ok(done.kind === 'published', JSON.stringify(done));

    const found = await client.ask(VersionsRequest, { bot, search: 'trips' });
    assert.ok(found.kind === 'versions');
    assert.deepEqual(
      found.versions.map(({ version, kind }) => [version, kind]),
      [[2, 'flows']],
    );
    const preview = await client.ask(LivePreviewRequest, { bot, version: 1 });
    assert.ok(preview.kind === 'preview');
    assert.deepEqual(
      preview.preview.changes?.map(({ title }) => title),
      ['Flow trip changed'],
    );
    const zone = 'Europe/Brussels';
    const early = await client.ask(LiveAtRequest, { bot, at: '2001-01-01T12:00', zone });
    assert.ok(early.kind === 'found' && early.version === null);
    const now = await client.ask(LiveAtRequest, { bot, at: '2999-01-01T12:00', zone, locale: 'en-GB' });
    assert.ok(now.kind === 'found', JSON.stringify(now));
    assert.match(
      now.sentence,
      /^Version \d+, since \d+ \w+ \d{4}, \d\d:\d\d:\d\d CES?T \(Europe\/Brussels\)/,
    );
    assert.equal((await client.ask(LiveAtRequest, { bot, at: 'once', zone })).kind, 'refused');
    const zip = await client.ask(ExportVersionRequest, { bot, version: 1 });
    assert.ok(zip.kind === 'zip' && zip.name === 'fixture-v1.zip');
    assert.ok('definition/trip.flow.yaml' in unzipSync(Buffer.from(zip.content, 'base64')));

    const place = join(folder.path, 'trip.flow.yaml');
    const restored = await client.ask(RestoreRequest, { bot, version: 1 });
    assert.deepEqual(restored, { kind: 'restored', written: 1, removed: 0, canUndo: true });
    assert.equal(readFileSync(place, 'utf8'), trip);
    folder.write('trip.flow.yaml', `${trip}title: Work\n`);
    assert.deepEqual(await client.ask(RestoreRequest, { bot, version: 2 }), {
      kind: 'unsaved-work',
      files: ['trip.flow.yaml'],
    });
    assert.equal((await client.ask(RestoreRequest, { bot, version: 2, force: true })).kind, 'restored');
    assert.equal((await client.ask(RestoreRequest, { bot, version: null })).kind, 'restored');
    assert.match(readFileSync(place, 'utf8'), /title: Work/);
    assert.equal((await client.ask(RestoreRequest, { bot, version: 9 })).kind, 'refused');
  });

  it('show LIVE with its features, read-only, and untouched by the draft', async () => {
    const { client, folder, bot } = await started();
    await published(client, bot);
    const [live] = await client.ask(BotsRequest, { environment: 'live' });
    assert.equal(live?.root, bot);
    assert.equal(live.uri, 'botlive:/fixture/bot.yaml');
    const uri = 'botlive:/fixture/trip.flow.yaml';
    const file = await client.ask(VirtualFileRequest, { uri });
    assert.ok(file);
    assert.equal(file.text, TRAINABLE.get('trip.flow.yaml'));
    await client.open(uri, file.text);
    await client.changedOnDisk({ uri: folder.remove('book_train.intent.yaml'), type: 3 });
    const draft = folder.uri('trip.flow.yaml');
    await client.until(() => client.codes(draft).includes('references/removed-intent'));

    const place = LanguageClient.at(uri, file.text, 'intent: book|_train');
    const hover = JSON.stringify(await client.request('textDocument/hover', place));
    assert.match(hover, /en: 6 expressions|en\\\\: 6 expressions/);
    const found = await client.request<Location[]>('textDocument/references', {
      ...place,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(found.map((one) => one.uri).sort(), ['botlive:/fixture/book_train.intent.yaml', uri]);
    assert.ok(await client.request('textDocument/definition', place));
    assert.ok(await client.request('textDocument/documentSymbol', { textDocument: { uri } }));
    assert.deepEqual(client.codes(uri), [], 'LIVE itself is sound');
    await assert.rejects(
      client.request('textDocument/rename', { ...place, newName: 'other' }),
      /This is LIVE/,
    );
    assert.equal(await client.request('textDocument/completion', place), null);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    assert.deepEqual(
      await client.request('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [] },
      }),
      [],
    );
  });

  it('notice that somebody else moved LIVE', async () => {
    const { client, folder, bot } = await started();
    await published(client, bot);
    const flow = folder.uri('trip.flow.yaml');
    await client.changedOnDisk({ uri: folder.remove('book_train.intent.yaml'), type: 3 });
    await client.until(() => client.codes(flow).includes('references/removed-intent'));
    git(folder.path, 'update-ref', '-d', 'refs/heads/bots/fixture/live');
    await client.until(() => client.codes(flow).includes('references/unknown-intent'));
  });
});
