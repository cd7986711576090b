import assert from 'node:assert/strict';
import { advance } from '../../../server/src/gateway/conversation/advance';
import { RecentTexts } from '../../../server/src/gateway/conversation/recentTexts';
import { compileBot } from '../../../server/src/dialogue/compileBot';
import { createSession } from '../../../server/src/dialogue/session';
import type { Model, TextMemory } from '../../../server/src/nlp/contract';
import { NOW, trained, TRAVEL } from '../../nlp/trainBot';
import { smallBot } from '../../support/repository';
import { projectOf } from '../../support/workspace';

/** A model that writes down with which memory it was asked, and what of the text was in there. */
function watched(model: Model): { readonly model: Model; readonly asked: (boolean | 'without')[] } {
  const asked: (boolean | 'without')[] = [];
  const predict: Model['predict'] = (text, context, memory?: TextMemory) => {
    asked.push(memory ? memory.get(text) !== undefined : 'without');
    return model.predict(text, context, memory);
  };
  return { asked, model: Object.assign(Object.create(model), { predict }) as Model };
}

describe('Gateway: texts that were understood a moment ago', () => {
  let trainedModel: Model;
  before(async () => {
    trainedModel = await trained(TRAVEL);
  });

  it('are not looked into once more by the same model, and by another one they are', () => {
    const texts = new RecentTexts();
    const [first, second] = [watched(trainedModel), watched(trainedModel)];
    const text = 'two tickets to Gent';
    const answers = [first, first, second].map(({ model }) =>
      texts
        .over(() => model)('en')
        ?.predict(text, NOW),
    );
    assert.deepEqual([first.asked, second.asked], [[false, true], [false]]);
    for (const answer of answers) assert.deepEqual(answer, trainedModel.predict(text, NOW));
  });

  it('are not kept when they are long, and there is none without a model', () => {
    const texts = new RecentTexts();
    const { model, asked } = watched(trainedModel);
    texts
      .over(() => model)('en')
      ?.predict('a'.repeat(101), NOW);
    assert.deepEqual(asked, ['without']);
    assert.equal(texts.over(() => undefined)('en'), undefined);
  });

  it('are not kept when they answer a question about something sensitive', () => {
    const { model, asked } = watched(trainedModel);
    const bot = botThatAsks(model);
    const texts = new RecentTexts();
    const session = createSession(bot.runnable, {});
    const say = (before: typeof session, text: string) =>
      advance(bot, before, { type: 'message', text }, NOW, texts).session;
    const asking = say(session, 'my train was cancelled, refund me');
    assert.equal(asking.pending?.dialog, 'refunds/start');
    say(asking, '7291');
    say(session, '7291');
    assert.deepEqual(asked, [false, 'without', false]);
  });
});

/** A bot that asks for something sensitive when somebody wants a refund. */
function botThatAsks(model: Model): Parameters<typeof advance>[0] {
  const files = new Map(smallBot());
  files.set(
    'bot.yaml',
    `${files.get('bot.yaml') ?? ''}variables:\n  code: { type: string, sensitive: true }\n`,
  );
  files.set(
    'flows/refunds.flow.yaml',
    `flow: refunds
dialogs:
  start:
    trigger: { intent: refund }
    ask:
      text: { en: Which code? }
      save: code
      next: general/welcome
`,
  );
  const [bot] = projectOf(files).bots;
  assert.ok(bot);
  return { runnable: compileBot(bot), models: () => model };
}
