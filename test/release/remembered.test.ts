import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TemporaryFolder } from '../support/folders';
import { ContentEntries } from '../../server/src/cache/contentEntries';
import { CacheEntries } from '../../server/src/cache/entries';
import type { ReleasePlan } from '../../server/src/release/contract';
import { createReleases } from '../../server/src/release/service';
import { checkedWorkspace } from '../../server/src/rules/run';
import { BotRepository, flowFile, intentFile } from '../support/repository';

/** The cache, and how often it knew. */
class Cache extends ContentEntries {
  known = 0;
  unknown = 0;

  constructor(folder: string, program = 'this one') {
    super(new CacheEntries(folder), program);
  }

  override recall(key: string): unknown {
    const value = super.recall(key);
    if (value === undefined) this.unknown++;
    else this.known++;
    return value;
  }
}

/** Everything that a plan says, without trees and snapshots. */
function saidOf({
  gates,
  possible,
  contentHash,
  hashes,
  findings,
  difference,
  notes,
  models,
  files,
}: ReleasePlan) {
  return { gates, possible, contentHash, hashes, findings, difference, notes, models, files: [...files] };
}

// Protects LIVE from what is remembered: a plan that remembers is the plan that finds everything out itself.
describe('A plan that remembers earlier runs', function () {
  this.timeout(240_000);
  let repository: BotRepository;
  let folder: TemporaryFolder;
  beforeEach(() => {
    repository = new BotRepository();
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    repository.remove();
    folder.remove();
  });

  const cache = (): Cache => new Cache(folder.path);

  async function planWith(memory?: Cache): Promise<ReleasePlan> {
    const releases = createReleases({ trusted: true, ...(memory && { memory }) });
    const project = repository.project();
    const [bot] = project.bots;
    assert.ok(bot);
    const plan = await releases.plan(bot, project, 'full');
    assert.ok(plan.ok, JSON.stringify(plan));
    return plan.value;
  }

  /** As `botlane check` does it. */
  async function check(memory: Cache): Promise<void> {
    const releases = createReleases({ trusted: true, memory });
    const project = repository.project();
    const [bot] = project.bots;
    assert.ok(bot);
    const live = await releases.liveState(bot);
    const found = checkedWorkspace(project, () => live).gateFindings(bot);
    if (found) await releases.noteFindings(bot, live, found);
  }

  it('says what one says that does not, after any edits, checks and publishes', async () => {
    await repository.published('full');
    const original = repository.read('bot.yaml').toString();
    const texts = fc.constantFrom(
      ['intents/book_train.intent.yaml', intentFile('book_train', 'book a train')],
      ['intents/book_train.intent.yaml', intentFile('book_train', 'get me a train')],
      ['intents/book_train.intent.yaml', `\ufeff${intentFile('book_train', 'book a train')}`],
      ['intents/book_train.intent.yaml', `\ufeff\ufeff${intentFile('book_train', 'book a train')}`],
      ['intents/book_train.intent.yaml', intentFile('reserve', 'book a train')],
      ['intents/more.intent.yaml', intentFile('refund', 'I want it back')],
      ['flows/booking.flow.yaml', flowFile('booking', 'book_train')],
      ['flows/booking.flow.yaml', flowFile('booking', 'no_such_intent')],
      ['flows/booking.flow.yaml', flowFile('booking', 'book_train').replaceAll('\n', '\r\n')],
      [
        'flows/booking.flow.yaml',
        `${flowFile('booking', 'book_train')}# botlane-ignore flows/dead-end: not so\n`,
      ],
      ['flows/booking.flow.yaml', 'flow: ['],
      ['flows/booking.flow.yaml', 'flow: \u0000'],
      ['flows/new.flow.yaml', flowFile('new')],
      ['bot.yaml', original],
      ['bot.yaml', `${original}  references/unknown-intent: off\n`],
      ['bot.yaml', original.replace('languages: [en]', 'languages: [en, nl]')],
      ['inner/bot.yaml', 'bot: choo-choo\nlanguages: [en]\n'],
    );
    const step = fc.record({
      write: texts,
      remove: fc.boolean(),
      before: fc.constantFrom('check', 'plan', 'nothing'),
      publish: fc.integer({ min: 0, max: 3 }),
    });
    const remembered = { known: 0, unknown: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        for (const { write, remove, before, publish } of steps) {
          const [path = '', text = ''] = write;
          repository.write(path, text);
          if (remove && path !== 'bot.yaml') repository.delete(path);
          if (before === 'check') await check(cache());
          else if (before === 'plan') await planWith(cache());
          const memory = cache();
          const plan = await planWith(memory);
          remembered.known += memory.known;
          remembered.unknown += memory.unknown;
          assert.deepEqual(saidOf(plan), saidOf(await planWith()));
          if (publish === 0 && plan.possible) {
            const result = await createReleases({ trusted: true }).publish(repository.bot(), plan, {
              notes: 'x',
            });
            assert.equal(result.outcome, 'published');
          }
        }
      }),
      { numRuns: 12 },
    );
    assert.ok(remembered.known > 30 && remembered.unknown > 10, JSON.stringify(remembered));
  });

  it('finds nothing out that a check found out, or an earlier plan', async () => {
    await repository.train();
    await check(cache());
    const afterCheck = cache();
    assert.equal((await planWith(afterCheck)).possible, true);
    assert.deepEqual([afterCheck.known, afterCheck.unknown], [3, 0], 'findings, items, training');
    await repository.published('full');
    const first = cache();
    await planWith(first);
    assert.deepEqual([first.known, first.unknown], [3, 1], 'LIVE is another, which the findings follow from');
    const second = cache();
    await planWith(second);
    assert.deepEqual([second.known, second.unknown], [4, 0]);
  });

  it('does not take a file with two byte order marks for one with one', async () => {
    const path = 'intents/book_train.intent.yaml';
    const text = intentFile('book_train', 'book a train');
    repository.write(path, `\ufeff\ufeff${text}`);
    await check(cache());
    repository.write(path, `\ufeff${text}`);
    const after = cache();
    assert.deepEqual(saidOf(await planWith(after)), saidOf(await planWith()));
    assert.equal(after.known, 0);
  });

  it('is not what another program remembered', async () => {
    await planWith(cache());
    const other = new Cache(folder.path, 'another one');
    await planWith(other);
    assert.equal(other.known, 0);
  });

  it('does not take what was checked beside one LIVE for what counts beside another', async () => {
    await repository.train();
    const memory = cache();
    const releases = createReleases({ trusted: true, memory });
    const project = repository.project();
    const [bot] = project.bots;
    assert.ok(bot);
    const live = await releases.liveState(bot);
    const found = checkedWorkspace(project, () => live).gateFindings(bot);
    assert.ok(found);
    await repository.published('full');
    await releases.noteFindings(bot, live, found);
    const after = cache();
    await planWith(after);
    assert.deepEqual(
      [after.known, after.unknown],
      [3, 1],
      'training, and items, which are also those of LIVE, but no findings',
    );
  });

  it('does not take what was checked beside a LIVE that is not the one read last', async () => {
    await repository.published('full');
    const memory = cache();
    const releases = createReleases({ trusted: true, memory });
    const project = repository.project();
    const [bot] = project.bots;
    assert.ok(bot);
    const found = checkedWorkspace(project, () => ({ kind: 'none' })).gateFindings(bot);
    assert.ok(found);
    assert.equal((await releases.liveState(bot)).kind, 'known');
    await releases.noteFindings(bot, { kind: 'none' }, found);
    const after = cache();
    await planWith(after);
    assert.deepEqual([after.known, after.unknown], [2, 2], 'items, which are also those of LIVE');
  });
});
