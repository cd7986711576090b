import assert from 'node:assert/strict';
import { liveRevision } from '../../server/src/release/liveRevision';
import { fileUri } from '../../server/src/text/uri';
import { TemporaryFolder } from '../support/folders';
import { BotRepository } from '../support/repository';
import { changeFlow, publishElsewhere } from './gateCases';

describe('the revision of LIVE', () => {
  it('is another one after each publish, and the same as long as nothing is published', async () => {
    const repository = new BotRepository();
    try {
      const revision = () => liveRevision([repository.bot()]);
      const none = await revision();
      repository.commit();
      assert.equal(await revision(), none, 'a commit is no release');
      await repository.published('full', 'one');
      const first = await revision();
      assert.notEqual(first, none);
      assert.equal(await revision(), first);
      repository.write('notes.txt', 'more');
      repository.commit();
      assert.equal(await revision(), first, 'what was published here descends from itself');
      await repository.published('full', 'two');
      assert.notEqual(await revision(), first);
      assert.ok(none !== undefined && first !== undefined);
    } finally {
      repository.remove();
    }
  });

  it('is another one when the draft comes to descend from what others published', async () => {
    const repository = new BotRepository();
    try {
      await repository.published('full', 'one');
      await publishElsewhere(repository, changeFlow);
      const before = await liveRevision([repository.bot()]);
      const lacking = await repository.releases.liveState(repository.bot());
      assert.ok(lacking.kind === 'known');
      assert.deepEqual(lacking.drift, { by: 'Ada Lovelace', changes: ['Dialog booking/start changed'] });
      const taken = await repository.releases.take(repository.bot());
      assert.ok(taken.ok, JSON.stringify(taken));
      assert.notEqual(await liveRevision([repository.bot()]), before);
      const after = await repository.releases.liveState(repository.bot());
      assert.ok(after.kind === 'known' && after.drift === undefined);
    } finally {
      repository.remove();
    }
  }).timeout(60_000);

  it('is another one when the draft has another model, of which nothing may have been measured', async () => {
    const repository = new BotRepository();
    try {
      const before = await liveRevision([repository.bot()]);
      await repository.train();
      assert.notEqual(await liveRevision([repository.bot()]), before);
    } finally {
      repository.remove();
    }
  });

  it('is always the same outside of a repository', async () => {
    const folder = new TemporaryFolder();
    try {
      const bots = [{ root: fileUri(folder.path), id: 'one' }];
      const outside = await liveRevision(bots);
      assert.ok(outside !== undefined);
      assert.equal(await liveRevision(bots), outside);
    } finally {
      folder.remove();
    }
  });
});
