import assert from 'node:assert/strict';
import { botlane } from '../support/cli';
import { BotRepository } from '../support/repository';

describe('botlane doctor', function () {
  this.timeout(120_000);
  let repository: BotRepository;

  beforeEach(() => {
    repository = new BotRepository();
  });
  afterEach(() => repository.remove());

  it('says what is wrong, and mends only what it is told to', async () => {
    const run = (...words: string[]) => botlane(repository.top, 'doctor', ...words);
    await repository.published('full');
    assert.match((await run()).stdout, /Nothing is wrong/);
    const tags = repository.git('tag', '--list');
    repository.git('tag', '--delete', 'bots/choo-choo/v1');
    const wrong = await run();
    assert.equal(wrong.code, 1);
    assert.match(wrong.stdout, /Version 1 has no tag.*\[tag-missing:v1\]\n.*\n {2}--fix would: Make the tag/);
    assert.equal(repository.git('tag', '--list'), '');
    assert.equal((await run('--fix', 'live')).code, 1);
    assert.equal(repository.git('tag', '--list'), '');
    const mended = await run('--fix', '--format', 'json');
    assert.equal(mended.code, 0, mended.stderr);
    assert.deepEqual((JSON.parse(mended.stdout) as { mended: string[] }).mended, ['tag-missing:v1']);
    assert.equal(repository.git('tag', '--list'), tags);
  });
});
