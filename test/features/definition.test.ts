import assert from 'node:assert/strict';
import { definition } from '../../server/src/features/definition';
import { references } from '../../server/src/features/references';
import { cursorIn, show, workbench, type Workbench } from './workbench';

function targets({ bot, file, offset }: Workbench): readonly string[] {
  return show(definition(bot, file, offset)?.targets ?? []);
}

function uses({ bot, file, offset }: Workbench, definitions = false): readonly string[] {
  return show(references(bot, file, offset, definitions));
}

describe('definition', () => {
  const flow = 'flows/booking.flow.yaml';

  it('leads from every kind of reference to the name that defines it', () => {
    assert.deepEqual(targets(cursorIn(flow, 'intent: book|_train')), [
      'intents/book_train.intent.yaml:1:book_train',
    ]);
    assert.deepEqual(targets(cursorIn(flow, 'entity: |station')), ['entities/station.entity.yaml:1:station']);
    assert.deepEqual(targets(cursorIn(flow, 'save: destination|')), ['bot.yaml:6:destination']);
    assert.deepEqual(targets(cursorIn(flow, 'next: con|firm')), ['flows/booking.flow.yaml:11:confirm']);
    assert.deepEqual(targets(cursorIn('bot.yaml', 'general/hel|lo')), ['flows/general.flow.yaml:3:hello']);
    assert.deepEqual(targets(cursorIn('bot.yaml', 'gen|eral/hello')), ['flows/general.flow.yaml:1:general']);
  });

  it('works inside annotations, placeholders, conditions and tests', () => {
    const intent = 'intents/book_train.intent.yaml';
    assert.deepEqual(targets(cursorIn(intent, '(sta|tion:')), ['entities/station.entity.yaml:1:station']);
    assert.deepEqual(targets(cursorIn(intent, ':desti|nation)')), ['bot.yaml:6:destination']);
    assert.deepEqual(targets(cursorIn(flow, 'To {desti|nation}')), ['bot.yaml:6:destination']);
    assert.deepEqual(targets(cursorIn(flow, 'when: pass|engers')), ['bot.yaml:7:passengers']);
    assert.deepEqual(targets(cursorIn('tests/trip.bottest.yaml', 'booking/sta|rt')), [
      'flows/booking.flow.yaml:3:start',
    ]);
  });

  it('tells the slash of a link from its two names', () => {
    assert.deepEqual(targets(cursorIn('bot.yaml', 'general/|hello')), ['flows/general.flow.yaml:3:hello']);
    assert.deepEqual(targets(cursorIn('bot.yaml', 'general|/hello')), ['flows/general.flow.yaml:1:general']);
  });

  it('covers the whole dialog with the extent of its target', () => {
    const { bot, file, offset } = cursorIn('bot.yaml', 'general/hel|lo');
    const [target] = definition(bot, file, offset)?.targets ?? [];
    assert.ok(target);
    const text = target.file.syntax.text.slice(target.extent.start, target.extent.end);
    assert.ok(text.startsWith('hello:') && text.endsWith('end: true'), text);
  });

  it('says nothing where no name stands or nothing defines it', () => {
    assert.deepEqual(targets(cursorIn(flow, 'tri|gger:')), []);
    assert.deepEqual(
      targets(workbench({ 'flows/x.flow.yaml': 'flow: x\ndialogs:\n  a:\n    next: no|where\n' })),
      [],
    );
  });

  it('leads to LIVE for what the draft no longer has, and only then', () => {
    const { bot: live } = cursorIn('bot.yaml', 'bot: |');
    const draft = workbench({
      'flows/x.flow.yaml':
        'flow: x\ndialogs:\n  a:\n    trigger:\n      intent: book|_train\n    end: true\n',
      'intents/book_train.intent.yaml': 'intent: other\nexpressions:\n  en: hi\n',
    });
    const target = definition(draft.bot, draft.file, draft.offset, live)?.targets[0];
    assert.ok(target && live.files.get(target.file.uri) === target.file);
    const here = cursorIn(flow, 'entity: |station');
    const own = definition(here.bot, here.file, here.offset, live)?.targets[0];
    assert.ok(own && here.bot.files.get(own.file.uri) === own.file);
  });

  it('names both places of a name that is defined twice', () => {
    const twice = workbench({
      'entities/again.entity.yaml': 'entity: Station\ntype: contextual\n',
      'flows/x.flow.yaml':
        'flow: x\ndialogs:\n  a:\n    ask:\n      text: { en: "?" }\n      entity: sta|tion\n      next: a\n',
    });
    assert.deepEqual(targets(twice), [
      'entities/again.entity.yaml:1:Station',
      'entities/station.entity.yaml:1:station',
    ]);
  });
});

describe('references', () => {
  it('finds every use, with the definition only when asked', () => {
    const cursor = cursorIn('bot.yaml', '  desti|nation: {');
    const expected = [
      'flows/booking.flow.yaml:9:destination',
      'flows/booking.flow.yaml:13:destination',
      'flows/booking.flow.yaml:13:destination',
      'flows/booking.flow.yaml:17:destination',
      'intents/book_train.intent.yaml:5:destination',
      'tests/trip.bottest.yaml:4:destination',
      'tests/trip.bottest.yaml:10:destination',
    ];
    assert.deepEqual(uses(cursor), expected);
    assert.deepEqual(uses(cursor, true), ['bot.yaml:6:destination', ...expected]);
  });

  it('keeps two bots with the same names apart', () => {
    const cursor = cursorIn('flows/general.flow.yaml', '  hel|lo:');
    assert.deepEqual(uses(cursor), ['bot.yaml:4:hello', 'flows/booking.flow.yaml:18:hello']);
    const nested = workbench({
      'flows/general.flow.yaml': 'flow: general\ndialogs:\n  hel|lo:\n    end: true\n',
      'inner/bot.yaml': 'bot: inner\nlanguages: [en]\ndialogs:\n  welcome: general/hello\n',
    });
    assert.deepEqual(uses(nested), ['bot.yaml:4:hello', 'flows/booking.flow.yaml:18:hello']);
  });
});
