import assert from 'node:assert/strict';
import {
  type Call,
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../../server/src/features/callHierarchy';
import { codeLenses, lensText } from '../../server/src/features/codeLenses';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { inlayHints } from '../../server/src/features/inlayHints';
import type { ProjectFile } from '../../server/src/project/snapshot';
import { cursorIn, show, workbench } from './workbench';

const BOOKING = 'flows/booking.flow.yaml';

describe('code lenses', () => {
  it('say what leads to a dialog, and count what refers to other definitions', () => {
    const { bot, file } = cursorIn(BOOKING, 'fl|ow: booking');
    const texts = codeLenses(file).map(({ symbol, name }) => {
      const { title, places } = lensText(bot, symbol, name);
      return [symbol, name, title, places.length];
    });
    assert.deepEqual(texts, [
      ['flow', 'booking', '1 use', 1],
      ['dialog', 'booking/start', 'triggered by book_train · 1 link · in 1 test', 3],
      ['dialog', 'booking/confirm', '1 link', 1],
    ]);
  });

  it('name default dialogs, and dialogs that nothing leads to', () => {
    const { bot } = workbench({ 'flows/x.flow.yaml': 'flow: x\ndialogs:\n  al|one:\n    end: true\n' });
    assert.equal(lensText(bot, 'dialog', 'general/hello').title, 'default dialog · 1 link');
    assert.equal(lensText(bot, 'dialog', 'x/alone').title, 'nothing leads here');
  });
});

describe('inlay hints', () => {
  function hints(path: string, found: string): readonly string[] {
    const { bot, file } = cursorIn(path, found);
    const { text } = file.syntax;
    return inlayHints(bot, file, { start: 0, end: text.length }).map(
      ({ offset, label }) =>
        `${text
          .slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
          .trim()
          .replace('|', '¦')}|${label}`,
    );
  }

  it('count expressions per language', () => {
    assert.deepEqual(hints('intents/book_train.intent.yaml', 'in|tent'), [
      'en: ¦|2 expressions',
      'nl: ¦|1 expression',
    ]);
  });

  it('tell the type of a variable where it gets a value', () => {
    assert.deepEqual(hints(BOOKING, 'fl|ow'), ['save: destination|string']);
  });

  it('stay within the lines that are asked for', () => {
    const { bot, file } = cursorIn('intents/book_train.intent.yaml', 'in|tent');
    assert.deepEqual(inlayHints(bot, file, { start: 0, end: 10 }), []);
  });
});

describe('document highlights', () => {
  it('mark where a variable is read and where it gets a value, and what has another kind is another name', () => {
    const { file, offset } = cursorIn(BOOKING, 'save: desti|nation');
    const kinds = documentHighlights(file, offset).map(({ span, kind }) => [
      file.syntax.text.slice(span.start, span.end),
      kind,
    ]);
    assert.deepEqual(kinds, [
      ['destination', 'write'],
      ['destination', 'read'],
      ['destination', 'read'],
      ['destination', 'read'],
    ]);
    const nothing = cursorIn(BOOKING, 'dia|logs:');
    assert.deepEqual(documentHighlights(nothing.file, nothing.offset), []);
  });
});

describe('call hierarchy', () => {
  function ends(calls: readonly Call[], file: (call: Call) => ProjectFile): readonly string[] {
    return calls.map((call) => {
      const written = show(call.spans.map((span) => ({ file: file(call), span })));
      return `${call.item.symbol} ${call.item.name}: ${written.join(' ')}`;
    });
  }

  it('starts at the dialog around the cursor, or at the one that is named there', () => {
    const around = cursorIn(BOOKING, 'te|xt: { en: "Where');
    const named = cursorIn(BOOKING, 'next: general/he|llo');
    const start = ({ bot, file, offset }: typeof around) =>
      prepareCallHierarchy(bot, file, offset).map(({ symbol, name, detail }) => [symbol, name, detail]);
    assert.deepEqual(start(around), [['dialog', 'booking/start', 'booking']]);
    assert.deepEqual(start(named), [['dialog', 'general/hello', 'general']]);
    assert.deepEqual(start(cursorIn('bot.yaml', 'lang|uages')), []);
  });

  it('tells what leads to a dialog: dialogs, the intent, the bot; but no test', () => {
    const { bot } = cursorIn(BOOKING, 'fl|ow');
    const incoming = (name: string) => ends(incomingCalls(bot, 'dialog', name), ({ item }) => item.file);
    assert.deepEqual(incoming('general/hello'), [
      'bot trains: bot.yaml:4:hello',
      'dialog booking/confirm: flows/booking.flow.yaml:18:hello',
    ]);
    assert.deepEqual(incoming('booking/start'), [
      'dialog booking/confirm: flows/booking.flow.yaml:19:start',
      'intent book_train: intents/book_train.intent.yaml:1:book_train',
    ]);
    assert.deepEqual(incoming('no/where'), []);
  });

  it('tells where a dialog, an intent and the bot lead, each target once', () => {
    const flow = `flow: round
dialogs:
  a:
    goto:
      - when: passengers > 1
        next: b
      - next: b
  b:
    next: nowhere
`;
    const { bot, file } = workbench({ 'flows/round.flow.yaml': `|${flow}` });
    const outgoing = (symbol: string, name: string) => ends(outgoingCalls(bot, symbol, name), () => file);
    assert.deepEqual(outgoing('dialog', 'round/a'), [
      'dialog round/b: flows/round.flow.yaml:6:b flows/round.flow.yaml:7:b',
    ]);
    assert.deepEqual(outgoing('dialog', 'round/b'), []);
    assert.deepEqual(
      outgoingCalls(bot, 'intent', 'book_train').map(({ item }) => item.name),
      ['booking/start'],
    );
    assert.deepEqual(
      outgoingCalls(bot, 'bot', 'trains').map(({ item }) => item.name),
      ['general/hello'],
    );
  });
});
