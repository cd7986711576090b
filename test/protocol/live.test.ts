import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeAction } from 'vscode-languageserver/node';
import {
  AbandonHotfixRequest,
  BotsRequest,
  DeploymentRequest,
  DeployRequest,
  ExamineRequest,
  FetchRequest,
  MendRequest,
  PlanRequest,
  PublishRequest,
  RemoteRequest,
  SetRemoteRequest,
  StartHotfixRequest,
  StateRequest,
  TakeRequest,
  TrainRequest,
} from '../../server/src/protocol';
import { pathOf } from '../../server/src/text/uri';
import type { LanguageClient } from '../support/languageClient';
import { BotRepository } from '../support/repository';
import { type DiskFolder, useServer } from './fixture';
import { git, initializeRepository, TRAINABLE } from './repository';

describe('LIVE over the protocol', () => {
  const server = useServer();
  let cache: string;
  let saved: string | undefined;
  beforeEach(() => {
    saved = process.env['XDG_CACHE_HOME'];
    cache = mkdtempSync(join(tmpdir(), 'botlane cache '));
    process.env['XDG_CACHE_HOME'] = cache;
  });
  afterEach(() => {
    if (saved === undefined) Reflect.deleteProperty(process.env, 'XDG_CACHE_HOME');
    else process.env['XDG_CACHE_HOME'] = saved;
    rmSync(cache, { recursive: true, force: true });
  });

  async function published(): Promise<{ client: LanguageClient; folder: DiskFolder; bot: string }> {
    const folder = server.folder(TRAINABLE);
    initializeRepository(folder);
    const client = await server.start({
      folders: [folder.path],
      initializationOptions: { trusted: true, views: true },
    });
    const [node] = await client.ask(BotsRequest, { environment: 'draft' });
    assert.ok(node);
    const bot = node.root;
    assert.equal((await client.ask(DeploymentRequest, { bot })).kind, 'none');
    assert.equal((await client.ask(TrainRequest, { bot })).kind, 'trained');
    const planned = await client.ask(PlanRequest, { bot, release: 'full' });
    assert.ok(planned.kind === 'planned');
    const { liveCommit, contentHash } = planned.plan;
    const done = await client.ask(PublishRequest, {
      bot,
      release: 'full',
      notes: 'n',
      liveCommit,
      contentHash,
    });
    assert.equal(done.kind, 'published');
    return { client, folder, bot };
  }

  it('is deployed, and mended by the doctor, on the client’s word', async () => {
    const { client, folder, bot } = await published();
    const changed = await client.ask(DeployRequest, {
      bot,
      change: { kind: 'visibility', visibility: 'public' },
    });
    assert.ok(changed.kind === 'deployed' && changed.deployment.visibility === 'public');
    const seen = await client.ask(DeploymentRequest, { bot });
    assert.deepEqual(seen, { kind: 'deployment', deployment: changed.deployment });
    const wrong = await client.ask(DeployRequest, { bot, change: { kind: 'unschedule', id: 4 } });
    assert.equal(wrong.kind, 'refused');

    git(folder.path, 'tag', '--delete', ...git(folder.path, 'tag', '--list').trim().split('\n'));
    const found = await client.ask(ExamineRequest, { bot });
    assert.ok(found.kind === 'examined');
    assert.deepEqual(
      found.ailments.map(({ id }) => id),
      ['tag-missing:v1'],
    );
    assert.equal((await client.ask(MendRequest, { bot, ailment: 'tag-missing:v1' })).kind, 'mended');
    assert.equal((await client.ask(MendRequest, { bot, ailment: 'tag-missing:v1' })).kind, 'refused');
  });

  it('is mended in a worktree, told to the draft, and taken into it', async () => {
    const { client, folder, bot } = await published();
    const started = await client.ask(StartHotfixRequest, { bot });
    assert.ok(started.kind === 'started', JSON.stringify(started));
    const hotfix = pathOf(started.hotfix.folder);
    appendFileSync(join(hotfix, 'trip.flow.yaml'), '# mended\n');
    assert.equal((await client.ask(AbandonHotfixRequest, { bot, discard: false })).kind, 'changed');
    assert.equal((await client.ask(AbandonHotfixRequest, { bot, discard: true })).kind, 'abandoned');
    const state = await client.ask(StateRequest, { bot });
    assert.deepEqual([state?.drift, state?.hotfixOf], [null, null]);
    const taken = await client.ask(TakeRequest, { bot });
    assert.deepEqual(taken, { kind: 'taken', version: 1, written: [], deleted: [], conflicts: [] });
    assert.doesNotMatch(readFileSync(join(folder.path, 'trip.flow.yaml'), 'utf8'), /mended/);
  });

  it('that somebody else changed is a problem of the draft until it is taken', async () => {
    const { client, folder, bot } = await published();
    git(folder.path, 'add', '--all');
    git(folder.path, 'commit', '--quiet', '--message', 'work');
    git(folder.path, 'worktree', 'add', '--quiet', '--detach', join(cache, 'other'));
    const other = BotRepository.at(join(cache, 'other'));
    other.write('trip.flow.yaml', other.read('trip.flow.yaml').toString().replace('about', 'all about'));
    await other.published('full');
    const settings = `${bot}/bot.yaml`;
    const isTold = (): boolean => client.codes(settings).includes('release/drift');
    await client.until(isTold);
    const drift = client.diagnostics(settings).find(({ code }) => code === 'release/drift');
    assert.ok(drift && typeof drift.message === 'string');
    assert.match(drift.message, /version 2 by A Tester.*Dialog trip\/start changed/);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: settings },
      range: drift.range,
      context: { diagnostics: [drift] },
    });
    assert.deepEqual(
      actions.map(({ title, command }) => [title, command?.command]),
      [['Take LIVE into the draft', 'botlane.takeIntoDraft']],
    );
    assert.equal((await client.ask(TakeRequest, { bot })).kind, 'taken');
    await client.changedOnDisk({ uri: `${bot}/trip.flow.yaml`, type: 2 });
    assert.equal((await client.ask(StateRequest, { bot }))?.drift, null);
    await client.until(() => !isTold());
  });

  it('goes to a remote when that is set, after the client said to send it', async () => {
    const { client, folder, bot } = await published();
    const remote = join(cache, 'remote.git');
    git(folder.path, 'init', '--quiet', '--bare', remote);
    git(folder.path, 'remote', 'add', 'origin', remote);
    assert.deepEqual(await client.ask(RemoteRequest, { bot }), {
      kind: 'remote',
      name: null,
      known: ['origin'],
    });
    assert.equal(
      (await client.ask(SetRemoteRequest, { bot, name: 'origin', send: false })).kind,
      'only-here',
    );
    const set = await client.ask(SetRemoteRequest, { bot, name: 'origin', send: true });
    assert.ok(set.kind === 'set' && set.sent.length === 1, JSON.stringify(set));
    assert.deepEqual(await client.ask(FetchRequest, { bot }), { kind: 'fetched' });
    assert.match(git(remote, 'for-each-ref', '--format=%(refname)'), /refs\/heads\/bots\/[^/]+\/live/);
  });
});
