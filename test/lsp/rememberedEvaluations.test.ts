import assert from 'node:assert/strict';
import { RememberedEvaluations } from '../../server/src/lsp/requests/rememberedEvaluations';
import { heldOutAnswers } from '../../server/src/nlp/evaluation/crossValidate';
import { evaluateBot } from '../../server/src/release/quality/evaluateBot';
import { measuredFolder } from '../../server/src/release/quality/folder';
import { HeldOutStore } from '../../server/src/release/quality/heldOutStore';
import { BotRepository, flowFile } from '../support/repository';

const BOOKING = 'intents/book_train.intent.yaml';

describe('Remembered evaluations', function () {
  this.timeout(60_000);
  let repository: BotRepository;
  beforeEach(() => {
    repository = new BotRepository();
  });
  afterEach(() => repository.remove());

  it('are computed once until something is evaluated anew, and say when the draft is another one', async () => {
    const store = new HeldOutStore(await measuredFolder(repository.releases, repository.bot()));
    const evaluated = async (): Promise<unknown> =>
      evaluateBot(repository.bot(), { store, evaluator: heldOutAnswers });
    await evaluated();
    const remembered = new RememberedEvaluations();
    const first = (await remembered.of(repository.bot(), { store, live: undefined }))?.[0];
    assert.equal(first?.isStale, false);
    const now = async () => (await remembered.of(repository.bot(), { store, live: undefined }))?.[0];
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Changed.'));
    const same = await now();
    assert.equal(same?.evaluation, first.evaluation);
    assert.equal(same.isStale, false);
    const before = repository.read(BOOKING).toString();
    repository.write(BOOKING, `${before}    book the fastest train\n`);
    const stale = await now();
    assert.equal(stale?.evaluation, first.evaluation, 'the figures of before');
    assert.equal(stale.isStale, true);
    await evaluated();
    const anew = await now();
    assert.notEqual(anew?.evaluation, first.evaluation);
    assert.equal(anew?.isStale, false);
    repository.write(BOOKING, before);
    const back = await now();
    assert.deepEqual(
      [back?.input, back?.isStale],
      [first.input, false],
      'what was evaluated earlier counts again',
    );
  });
});
