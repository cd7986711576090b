import assert from 'node:assert/strict';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReleases } from '../../server/src/release/service';
import { BotRepository, flowFile, intentFile, smallBot } from '../support/repository';

describe('Repositories of every kind', function () {
  this.timeout(240_000);
  let repository: BotRepository;
  afterEach(() => repository.remove());

  /** Full, NLP only, and back again. */
  async function lane(): Promise<void> {
    assert.equal((await repository.published('full')).version, 1);
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    assert.equal((await repository.published('nlp')).version, 2);
    const back = await repository.releases.makeLive(repository.bot(), 1);
    assert.equal(back.outcome, 'live', JSON.stringify(back));
    repository.assertSound();
  }

  it('with SHA-256 objects', async () => {
    repository = new BotRepository({ format: 'sha256' });
    await lane();
    assert.equal(repository.live().length, 64);
  });

  it('with the bot in a folder, committed, beside another bot and with one below it', async () => {
    repository = new BotRepository({ folder: 'bots of ours/ü #1' });
    for (const [path, text] of smallBot('other')) repository.write(`below/${path}`, text);
    const head = repository.commit();
    const project = repository.project();
    assert.equal(project.bots.length, 2);
    await lane();
    const record = repository.record('bots/choo-choo/v1');
    assert.equal(record.source, head);
    assert.ok(!repository.git('ls-tree', '-r', '--name-only', 'bots/choo-choo/v1').includes('below'));
  });

  it('with line endings that git converts: the source commit is still known', async () => {
    repository = new BotRepository();
    repository.write('.gitattributes', '* text eol=crlf\n');
    const text = repository.read('flows/booking.flow.yaml').toString();
    repository.write('flows/booking.flow.yaml', text.replaceAll('\n', '\r\n'));
    const head = repository.commit();
    await repository.published('full');
    assert.equal(repository.record('bots/choo-choo/v1').source, head);
  });

  it('as a worktree: versions and models are shared, what the draft descends from is not', async () => {
    repository = new BotRepository();
    repository.commit();
    await repository.published('full');
    repository.git('worktree', 'add', '--quiet', '-b', 'side', repository.beside('side'));
    const side = BotRepository.at(repository.beside('side'));
    side.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Side.'));
    const plan = await side.plan('full');
    assert.ok(plan.possible, 'the model of the other worktree is found');
    assert.equal((await side.published('full')).version, 2);
    const list = await repository.releases.versions(repository.bot());
    assert.ok(list.ok && list.value.live === 2);
    side.assertSound();
  });

  it('under a GIT_DIR, GIT_INDEX_FILE and GIT_WORK_TREE of somebody else', async () => {
    repository = new BotRepository();
    const names = [
      'GIT_DIR',
      'GIT_INDEX_FILE',
      'GIT_WORK_TREE',
      'GIT_OBJECT_DIRECTORY',
      'GIT_NAMESPACE',
      'GIT_CONFIG_PARAMETERS',
    ];
    const other = repository.beside('nowhere');
    await repository.train();
    for (const name of names)
      process.env[name] = name === 'GIT_CONFIG_PARAMETERS' ? "'alias.x'='!false'" : other;
    let result;
    try {
      result = await createReleases({ trusted: true }).publish(
        repository.bot(),
        await repository.plan('full'),
        { notes: '' },
      );
    } finally {
      for (const name of names) Reflect.deleteProperty(process.env, name);
    }
    assert.equal(result.outcome, 'published', JSON.stringify(result));
    assert.ok(!existsSync(other));
    assert.equal(repository.git('tag', '--list'), 'bots/choo-choo/v1');
  });

  it('whose configuration and hooks would run programs: none is run', async () => {
    repository = new BotRepository();
    repository.commit();
    const canary = repository.beside('canary');
    const script = repository.beside('bite');
    writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> "${canary}"\nexit 0\n`);
    chmodSync(script, 0o755);
    for (const [key, value] of [
      ['core.fsmonitor', script],
      ['core.sshCommand', script],
      ['core.pager', script],
      ['core.editor', script],
      ['gpg.program', script],
      ['commit.gpgsign', 'true'],
      ['tag.gpgsign', 'true'],
      ['filter.bite.clean', script],
      ['filter.bite.smudge', script],
      ['diff.external', script],
      ['credential.helper', script],
      ['remote.origin.url', 'ssh://example.invalid/x'],
      ['remote.origin.uploadpack', script],
    ] as const) {
      repository.git('config', key, value);
    }
    mkdirSync(join(repository.top, '.git/hooks'), { recursive: true });
    for (const hook of [
      'reference-transaction',
      'post-commit',
      'pre-commit',
      'post-index-change',
      'pre-auto-gc',
      'post-checkout',
    ]) {
      writeFileSync(join(repository.top, '.git/hooks', hook), `#!/bin/sh\necho hook >> "${canary}"\n`);
      chmodSync(join(repository.top, '.git/hooks', hook), 0o755);
    }
    repository.write('.gitattributes', '* filter=bite diff=bite\n');
    assert.equal((await repository.published('full')).version, 1);
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    assert.equal((await repository.published('nlp')).version, 2);
    assert.equal((await repository.releases.makeLive(repository.bot(), 1)).outcome, 'live');
    await repository.releases.state(repository.bot(), repository.project());
    assert.ok(!existsSync(canary), 'nothing was run');
    repository.git('status');
    assert.ok(existsSync(canary), 'the canary can sing');
  });

  it('that refuse: the live branch is checked out, a branch is in the way', async () => {
    repository = new BotRepository();
    await repository.published('full');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Second.'));
    repository.git('worktree', 'add', '--quiet', repository.beside('live'), 'bots/choo-choo/live');
    const checkedOut = await repository.publish('full');
    assert.ok(
      checkedOut.outcome === 'failed' && checkedOut.problem.reason === 'live-checked-out',
      JSON.stringify(checkedOut),
    );
    repository.remove();
    for (const branch of ['bots', 'bots/choo-choo']) {
      repository = new BotRepository();
      repository.commit();
      repository.git('branch', branch);
      const blocked = await repository.publish('full');
      assert.ok(
        blocked.outcome === 'failed' && blocked.problem.reason === 'namespace-blocked',
        JSON.stringify(blocked),
      );
      assert.match(blocked.problem.message, new RegExp(`refs/heads/${branch}`));
    }
  });

  it('in which nobody is known', async () => {
    repository = new BotRepository();
    repository.git('config', '--unset', 'user.name');
    repository.git('config', '--unset', 'user.email');
    repository.git('config', 'user.useConfigOnly', 'true');
    await repository.train();
    const saved = process.env['GIT_CONFIG_GLOBAL'];
    process.env['GIT_CONFIG_GLOBAL'] = repository.beside('none');
    let result;
    try {
      result = await repository.publish('full');
    } finally {
      if (saved === undefined) Reflect.deleteProperty(process.env, 'GIT_CONFIG_GLOBAL');
      else process.env['GIT_CONFIG_GLOBAL'] = saved;
    }
    assert.ok(result.outcome === 'failed' && result.problem.reason === 'no-identity', JSON.stringify(result));
  });

  it('that belong to someone else', async function () {
    if (process.getuid?.() !== 0) this.skip();
    repository = new BotRepository();
    for (const path of ['', '.git']) chownSync(join(repository.top, path), 12_345, 12_345);
    const state = await repository.releases.state(repository.bot(), repository.project());
    assert.equal(state.problem?.reason, 'dubious-ownership');
    assert.equal(state.live.kind, 'unknown');
  });

  it('that are none: LIVE is none, training works, publishing says what to do, git init is a call of its own', async () => {
    repository = new BotRepository({ bare: true });
    const cache = repository.beside('cache');
    const saved = process.env['XDG_CACHE_HOME'];
    process.env['XDG_CACHE_HOME'] = cache;
    try {
      assert.equal((await repository.releases.liveState(repository.bot())).kind, 'none');
      await repository.train();
      assert.deepEqual(readdirSync(join(cache, 'botlane')).sort(), ['models', 'trained']);
      const state = await repository.releases.state(repository.bot(), repository.project());
      assert.equal(state.problem?.reason, 'not-a-repository');
      assert.equal(state.training.state, 'trained');
      assert.ok(!state.full.possible);
      assert.ok(!existsSync(join(repository.top, '.git')));
      const made = await repository.releases.initializeRepository(repository.top);
      assert.ok(made.ok);
      repository.git('config', 'user.name', 'Ada Lovelace');
      repository.git('config', 'user.email', 'ada@example.org');
      assert.equal((await repository.published('full')).version, 1);
    } finally {
      if (saved === undefined) Reflect.deleteProperty(process.env, 'XDG_CACHE_HOME');
      else process.env['XDG_CACHE_HOME'] = saved;
    }
  });

  it('without git on the PATH', async () => {
    repository = new BotRepository();
    const path = process.env['PATH'];
    process.env['PATH'] = repository.beside('empty');
    let state;
    try {
      state = await repository.releases.state(repository.bot(), repository.project());
    } finally {
      process.env['PATH'] = path;
    }
    assert.equal(state.problem?.reason, 'git-missing');
  });

  it('in a clone that has fetched LIVE, and in one that has not', async () => {
    repository = new BotRepository();
    repository.commit();
    await repository.published('full');
    repository.git('clone', '--quiet', repository.top, repository.beside('clone'));
    const clone = BotRepository.at(repository.beside('clone'));
    const unset = await clone.releases.liveState(clone.bot());
    assert.equal(unset.kind, 'unknown', 'never a first publish');
    clone.git('config', 'botlane.remote', 'origin');
    const fetched = await clone.releases.liveState(clone.bot());
    assert.ok(fetched.kind === 'known' && fetched.version === 1);
    clone.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Cloned.'));
    clone.git('config', 'user.name', 'Grace Hopper');
    clone.git('config', 'user.email', 'grace@example.org');
    assert.equal((await clone.published('full')).version, 2, 'published through the remote');
    assert.equal(repository.live(), clone.git('rev-parse', 'refs/remotes/origin/bots/choo-choo/live'));
    clone.git('update-ref', '-d', 'refs/remotes/origin/bots/choo-choo/live');
    assert.equal((await clone.releases.liveState(clone.bot())).kind, 'unknown');
    const state = await clone.releases.state(clone.bot(), clone.project());
    assert.ok(!state.full.possible);
    assert.deepEqual(state.changes, [], 'nothing can be said to change');
    assert.ok((await clone.plan('full')).live.kind === 'known', 'a plan is made on what the remote has');
  });

  it('whose live branch is damaged: LIVE is unknown, never none', async () => {
    repository = new BotRepository();
    await repository.published('full');
    writeFileSync(join(repository.top, '.git/refs/heads/bots/choo-choo/live'), '');
    assert.equal((await repository.releases.liveState(repository.bot())).kind, 'unknown');
  });
});
