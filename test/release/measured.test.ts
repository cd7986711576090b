import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bestAnswers } from '../../server/src/nlp/evaluation/bestAnswers';
import { heldOutAnswers } from '../../server/src/nlp/evaluation/crossValidate';
import type { Answerer } from '../../server/src/release/quality/answers';
import { evaluateBot, rememberedEvaluation } from '../../server/src/release/quality/evaluateBot';
import { measuredFolder } from '../../server/src/release/quality/folder';
import { HeldOutStore } from '../../server/src/release/quality/heldOutStore';
import { measuredNlp } from '../../server/src/release/quality/measured';
import { BotRepository, intentFile } from '../support/repository';

const STRAY = 'book a train please for me';

const testOf = (...sentences: readonly string[]): string =>
  `test: what people say\nsteps:\n${sentences.map((text) => `  - user: ${text}\n`).join('')}`;

describe('What was measured of the NLP of a bot', function () {
  this.timeout(120_000);
  let repository: BotRepository;
  let asked: (readonly string[])[];

  /** In this thread; that threads give the same is tested where they are. */
  const answerer: Answerer = (model, texts) => {
    asked.push(texts);
    const answered = bestAnswers(model, texts);
    return Promise.resolve(
      answered.ok
        ? { ok: true, value: answered.answers }
        : { ok: false, reason: 'failed', message: answered.message },
    );
  };

  beforeEach(() => {
    asked = [];
    repository = new BotRepository();
    repository.write(
      'intents/refund.intent.yaml',
      `${intentFile('refund', 'give my money back')}    ${STRAY}\n`,
    );
    repository.write('tests/all.bottest.yaml', testOf('a train now'));
  });
  afterEach(() => repository.remove());

  /** The sentences of tests for which there is an answer. */
  async function sentences(ask?: Answerer): Promise<readonly string[]> {
    const measured = await measuredNlp(repository.releases, repository.bot(), ask);
    return [...(measured.get('en')?.sentences.keys() ?? [])];
  }

  it('holds sentences of tests that were written after training, and asks for nothing else then', async () => {
    await repository.train();
    assert.deepEqual(await sentences(answerer), ['a train now']);
    repository.write('tests/all.bottest.yaml', testOf('a train now', 'xyzzy', STRAY));
    assert.deepEqual(await sentences(), ['a train now'], 'nobody can ask');
    assert.deepEqual(await sentences(answerer), ['a train now', 'xyzzy']);
    assert.deepEqual(await sentences(), ['a train now', 'xyzzy']);
    await sentences(answerer);
    assert.deepEqual([asked.length, asked[1]], [2, ['xyzzy']]);
    const { expressions } = (await measuredNlp(repository.releases, repository.bot())).get('en') ?? {};
    assert.ok([...(expressions?.keys() ?? [])].some((key) => key.endsWith(STRAY)));
  });

  it('counts as absent where its file is damaged', async () => {
    await repository.train();
    await sentences(answerer);
    const folder = await measuredFolder(repository.releases, repository.bot());
    const file = readdirSync(folder).find((name) => name.endsWith('.own.json')) ?? '';
    for (const damaged of [
      'null',
      '{',
      '{"expressions":[null],"sentences":[]}',
      '{"expressions":[],"sentences":[{"text":"a","name":"b","score":"c"}]}',
      '{"expressions":[{"text":"a","name":"b","score":1}],"sentences":[]}',
    ]) {
      writeFileSync(join(folder, file), damaged);
      assert.deepEqual(await sentences(), [], damaged);
    }
    assert.deepEqual(await sentences(answerer), ['a train now'], 'it is measured again');
  });

  it('counts as absent where the file of an evaluation is damaged', async () => {
    const folder = await measuredFolder(repository.releases, repository.bot());
    const store = new HeldOutStore(folder);
    await store.save('input', 5, [{ expected: 'a', best: 'b', score: 0.5, text: 'hello' }]);
    assert.equal((await store.find('input', 5))?.length, 1);
    const [file = ''] = readdirSync(folder);
    for (const damaged of [
      'null',
      '{"intents":["a"],"answers":[null]}',
      '{"intents":["a"],"answers":[[0,0,"x","hello"]]}',
      '{"intents":["a"],"answers":[[0,0,1,null]]}',
      '{"intents":[1],"answers":[[0,0,1,"hello"]]}',
    ]) {
      writeFileSync(join(folder, file), damaged);
      assert.equal(await store.find('input', 5), undefined, damaged);
    }
    await store.noteInput('root', 'en', 5, 'input');
    const inputs = readdirSync(folder).find((name) => name.endsWith('.inputs.json')) ?? '';
    for (const damaged of ['null', '"text"', '{}', '[null, 1]']) {
      writeFileSync(join(folder, inputs), damaged);
      assert.deepEqual(await store.inputs('root', 'en', 5), [], damaged);
    }
  });

  it('is the evaluation with as many parts as usual, whatever others were tried, of the languages that have one', async () => {
    const store = new HeldOutStore(await measuredFolder(repository.releases, repository.bot()));
    const evaluator = heldOutAnswers;
    const evaluated = await evaluateBot(repository.bot(), { evaluator, store });
    assert.equal(evaluated.outcome, 'evaluated');
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'give my money back'));
    await evaluateBot(repository.bot(), { evaluator, store, folds: 2 });
    repository.write(
      'bot.yaml',
      repository.read('bot.yaml').toString().replace('languages: [en]', 'languages: [en, nl]'),
    );
    const remembered = await rememberedEvaluation(repository.bot(), { store });
    assert.deepEqual(
      remembered?.map(({ evaluation, isStale }) => [evaluation.language, evaluation.folds, isStale]),
      [['en', 5, true]],
    );
  });
});
