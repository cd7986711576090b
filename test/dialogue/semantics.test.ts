import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileBot } from '../../server/src/dialogue/compileBot';
import type { Models } from '../../server/src/dialogue/hear';
import type { SessionStart } from '../../server/src/dialogue/session';
import { rowBot } from './fixture';
import { modelsOf, Talk } from './talk';

const DOCUMENT = resolve(__dirname, '..', '..', '..', 'docs', 'dialogue.md');

/** Asks for a station, then says where the conversation stands. */
const QUESTION = `
  start:
    trigger: { intent: travel }
    next: where
  where:
    ask:
      text: { en: "Where to?", nl: "Waarheen?" }
      entity: station
      save: destination
      retry:
        text: { en: "A station, please." }
        max: 2
        next: gave_up
      next: answered
  answered:
    say:
      - text: { en: "To {destination}.", nl: "Naar {destination}." }
    end: true
  gave_up:
    say:
      - text: { en: "Never mind." }
    end: true
`;

/** A dialog that \`jump\` triggers, with what it says, does and leads to. */
function jump(body: string, more = ''): string {
  const lines = body.replace(/^\n|\s+$/g, '').split('\n');
  return `  start:\n    trigger: { intent: jump }\n${lines.map((line) => `    ${line}`).join('\n')}\n${more.replace(/^\n/, '')}`;
}

const DONE = `
  done:
    say:
      - text: { en: "Done." }
    end: true
`;

const HTTP = (rest: string): string =>
  jump(
    `
do:
  - http:
      method: GET
      url: https://example.org/total
      save: { total: /sum }
${rest}
next: done`,
    `
  done:
    say:
      - text: { en: "Total {total}." }
    end: true
  mended:
    say:
      - text: { en: "Mended." }
    end: true
`,
  );

