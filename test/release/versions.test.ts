import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { BotRepository, flowFile, intentFile } from '../support/repository';

describe('Versions', function () {
  this.timeout(240_000);
  let repository: BotRepository;
  beforeEach(() => {
    repository = new BotRepository();
  });
  afterEach(() => {
    repository.assertSound();
    repository.remove();
  });

  async function threeVersions(): Promise<void> {
    await repository.published('full', 'One');
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    await repository.published('nlp', 'Two');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Third.'));
    await repository.published('full', 'Three\nlines');
  }

  it('are listed newest first, with kind, notes, author and LIVE', async () => {
    await threeVersions();
    const list = await repository.releases.versions(repository.bot());
    assert.ok(list.ok);
    assert.equal(list.value.live, 3);
    assert.deepEqual(
      list.value.versions.map(({ version, kind, notes, author, live, base }) => [
        version,
        kind,
        notes,
        author,
        live,
        base,
      ]),
      [
        [3, 'full', 'Three\nlines', 'Ada Lovelace', true, 2],
        [2, 'nlp', 'Two', 'Ada Lovelace', false, 1],
        [1, 'full', 'One', 'Ada Lovelace', false, null],
      ],
    );
    for (const { commit, tag, date } of list.value.versions) {
      assert.equal(repository.git('rev-parse', `${tag}^{commit}`), commit);
      assert.ok(!Number.isNaN(Date.parse(date)));
    }
  });

  it('says what each changed', async () => {
    await threeVersions();
    const second = await repository.releases.versionChanges(repository.bot(), 2);
    assert.ok(second.ok);
    assert.equal(second.value.previous, 1);
    assert.deepEqual(
      second.value.changes.map(({ part, change, symbol, name }) => [part, change, symbol, name]),
      [['nlp', 'changed', 'intent', 'refund']],
    );
    assert.equal(second.value.changes[0]?.edits.length, 10);
    const third = await repository.releases.versionChanges(repository.bot(), 3);
    assert.ok(third.ok);
    assert.deepEqual(
      third.value.changes.map(({ symbol, name }) => [symbol, name]),
      [['dialog', 'booking/start']],
    );
  });

  it('go live again with their files and models to the byte, their number, and the deployment state of now', async () => {
    await threeVersions();
    const before = repository.live();
    const result = await repository.releases.makeLive(repository.bot(), 1);
    assert.ok(result.outcome === 'live', JSON.stringify(result));
    assert.equal(repository.git('rev-parse', `${result.commit}^`), before, 'the log goes on');
    for (const path of ['definition', 'model', 'release.json', 'deployment.json']) {
      assert.equal(
        repository.git('rev-parse', `${result.commit}:${path}`),
        repository.git('rev-parse', `bots/choo-choo/v1:${path}`),
      );
    }
    assert.match(repository.git('log', '-1', '--format=%B', result.commit), /Bot-Action: switch/);
    const list = await repository.releases.versions(repository.bot());
    assert.ok(list.ok);
    assert.equal(list.value.live, 1);
    assert.equal(list.value.versions.length, 3);
    const again = await repository.releases.makeLive(repository.bot(), 1);
    assert.ok(again.outcome === 'live' && again.warnings.length === 1);
    assert.equal(again.commit, result.commit, 'nothing was written');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Fourth.'));
    assert.equal((await repository.published('full')).version, 4, 'numbers are never reused');
  });

  it('never open an internal bot when they go live again', async () => {
    await repository.published('full');
    setDeployment('public');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Second.'));
    await repository.published('full');
    assert.match(
      repository.git('show', 'bots/choo-choo/live:deployment.json'),
      /"public"/,
      'publishing keeps it',
    );
    setDeployment('internal');
    await repository.releases.makeLive(repository.bot(), 2);
    assert.match(repository.git('show', 'bots/choo-choo/live:deployment.json'), /"internal"/);
  });

  function setDeployment(visibility: string): void {
    const folder = repository.beside(`deploy ${visibility}`);
    repository.git('worktree', 'add', '--quiet', folder, 'bots/choo-choo/live');
    const live = BotRepository.at(folder);
    const text = live.read('deployment.json').toString();
    live.write('deployment.json', text.replace(/"visibility": "\w+"/, `"visibility": "${visibility}"`));
    live.git('commit', '--quiet', '--all', '--message', `Set visibility\n\nBot-Action: deploy`);
    repository.git('worktree', 'remove', '--force', folder);
  }

  it('are refused when their record, a file or a model does not match', async () => {
    await threeVersions();
    const blob = repository.git('rev-parse', 'bots/choo-choo/v1:model/en.bin');
    const file = join(repository.top, '.git/objects', blob.slice(0, 2), blob.slice(2));
    renameSync(file, repository.beside('taken'));
    const broken = await repository.releases.makeLive(repository.bot(), 1);
    assert.ok(
      broken.outcome === 'failed' && broken.problem.reason === 'object-missing',
      JSON.stringify(broken),
    );
    renameSync(repository.beside('taken'), file);

    const folder = repository.beside('forger');
    repository.git('worktree', 'add', '--quiet', '--detach', folder, 'bots/choo-choo/v1');
    const forger = BotRepository.at(folder);
    forger.write('definition/flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Forged.'));
    forger.git('commit', '--quiet', '--all', '--message', forger.git('log', '-1', '--format=%B'));
    repository.git('tag', 'bots/choo-choo/v5', forger.git('rev-parse', 'HEAD'));
    const forged = await repository.releases.makeLive(repository.bot(), 5);
    assert.ok(forged.outcome === 'failed', JSON.stringify(forged));
    const missing = await repository.releases.makeLive(repository.bot(), 9);
    assert.ok(missing.outcome === 'failed' && missing.problem.reason === 'version-missing');
    const list = await repository.releases.versions(repository.bot());
    assert.ok(list.ok && list.value.live === 3);
  });

  it('go live again though today’s rules find errors in them: that is a warning', async () => {
    await repository.published('full');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'no_such_intent'));
    const plan = await repository.plan('full');
    assert.ok(!plan.possible);
    await repository.releases.publish(repository.bot(), { ...plan, possible: true }, { notes: '' });
    await repository.releases.makeLive(repository.bot(), 1);
    const result = await repository.releases.makeLive(repository.bot(), 2);
    assert.ok(result.outcome === 'live', JSON.stringify(result));
    assert.match(result.warnings.join('\n'), /1 error/);
  });

  it('mend a live branch that someone changed by hand', async () => {
    await repository.published('full');
    const folder = repository.beside('hand');
    repository.git('worktree', 'add', '--quiet', folder, 'bots/choo-choo/live');
    const hand = BotRepository.at(folder);
    hand.write('definition/flows/booking.flow.yaml', flowFile('booking', 'book_train', 'By hand.'));
    hand.commit('by hand');
    repository.git('worktree', 'remove', '--force', folder);
    const unknown = await repository.releases.live(repository.bot());
    assert.ok(unknown.kind === 'unknown' && unknown.problem.reason === 'integrity', JSON.stringify(unknown));
    const mended = await repository.releases.makeLive(repository.bot(), 1);
    assert.ok(mended.outcome === 'live', JSON.stringify(mended));
    assert.equal((await repository.releases.live(repository.bot())).kind, 'known');
  });

  it('get their tags back when these are missing, the same to the byte', async () => {
    await threeVersions();
    const tags = repository.git('for-each-ref', 'refs/tags');
    repository.git('tag', '--delete', 'bots/choo-choo/v1', 'bots/choo-choo/v3');
    const list = await repository.releases.versions(repository.bot());
    assert.ok(list.ok);
    assert.equal(list.value.versions.length, 3);
    assert.equal(repository.git('for-each-ref', 'refs/tags'), tags);
  });

  it('keep their numbers when tags of elsewhere are higher', async () => {
    await repository.published('full');
    repository.git('tag', 'bots/choo-choo/v7', 'bots/choo-choo/live');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Second.'));
    assert.equal((await repository.published('full')).version, 8);
  });

  it('are still there when the live branch is not: LIVE is unknown then, never a first publish', async () => {
    await threeVersions();
    repository.git('update-ref', '-d', 'refs/heads/bots/choo-choo/live');
    const list = await repository.releases.versions(repository.bot());
    assert.ok(list.ok);
    assert.equal(list.value.versions.length, 3);
    assert.equal(list.value.live, null);
    assert.equal(list.value.liveProblem?.reason, 'live-unknown');
    const result = await repository.publish('full');
    assert.equal(result.outcome, 'blocked');
    const live = await repository.releases.liveState(repository.bot());
    assert.equal(live.kind, 'unknown');
  });

  it('read LIVE as a bot with addresses of its own', async () => {
    await repository.published('full');
    repository.delete('intents/refund.intent.yaml');
    const live = await repository.releases.liveState(repository.bot());
    assert.ok(live.kind === 'known');
    assert.equal(live.version, 1);
    assert.equal(live.bot.root, 'botlive:/choo-choo');
    const [intent] = live.bot.intent('refund');
    assert.equal(intent?.file.uri, 'botlive:/choo-choo/intents/refund.intent.yaml');
    const version = await repository.releases.versionBot(repository.bot(), 1);
    assert.ok(version.ok);
    assert.equal(
      version.value.intent('refund')[0]?.file.uri,
      'botversion:/choo-choo/v1/intents/refund.intent.yaml',
    );
  });
});
