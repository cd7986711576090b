import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { trainModel } from '../../server/src/nlp/trainModel';
import { BotRepository, intentFile } from '../support/repository';

describe('Models', function () {
  this.timeout(240_000);
  let repository: BotRepository;
  beforeEach(() => {
    repository = new BotRepository();
  });
  afterEach(() => repository.remove());

  async function trained() {
    const result = await repository.releases.train(repository.bot(), trainModel);
    assert.ok(result.ok && result.value.outcome === 'trained', JSON.stringify(result));
    const [model] = result.value.models;
    assert.ok(model);
    return model;
  }

  async function training() {
    return (await repository.releases.state(repository.bot(), repository.project())).training;
  }

  it('are kept by the hash of their input and not trained twice', async () => {
    const first = await trained();
    assert.equal(first.reused, false);
    assert.equal(dirname(first.path), join(repository.top, '.git/botlane/models', first.input));
    assert.deepEqual(
      readdirSync(dirname(first.path)),
      [`${first.artifact}.model`],
      'nothing half-written is left',
    );
    const second = await trained();
    assert.deepEqual(second, { ...first, reused: true });
  });

  it('of a language in which nothing changed are not trained again', async () => {
    const asked: string[] = [];
    const languages = async () => {
      const result = await repository.releases.train(repository.bot(), (data, options) => {
        asked.push(data.language);
        return trainModel(data, options);
      });
      assert.ok(result.ok && result.value.outcome === 'trained', JSON.stringify(result));
      return result.value.models.map(({ language, reused }) => [language, reused]);
    };
    const dutch = (words: string): string =>
      intentFile('x', words).split('\n').slice(2).join('\n').replace('en:', 'nl:');
    repository.write(
      'bot.yaml',
      repository.read('bot.yaml').toString().replace('languages: [en]', 'languages: [en, nl]'),
    );
    const write = (name: string, english: string, inDutch: string): void =>
      repository.write(`intents/${name}.intent.yaml`, intentFile(name, english) + dutch(inDutch));
    write('book_train', 'book a train', 'boek een trein');
    write('refund', 'give my money back', 'geef mijn geld terug');
    assert.deepEqual(await languages(), [
      ['en', false],
      ['nl', false],
    ]);
    write('refund', 'give my money back', 'betaal mij terug');
    assert.deepEqual(await languages(), [
      ['en', true],
      ['nl', false],
    ]);
    assert.deepEqual(asked, ['en', 'nl', 'nl']);
  });

  it('that were damaged count as missing, and training makes them again', async () => {
    const model = await trained();
    writeFileSync(model.path, 'damaged');
    assert.equal((await training()).state, 'stale');
    assert.ok(!(await repository.plan('full')).possible);
    assert.deepEqual(await trained(), model);
    assert.equal((await training()).state, 'trained');
  });

  it('say what changed since', async () => {
    assert.deepEqual(await training(), { state: 'never', changes: ['en was never trained'] });
    await trained();
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    repository.write('intents/new.intent.yaml', intentFile('new', 'something new'));
    assert.deepEqual(await training(), {
      state: 'stale',
      changes: ['intent new added', 'intent refund changed'],
    });
    repository.write('intents/new.intent.yaml', 'intent: new\nexpressions:\n  en: |\n    one\n');
    const untrainable = await training();
    assert.equal(untrainable.state, 'untrainable');
    assert.match(untrainable.changes.join(), /new/);
    const refused = await repository.releases.train(repository.bot(), trainModel);
    assert.ok(refused.ok && refused.value.outcome === 'refused');
  });

  it('of the draft: the present one, else the last, else that of LIVE; of LIVE: that of the version', async () => {
    assert.deepEqual(await repository.releases.draftModel(repository.bot(), 'en'), {
      ok: true,
      value: undefined,
    });
    await repository.published('full');
    const live = await repository.releases.liveModel(repository.bot(), 'en');
    assert.ok(live.ok && live.value);
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    const stale = await repository.releases.draftModel(repository.bot(), 'en');
    assert.ok(stale.ok && stale.value?.stale);
    assert.equal(stale.value.model.artifact, live.value.artifact);
    const model = await trained();
    const present = await repository.releases.draftModel(repository.bot(), 'en');
    assert.ok(present.ok && present.value && !present.value.stale);
    assert.equal(present.value.model.artifact, model.artifact);
    repository.delete('.git/botlane');
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'pay me back'));
    const ofLive = await repository.releases.draftModel(repository.bot(), 'en');
    assert.ok(ofLive.ok && ofLive.value?.stale);
    assert.equal(ofLive.value.model.artifact, live.value.artifact);
    const still = await repository.releases.liveModel(repository.bot(), 'en');
    assert.deepEqual(still, live);
  });

  it('a cancelled training keeps nothing', async () => {
    const abort = new AbortController();
    abort.abort();
    const result = await repository.releases.train(repository.bot(), trainModel, { signal: abort.signal });
    assert.deepEqual(result, { ok: true, value: { outcome: 'cancelled' } });
    assert.equal((await training()).state, 'never');
  });
});