describe('Dialogue: the table of semantics', function () {
  this.timeout(120_000);
  let models: Models;
  const rows: string[] = [];
  before(async () => {
    models = await modelsOf(rowBot(QUESTION));
  });

  const talk = (dialogs: string, start: SessionStart = {}): Talk =>
    new Talk({ bot: compileBot(rowBot(dialogs)), models }, start);

  const row = (name: string, test: () => void): void => {
    rows.push(name);
    it(name, test);
  };

  describe('messages', () => {
    row('an intent above the threshold', () => {
      assert.deepEqual(talk(QUESTION).say('can I take my bicycle').texts, ['Bikes travel free.']);
    });

    row('no intent above the threshold', () => {
      const conversation = talk(QUESTION).say('qwertz');
      assert.deepEqual(conversation.texts, ['Pardon?']);
      assert.equal(conversation.session.counters.notUnderstood, 1);
    });

    row('an intent that triggers nothing here', () => {
      const conversation = talk(QUESTION).say('will it rain');
      assert.equal(conversation.outcome?.trace.heard?.understood, true);
      assert.deepEqual(conversation.texts, ['Pardon?']);
    });

    row('a message that is too long', () => {
      const conversation = talk(QUESTION)
        .say('I would like to travel')
        .say(`Ghent ${'x'.repeat(200)}`);
      assert.deepEqual(conversation.texts, ['Pardon?']);
      assert.deepEqual(conversation.say('Ghent').texts, ['To Ghent.'], 'the question still waits');
    });

    row('a language without a model', () => {
      const bot = compileBot(rowBot(QUESTION));
      const conversation = new Talk({ bot, models: () => undefined }).say('can I take my bicycle');
      assert.deepEqual(conversation.texts, ['Pardon?']);
      assert.match(conversation.problems.join(), /not trained for en/);
    });

    row('a conversation begins', () => {
      assert.deepEqual(talk(QUESTION).happen({ type: 'start' }).texts, ['Welcome.']);
    });
  });

  describe('contexts', () => {
    const TWO = `
  offer:
    trigger: { intent: travel }
    say:
      - text: { en: "Shall I?" }
        buttons:
          - { label: { en: "More" }, next: more }
          - { label: { en: "Leave" }, url: "https://example.org/?to={destination}" }
    contexts: { offer: 2 }
  more:
    say:
      - text: { en: "More." }
    contexts: { detail: 3 }
    end: true
  accepted:
    trigger: { intent: confirm, requires: [offer] }
    say:
      - text: { en: "Accepted." }
    end: true
  detailed:
    trigger: { intent: confirm, requires: [detail] }
    say:
      - text: { en: "Detailed." }
    end: true
`;

    row('a required context that is not active', () => {
      assert.deepEqual(talk(TWO).say('yes please').texts, ['Agreed to nothing.']);
    });

    row('a required context that is active', () => {
      assert.deepEqual(talk(TWO).say('I would like to travel').say('yes please').texts, ['Accepted.']);
    });

    row('the lifespan of a context', () => {
      const conversation = talk(TWO).say('I would like to travel').say('qwertz').say('yes please');
      assert.deepEqual(conversation.texts, ['Accepted.'], 'the second message');
      assert.deepEqual(conversation.say('yes please').texts, ['Agreed to nothing.'], 'the third message');
      assert.deepEqual({ ...conversation.session.contexts }, {});
    });

    row('a button and the lifespan of contexts', () => {
      const conversation = talk(TWO).say('I would like to travel').press('More');
      assert.deepEqual({ ...conversation.session.contexts }, { offer: 2, detail: 3 });
    });

    row('two dialogs whose contexts are active', () => {
      const conversation = talk(TWO).say('I would like to travel').press('More');
      assert.deepEqual(conversation.say('yes please').texts, ['Detailed.'], 'the longer lifespan');
    });

    row('two dialogs whose contexts last equally long', () => {
      const both = `
  offer:
    trigger: { intent: travel }
    say:
      - text: { en: "Shall I?" }
    contexts: { one: 2, two: 2 }
    end: true
  first:
    trigger: { intent: confirm, requires: [one] }
    say:
      - text: { en: "One." }
    end: true
  second:
    trigger: { intent: confirm, requires: [one, two] }
    say:
      - text: { en: "Both." }
    end: true
`;
      assert.deepEqual(talk(both).say('I would like to travel').say('yes please').texts, ['Both.']);
    });

    row('a context that is output again', () => {
      const conversation = talk(TWO)
        .say('I would like to travel')
        .say('qwertz')
        .say('I would like to travel');
      assert.equal(conversation.session.contexts['offer'], 2);
    });
  });

  describe('questions', () => {
    row('an answer with the entity', () => {
      const conversation = talk(QUESTION).say('I would like to travel');
      assert.deepEqual(conversation.texts, ['Where to?']);
      assert.deepEqual(conversation.say('Gent').texts, ['To Ghent.']);
      assert.equal(conversation.value('destination'), 'Ghent');
      assert.equal(conversation.session.pending, null);
    });

    row('an answer that is an intent, too', () => {
      const conversation = talk(QUESTION).say('I would like to travel').say('can I take my bicycle to Ghent');
      assert.deepEqual(conversation.texts, ['To Ghent.']);
    });

    row('a change of subject', () => {
      const conversation = talk(QUESTION).say('I would like to travel').say('can I take my bicycle');
      assert.deepEqual(conversation.texts, ['Bikes travel free.']);
      assert.equal(conversation.session.pending, null);
    });

    row('an answer without the entity', () => {
      const conversation = talk(QUESTION).say('I would like to travel').say('qwertz');
      assert.deepEqual(conversation.texts, ['A station, please.']);
      assert.equal(conversation.session.dialog, 'row/where');
    });

    row('more wrong answers than `max`', () => {
      const conversation = talk(QUESTION).say('I would like to travel').say('qwertz').say('qwertz');
      assert.deepEqual(conversation.texts, ['A station, please.']);
      assert.deepEqual(conversation.say('qwertz').texts, ['Never mind.']);
    });

    row('`retry` without `max`', () => {
      const patient = QUESTION.replace(/ +max: 2\n +next: gave_up\n/, '');
      const conversation = talk(patient).say('I would like to travel');
      for (let turn = 0; turn < 20; turn++) {
        assert.deepEqual(conversation.say('qwertz').texts, ['A station, please.']);
      }
    });

    row('a question without `retry`', () => {
      const bare = QUESTION.replace(/ +retry:\n.*\n.*\n.*\n/, '');
      const conversation = talk(bare).say('I would like to travel').say('qwertz');
      assert.deepEqual(conversation.texts, ['Pardon?']);
      assert.deepEqual(conversation.say('Ghent').texts, ['To Ghent.']);
    });

    row('a question without an entity', () => {
      const free = jump(`ask:\n  text: { en: "What is it?" }\n  save: note\n  next: done`, DONE);
      const conversation = talk(free).say('jump around').say('  can I take my bicycle ');
      assert.deepEqual(conversation.texts, ['Done.']);
      assert.equal(conversation.value('note'), 'can I take my bicycle');
    });

    row('an answer that the variable cannot hold', () => {
      const typed = jump(
        `ask:\n  text: { en: "Which class?" }\n  save: class\n  retry:\n    text: { en: "First or second?" }\n  next: done`,
        DONE,
      );
      const conversation = talk(typed).say('jump around').say('qwertz');
      assert.deepEqual(conversation.texts, ['First or second?']);
      assert.deepEqual(conversation.say('FIRST').texts, ['Done.']);
      assert.equal(conversation.value('class'), 'first');
    });

    row('what a question asks for was said already', () => {
      const conversation = talk(QUESTION).say('I want to travel to Ghent');
      assert.deepEqual(conversation.texts, ['To Ghent.']);
    });

    const ROUND = `
  start:
    trigger: { intent: travel }
    next: from
  from:
    ask: { text: { en: "From where?" }, entity: station, save: origin, next: to }
  to:
    ask: { text: { en: "Where to?" }, entity: station, save: destination, next: when }
  when:
    ask: { text: { en: "When?" }, entity: day, save: day, next: summary }
  summary:
    say:
      - text: { en: "{origin}, {destination}, {day}" }
    do:
      - clear: [destination]
    next: to
`;

    row('an entity that may be for several variables', () => {
      const conversation = talk(ROUND).say('travel from Bruges to Ghent');
      assert.deepEqual(conversation.texts, ['When?']);
      assert.deepEqual(
        [conversation.value('origin'), conversation.value('destination')],
        ['Bruges', 'Ghent'],
      );
    });

    row('what was said for a variable, in a later turn', () => {
      const conversation = talk(ROUND).say('bring me to Bruges tomorrow');
      assert.deepEqual(conversation.texts, ['From where?']);
      assert.deepEqual(conversation.say('Ghent').texts, ['Ghent, Bruges, 2026-12-02', 'Where to?']);
    });

    row('a value that was used is used up', () => {
      const same = `
  start:
    trigger: { intent: travel }
    next: to
  to:
    ask: { text: { en: "Where to?" }, entity: station, save: destination, next: back }
  back:
    ask: { text: { en: "And back from?" }, entity: station, save: origin, next: to }
`;
      assert.deepEqual(talk(same).say('I want to travel to Ghent').texts, ['And back from?']);
    });
  });

  describe('buttons', () => {
    const BUTTONS = jump(
      `
say:
  - text: { en: "Well?" }
    buttons:
      - { label: { en: "Go", nl: "Ga" }, next: done }
      - { label: { en: "Look" }, url: "https://example.org/?note={note}" }`,
      DONE,
    );

    row('a button is pressed', () => {
      const conversation = talk(BUTTONS).say('jump around').press('Go');
      assert.deepEqual(conversation.texts, ['Done.']);
      assert.equal(conversation.session.counters.messages, 1);
    });

    row('something is typed where buttons wait', () => {
      assert.deepEqual(talk(BUTTONS).say('jump around').say('can I take my bicycle').texts, [
        'Bikes travel free.',
      ]);
    });

    row('an older button', () => {
      const conversation = talk(BUTTONS).say('jump around');
      const go = conversation.messages[0]?.buttons[0]?.id ?? '';
      conversation.say('can I take my bicycle').happen({ type: 'press', button: go });
      assert.deepEqual(conversation.texts, ['Done.']);
    });

    row('a button that was never offered', () => {
      const conversation = talk(BUTTONS).happen({ type: 'press', button: 'row/start#0.0' });
      assert.deepEqual(conversation.texts, ['Pardon?']);
    });

    row('a button with an address', () => {
      const conversation = talk(BUTTONS, { variables: [['note', 'a b&c']] }).say('jump around');
      assert.equal(conversation.messages[0]?.buttons[1]?.url, 'https://example.org/?note=a%20b%26c');
      assert.deepEqual(conversation.press('Look').texts, []);
    });

    row('a button while a question waits', () => {
      const asking = jump(
        `
say:
  - text: { en: "Well?" }
    buttons:
      - { label: { en: "Stop" }, next: done }
ask: { text: { en: "Where to?" }, entity: station, save: destination, next: done }`,
        DONE,
      );
      const conversation = talk(asking).say('jump around').press('Stop');
      assert.equal(conversation.session.pending, null);
    });
  });

  describe('ways on', () => {
    const BRANCHES = jump(
      `
goto:
  - { when: passengers > 8, next: many }
  - { when: note == "x", next: noted }
  - { next: done }`,
      `
  many:
    say:
      - text: { en: "Many." }
    end: true
  noted:
    say:
      - text: { en: "Noted." }
    end: true
${DONE.slice(1)}`,
    );

    row('the first branch that holds', () => {
      const variables = [
        ['passengers', 9],
        ['note', 'x'],
      ] as const;
      assert.deepEqual(talk(BRANCHES, { variables }).say('jump around').texts, ['Many.']);
    });

    row('a condition that comes to nothing', () => {
      const conversation = talk(BRANCHES).say('jump around');
      assert.deepEqual(conversation.texts, ['Done.']);
      const problems = conversation.outcome?.trace.entries.flatMap((entry) =>
        entry.type === 'condition' && entry.problem ? [entry.problem] : [],
      );
      assert.deepEqual(problems, ["'note' is not set"]);
    });

    row('no branch holds', () => {
      const none = jump('goto:\n  - { when: member, next: done }', DONE);
      assert.deepEqual(talk(none).say('jump around').texts, ['Something went wrong.']);
    });

    row('`next`', () => {
      const two = jump('say:\n  - text: { en: "One." }\nnext: done', DONE);
      assert.deepEqual(talk(two).say('jump around').texts, ['One.', 'Done.']);
    });

    row('`end`', () => {
      const conversation = talk(QUESTION).say('I want to travel to Ghent');
      assert.deepEqual([conversation.session.pending, conversation.session.said], [null, []]);
    });

    row('a link that leads nowhere', () => {
      const conversation = talk(jump('next: nowhere')).say('jump around');
      assert.deepEqual(conversation.texts, ['Something went wrong.']);
      assert.match(conversation.problems.join(), /row\/nowhere/);
    });

    row('dialogs in a circle', () => {
      const conversation = talk(jump('say:\n  - text: { en: "Round." }\nnext: start')).say('jump around');
      assert.equal(conversation.texts.length, 101);
      assert.equal(conversation.texts.at(-1), 'Something went wrong.');
      assert.match(conversation.problems.join(), /circles/);
    });
  });

  describe('actions', () => {
    row('`set`', () => {
      const set = jump(
        `
do:
  - set:
      passengers: "passengers + 1"
      total: "passengers * 2.5"
      note: "'for ' + string(passengers)"
next: done`,
        DONE,
      );
      const conversation = talk(set).say('jump around');
      assert.deepEqual(
        ['passengers', 'total', 'note'].map((name) => conversation.value(name)),
        [2, 5, 'for 2'],
      );
    });

    row('a `set` that comes to nothing', () => {
      const broken = jump(
        `
do:
  - set:
      passengers: "total + 1"
      class: "'third'"
      member: "true"
next: done`,
        DONE,
      );
      const conversation = talk(broken).say('jump around');
      assert.deepEqual(conversation.texts, ['Done.']);
      assert.deepEqual(
        ['passengers', 'class', 'member'].map((name) => conversation.value(name)),
        [1, undefined, true],
      );
      assert.equal(conversation.problems.length, 2);
    });

    row('`clear`', () => {
      const conversation = talk(jump('do:\n  - clear: [passengers]\nend: true')).say('jump around');
      assert.equal(conversation.value('passengers'), undefined, 'unset, not the initial value');
    });

    row('`language`', () => {
      const dutch = jump('do:\n  - language: nl\nnext: welcome', '').replace(
        'next: welcome',
        'next: general/welcome',
      );
      const conversation = talk(dutch).say('jump around');
      assert.deepEqual(conversation.texts, ['Welkom.']);
      assert.equal(conversation.say('ik zou willen reizen').session.language, 'nl');
    });

    row('`handover`', () => {
      const hand = jump('do:\n  - handover: "For {passengers}."\nnext: done', DONE);
      const conversation = talk(hand).say('jump around');
      assert.deepEqual(conversation.effect, { type: 'handover', id: 1, note: 'For 1.' });
      assert.deepEqual(conversation.texts, []);
      assert.deepEqual(conversation.happen({ type: 'done', effect: 1 }).texts, ['Done.']);
    });

    row('a hand-over that nobody takes', () => {
      const hand = jump('do:\n  - handover: "A note."\nnext: done', DONE);
      assert.deepEqual(talk(hand).say('jump around').fail().texts, ['Something went wrong.']);
    });

    row('`http` and its answer', () => {
      const conversation = talk(HTTP('')).say('jump around');
      assert.ok(conversation.effect.type === 'http');
      assert.equal(conversation.effect.request.url, 'https://example.org/total');
      assert.deepEqual(conversation.answer({ sum: '12.5' }).texts, ['Total 12.5.']);
      assert.equal(conversation.value('total'), 12.5);
    });

    row('`http` that fails', () => {
      assert.deepEqual(talk(HTTP('')).say('jump around').fail().texts, ['Something went wrong.']);
      assert.deepEqual(talk(HTTP('')).say('jump around').answer({ sum: 1 }, 500).texts, [
        'Something went wrong.',
      ]);
    });

    row('`http` that fails, with `onError`', () => {
      assert.deepEqual(talk(HTTP('      onError: mended')).say('jump around').fail().texts, ['Mended.']);
    });

    row('an answer that makes no sense', () => {
      for (const body of [null, 'x', {}, { sum: 'many' }, { sum: {} }, { toString: 1 }]) {
        const conversation = talk(HTTP('')).say('jump around').answer(body);
        assert.deepEqual(conversation.texts, ['Something went wrong.'], JSON.stringify(body));
        assert.equal(conversation.value('total'), undefined);
      }
    });

    row('an answer that says null', () => {
      const conversation = talk(HTTP(''), { variables: [['total', 3]] }).say('jump around');
      assert.equal(conversation.answer({ sum: null }).value('total'), undefined);
    });

    row('an error in the error dialog', () => {
      const broken = jump('do:\n  - http: { method: GET, url: "https://example.org" }\nend: true');
      const bot = compileBot(rowBot(broken));
      const conversation = new Talk({ bot: { ...bot, defaults: { error: 'row/start' } }, models });
      conversation.say('jump around').fail();
      assert.equal(conversation.outcome?.effects.length, 1, 'the error dialog is tried');
      conversation.fail();
      assert.deepEqual([conversation.outcome?.effects, conversation.session.waiting], [[], null]);
    });

    row('the user goes on before the answer comes', () => {
      const conversation = talk(HTTP('')).say('jump around').say('can I take my bicycle');
      assert.deepEqual(conversation.texts, ['Bikes travel free.']);
      conversation.happen({ type: 'answer', effect: 1, status: 200, body: { sum: 1 } });
      assert.deepEqual([conversation.texts, conversation.value('total')], [[], undefined]);
    });

    const request = (http: string, note: string) => {
      const conversation = talk(jump(`do:\n  - http: ${http}\nnext: done`, DONE), {
        variables: [['note', note]],
      }).say('jump around');
      const [effect] = conversation.outcome?.effects ?? [];
      return effect?.type === 'http' ? effect.request : undefined;
    };

    row('a value in an address', () => {
      const inPath = (note: string) =>
        request('{ method: GET, url: "https://example.org/a/{note}/b" }', note)?.url;
      assert.equal(inPath('../x?y#z é'), 'https://example.org/a/..%2Fx%3Fy%23z%20%C3%A9/b');
      assert.equal(inPath('..'), undefined, 'a way up is no value');
      assert.equal(inPath('.'), undefined);
      assert.equal(inPath('\ud800'), undefined);
      const inHost = (note: string) =>
        request('{ method: GET, url: "https://{note}.example.org/" }', note)?.url;
      assert.equal(inHost('shop-1'), 'https://shop-1.example.org/');
      assert.equal(inHost('evil.org/'), undefined);
      assert.equal(inHost('a.b'), undefined);
    });

    row('a value in a header', () => {
      const inHeader = (note: string) =>
        request('{ method: GET, url: "https://example.org/", headers: { X-Note: "<{note}>" } }', note)
          ?.headers;
      assert.deepEqual(inHeader('plain'), [['X-Note', '<plain>']]);
      assert.equal(inHeader('a\r\nX-Admin: 1'), undefined);
    });

    row('a value in a body', () => {
      const body = request(
        '{ method: POST, url: "https://example.org/", body: { n: "{passengers}", t: "for {passengers}", u: "{total}", s: "{note}", l: [1, "{member}"] } }',
        '","admin":"',
      )?.body;
      assert.equal(
        JSON.stringify(body),
        JSON.stringify({ n: 1, t: 'for 1', u: null, s: '","admin":"', l: [1, false] }),
      );
    });
  });

  describe('texts', () => {
    const said = (text: string, start: SessionStart = {}): Talk =>
      talk(jump(`say:\n  - text: ${text}\nend: true`), start).say(
        start.language === 'nl' ? 'spring rond' : 'jump around',
      );

    row('a text that the language does not have', () => {
      assert.deepEqual(said('{ en: "Only English." }', { language: 'nl' }).texts, ['Only English.']);
    });

    row('a plural', () => {
      const text =
        '{ en: "{passengers, plural, one {One} other {# people}}", nl: "{passengers, plural, one {Eén} other {# mensen}}" }';
      assert.deepEqual(said(text).texts, ['One']);
      assert.deepEqual(said(text, { language: 'nl', variables: [['passengers', 1200]] }).texts, [
        '1.200 mensen',
      ]);
    });

    row('a date', () => {
      const text = '{ en: "On {day, date, long}." }';
      assert.deepEqual(said(text, { variables: [['day', '2026-12-02']] }).texts, ['On December 2, 2026.']);
      assert.deepEqual(said(text, { variables: [['day', '2026-12-02T23:30:00-05:00']] }).texts, [
        'On December 2, 2026.',
      ]);
    });

    row('a placeholder whose variable is unset', () => {
      const conversation = said('{ en: "To {destination}, {member}." }');
      assert.deepEqual(conversation.texts, ['To , false.']);
      assert.deepEqual(conversation.problems, ["'destination' is not set"]);
    });

    row('a format that does not fit its value', () => {
      const conversation = said('{ en: "On {note, date}: {passengers, plural, other {# people}}" }', {
        variables: [['note', 'someday']],
      });
      assert.deepEqual(conversation.texts.length, 1);
      assert.match(conversation.texts[0] ?? '', /^On someday: /);
      assert.equal(conversation.problems.length, 1);
    });

    row('a text that cannot be read', () => {
      assert.deepEqual(said('{ en: "Broken {" }').texts, ['Broken {']);
    });
  });

  describe('the bot and its versions', () => {
    row('a bot that is switched off', () => {
      const bot = compileBot(rowBot(QUESTION));
      const conversation = new Talk({ bot, models }).say('I would like to travel');
      conversation.switchTo({ ...bot, active: false });
      assert.deepEqual(conversation.say('Ghent').texts, ['We are closed.'], 'and nothing behind it');
      conversation.switchTo(bot);
      assert.deepEqual(conversation.say('Ghent').texts, ['To Ghent.']);
    });

    row('a dialog that is gone in a new version', () => {
      const conversation = talk(QUESTION).say('I would like to travel');
      conversation.switchTo(compileBot(rowBot(jump('end: true'))));
      assert.deepEqual(conversation.say('Ghent').texts, ['Welcome.']);
      const waiting = talk(HTTP('')).say('jump around');
      waiting.switchTo(compileBot(rowBot(QUESTION)));
      assert.deepEqual(waiting.answer({ sum: 1 }).texts, ['Welcome.']);
    });

    row('a language that is gone in a new version', () => {
      const conversation = talk(QUESTION, { language: 'nl' }).say('ik zou willen reizen');
      assert.deepEqual(conversation.texts, ['Waarheen?']);
      conversation.switchTo({ ...compileBot(rowBot(QUESTION)), languages: ['en'] });
      assert.deepEqual(conversation.say('Ghent').texts, ['To Ghent.']);
      assert.equal(conversation.session.language, 'en');
    });

    row('the user changes the language', () => {
      const conversation = talk(QUESTION).say('I would like to travel');
      conversation.happen({ type: 'language', language: 'nl' });
      assert.deepEqual(conversation.texts, []);
      assert.deepEqual(conversation.say('Gent').texts, ['Naar Ghent.'], 'the question still waits');
      assert.equal(conversation.happen({ type: 'language', language: 'fr' }).session.language, 'nl');
    });
  });

  it('has a row in docs/dialogue.md for each of these tests, and a test for each row', () => {
    const documented = [...readFileSync(DOCUMENT, 'utf8').matchAll(/^\| (?!-|situation)([^|]+?) \|/gm)].map(
      ([, name]) => name,
    );
    assert.deepEqual(documented, rows);
  });
});
