import assert from 'node:assert/strict';
import { chatTurn, suggestedAnswer } from '../../server/src/dialogue/chat';
import { compileBot } from '../../server/src/dialogue/compileBot';
import type { Models } from '../../server/src/dialogue/hear';
import { rowBot } from './fixture';
import { modelsOf } from './talk';

const DIALOGS = `
  start:
    trigger: { intent: travel }
    ask:
      text: { en: "Where to?" }
      entity: station
      save: destination
      retry: { text: { en: "A station." } }
      next: look
  look:
    do:
      - set: { passengers: "total + 1" }
      - clear: [day]
      - http:
          method: POST
          url: https://example.org/trains
          body: { to: "{destination}" }
          save: { total: /trains/count, member: /member, class: /class, note: /note }
    goto:
      - { when: total > 1, next: hand }
      - { when: note == "x", next: hand }
      - { next: hand }
  hand:
    do:
      - handover: "About {destination}."
    next: done
  done:
    say:
      - text: { en: "Done." }
    end: true
`;

const NOW = { now: new Date('2026-12-01T08:00:00Z'), offsetMinutes: 60 };

describe('Dialogue: a chat', function () {
  this.timeout(60_000);
  let models: Models;
  before(async () => {
    models = await modelsOf(rowBot(DIALOGS));
  });

  it('tells in sentences what happened, lets the person play the service, and takes hand-overs at once', () => {
    const bot = compileBot(rowBot(DIALOGS));
    const asked = chatTurn(bot, models, null, { type: 'message', text: 'I want to travel to Gent' }, NOW);
    assert.deepEqual(
      asked.trace.map(({ text }) => text),
      [
        'destination = Ghent',
        'row/start (the intent triggers it)',
        'destination = Ghent',
        "row/start is not asked: 'station' was said already",
        'row/look (the question is answered)',
        "'passengers' was not set: 'total' is not set",
        'day is unset',
        'POST https://example.org/trains',
      ],
    );
    assert.deepEqual(
      asked.trace.filter(({ isProblem }) => isProblem).map(({ dialog }) => dialog),
      ['row/look'],
    );
    assert.equal(asked.asked?.request.body && JSON.stringify(asked.asked.request.body), '{"to":"Ghent"}');
    assert.equal(
      JSON.stringify(suggestedAnswer(bot, asked.session)),
      '{"trains":{"count":1},"member":true,"class":"first","note":"text"}',
    );

    const body = { trains: { count: 1 }, member: true, class: 'first', note: null };
    const event = { type: 'answer', effect: 1, status: 200, body } as const;
    const answered = chatTurn(bot, models, asked.session, event, NOW);
    assert.deepEqual(
      answered.messages.map(({ text }) => text),
      ['Done.'],
    );
    assert.deepEqual(
      answered.trace.map(({ text }) => text),
      [
        'total = 1',
        'member = true',
        'class = first',
        'note is unset',
        'total > 1 does not hold',
        'note == "x" comes to nothing: \'note\' is not set',
        'otherwise',
        'row/hand (a branch leads here)',
        'hand-over: About Ghent.',
        'row/done (next)',
      ],
    );
  });

  it('begins with the greeting, and suggests that its own answer fits', () => {
    const bot = compileBot(rowBot(DIALOGS));
    const begun = chatTurn(bot, models, null, { type: 'start' }, NOW);
    assert.deepEqual(
      begun.messages.map(({ text }) => text),
      ['Welcome.'],
    );
    assert.deepEqual(suggestedAnswer(bot, begun.session), {});
    const asked = chatTurn(bot, models, null, { type: 'message', text: 'I want to travel to Ghent' }, NOW);
    const body = suggestedAnswer(bot, asked.session);
    const fitting = chatTurn(
      bot,
      models,
      asked.session,
      { type: 'answer', effect: 1, status: 200, body },
      NOW,
    );
    assert.deepEqual(
      fitting.trace.filter(({ isProblem }) => isProblem),
      [],
    );
  });

  it('says that it asks again', () => {
    const bot = compileBot(rowBot(DIALOGS));
    const asked = chatTurn(bot, models, null, { type: 'message', text: 'I would like to travel' }, NOW);
    const again = chatTurn(bot, models, asked.session, { type: 'message', text: 'qwertz' }, NOW);
    assert.deepEqual(
      again.trace.map(({ text }) => text),
      ['row/start asks again (attempt 1)'],
    );
  });
});
