import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hover } from '../../server/src/features/hover';
import { escapeMarkdown, plainOf, shorten } from '../../server/src/features/markdown';
import { cursorIn, workbench, type Workbench } from './workbench';

function told({ bot, file, offset }: Workbench): string {
  return plainOf(hover(bot, file, offset)?.contents ?? '');
}

describe('hover', () => {
  const flow = 'flows/booking.flow.yaml';

  it('explains keys in the words of the schema', () => {
    assert.match(told(cursorIn(flow, 'tri|gger:')), /^trigger\n\nWhat brings the conversation here/);
    assert.match(told(cursorIn('bot.yaml', 'langu|ages:')), /default/);
  });

  it('is silent in the room between a key and what belongs to it', () => {
    assert.equal(told(cursorIn(flow, 'trigger:\n  |    intent')), '');
    assert.equal(told(cursorIn('bot.yaml', 'dialogs:\n |')), '');
  });

  it('shows an intent with its expressions per language and where it is used', () => {
    const text = told(cursorIn(flow, 'intent: book|_train'));
    assert.match(text, /^Intent book_train\n\nThe user wants a \*ticket\*\.\n\nen: 2 expressions/);
    assert.match(text, /- I want a ticket to Brussels\n/);
    assert.match(text, /nl: 1 expression\n/);
    assert.match(text, /Used 2 times: booking\/start, trip\.bottest\.yaml$/);
  });

  it('shows a dialog in every language', () => {
    const text = told(cursorIn('bot.yaml', 'general/hel|lo'));
    assert.match(text, /en:\n\n- Hello!/);
    assert.match(text, /nl:\n\n- Hallo!/);
    assert.match(text, /Used 2 times: bot\.yaml, booking\/confirm/);
  });

  it('shows values of entities and variables', () => {
    assert.match(told(cursorIn(flow, 'entity: sta|tion')), /list.*Values: Brussels, Ghent/s);
    assert.match(told(cursorIn('bot.yaml', '  cla|ss:')), /enum.*Values: first, second.*Used nowhere/s);
    assert.match(told(cursorIn(flow, 'when: pass|engers')), /number.*Starts as 1/s);
  });

  it('explains the functions of conditions and the plural forms of messages', () => {
    const condition = (text: string) =>
      told(workbench({ [flow]: `flow: x\ndialogs:\n  a:\n    goto:\n      - when: ${text}\n` }));
    assert.match(condition('ha|s(destination)'), /^has\(variable\) → true\/false\n\nWhether the variable/);
    assert.match(condition('"destination.starts|With(\'a\')"'), /^text\.startsWith\(start\) → true\/false/);
    assert.match(condition('has(desti|nation)'), /^Variable destination/);
    const message = (text: string, language = 'en') =>
      told(
        workbench({
          [flow]: `flow: x\ndialogs:\n  a:\n    say:\n      - text:\n          ${language}: '${text}'\n`,
        }),
      );
    assert.match(
      message('{passengers, plural, o|ne {one} other {#}}'),
      /^one\n\nPlural form in en\n\nFor example: 1$/,
    );
    assert.match(
      message('{passengers, selectordinal, fe|w {#} other {#}}'),
      /^few\n\nForm of a rank in en.*: 3, 23, 33/s,
    );
    assert.match(
      message('{passengers, plural, fe|w {#} other {#}}', 'nl'),
      /No number takes this form in nl/,
    );
    assert.match(message('{passen|gers, plural, other {#}}'), /^Variable passengers/);
  });

  it('says when a name is not defined, and when LIVE still has it', () => {
    const draft = workbench({
      'flows/x.flow.yaml': 'flow: x\ndialogs:\n  a:\n    trigger:\n      intent: old|_one\n    end: true\n',
    });
    assert.match(told(draft), /Not defined in this bot/);
    const { bot: live } = workbench({
      'intents/old.intent.yaml': 'intent: old_one|\nexpressions:\n  en: hi\n',
    });
    const contents = hover(draft.bot, draft.file, draft.offset, live)?.contents ?? '';
    assert.match(plainOf(contents), /LIVE still has it/);
  });

  it('compares an intent with LIVE', () => {
    const draft = cursorIn(flow, 'intent: book|_train');
    const { bot: live } = workbench({
      'intents/book_train.intent.yaml': 'intent: book_train|\nexpressions:\n  en: hi\n',
    });
    assert.match(
      plainOf(hover(draft.bot, draft.file, draft.offset, live)?.contents ?? ''),
      /Expressions in LIVE: en 1\./,
    );
  });

  it('says nothing where there is nothing to say', () => {
    assert.equal(told(cursorIn('intents/book_train.intent.yaml', 'book |me a')), '');
  });

  it('never lets text of a file become a link, HTML or a command', () => {
    const hostile =
      '[x](command:run) <img src=x> ![i](http://e.example) https://e.example <!-- `a` **b** &lt;';
    const bench = workbench({
      'intents/x.intent.yaml': `intent: hostile|\ndescription: "${hostile}"\nexpressions:\n  en: ¦\n    ${hostile.replaceAll('[', '\\[')}\n`,
    });
    const contents = hover(bench.bot, bench.file, bench.offset)?.contents ?? '';
    assert.ok(contents.includes('command'), 'the text is shown');
    assert.doesNotMatch(contents, /\]\(|(?<!\\)<|https?:|(?<!\\)&|(?<!\\)!/);
    assert.doesNotMatch(contents.replace(/^\*\*Intent\*\*/, ''), /(?<!\\)[`*]/);
  });
});

describe('markdown', () => {
  it('escapes so that exactly the text comes out again, on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const escaped = escapeMarkdown(text);
        assert.equal(plainOf(escaped), text.replace(/\s+/g, ' ').trim());
        assert.doesNotMatch(escaped.replace(/\\./g, ''), /[!-/:-@[-`{-~\n]/);
      }),
    );
  });

  it('shows characters that hide others', () => {
    assert.equal(escapeMarkdown('a\u202eb\u200bc\u0007'), 'a\ufffdb\ufffdc\ufffd');
  });

  it('never cuts an emoji in two', () => {
    assert.equal(shorten('ab😀cd', 3), 'ab…');
    assert.equal(shorten('ab😀cd', 4), 'ab😀…');
    assert.equal(shorten('abc', 3), 'abc');
  });
});
