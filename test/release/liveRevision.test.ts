import assert from 'node:assert/strict';
import { liveRevision } from '../../server/src/release/liveRevision';
import { fileUri } from '../../server/src/text/uri';
import { TemporaryFolder } from '../support/folders';
import { BotRepository } from '../support/repository';

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
      await repository.published('full', 'two');
      assert.notEqual(await revision(), first);
      assert.ok(none !== undefined && first !== undefined);
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
