import assert from 'node:assert/strict';
import { compileBot } from '../../server/src/dialogue/compileBot';
import type { Models } from '../../server/src/dialogue/hear';
import type { Event } from '../../server/src/dialogue/turn';
import { runTest } from '../../server/src/testing/runTest';
import { testOfChat } from '../../server/src/testing/writeTest';
import { rowBot } from '../dialogue/fixture';
import { modelsOf } from '../dialogue/talk';

const DIALOGS = `
  start:
    trigger: { intent: travel }
    ask: { text: { en: "Where to?" }, entity: station, save: destination, next: look }
  look:
    do:
      - http:
          method: GET
          url: https://example.org/trains?to={destination}
          save: { total: /count }
          onError: broken
    next: offer
  offer:
    say:
      - text: { en: "{total} trains to {destination}.\\nShall I?" }
        buttons:
          - { label: { en: "Take one" }, next: taken }
  broken:
    say:
      - text: { en: "Closed." }
    end: true
  taken:
    do:
      - handover: "About {destination}."
    next: broken
`;

const NOW = { now: new Date('2026-12-01T08:00:00Z'), offsetMinutes: 60 };

describe('Testing: a chat becomes a test', function () {
  this.timeout(60_000);
  let models: Models;
  before(async () => {
    models = await modelsOf(rowBot(DIALOGS));
  });

  function saved(events: readonly Event[]): string {
    return testOfChat(rowBot(DIALOGS), models, {
      name: 'saved',
      language: 'en',
      events,
      now: NOW,
      nowText: '2026-12-01T09:00:00+01:00',
    });
  }

  const CHATS: readonly (readonly [string, readonly Event[]])[] = [
    ['a greeting', [{ type: 'start' }]],
    [
      'questions, a call, a button and a hand-over',
      [
        { type: 'start' },
        { type: 'message', text: 'I would like to travel' },
        { type: 'message', text: 'Ghent' },
        { type: 'answer', effect: 1, status: 200, body: { count: 2 } },
        { type: 'press', button: 'row/offer#0.0' },
        { type: 'message', text: 'qwertz' },
      ],
    ],
    [
      'a call that fails',
      [
        { type: 'message', text: 'I want to travel to Ghent' },
        { type: 'failed', effect: 1, reason: 'no' },
      ],
    ],
    [
      'an answer with an error',
      [
        { type: 'message', text: 'I want to travel to Ghent' },
        { type: 'answer', effect: 1, status: 500, body: null },
      ],
    ],
    [
      'words that YAML reads as something else',
      [
        { type: 'message', text: '9' },
        { type: 'message', text: '# no: {comment}' },
      ],
    ],
  ];

  for (const [what, events] of CHATS) {
    it(`that passes: ${what}`, () => {
      const text = saved(events);
      const bot = rowBot(DIALOGS, text);
      const [test] = bot.tests;
      assert.ok(test);
      const { failures } = runTest(compileBot(bot), models, test);
      assert.deepEqual(failures, [], text);
    });
  }

  it('as a person would write it', () => {
    assert.equal(
      saved(CHATS[1]?.[1] ?? []),
      `test: saved
language: en
given:
  now: 2026-12-01T09:00:00+01:00
steps:
  - bot: Welcome.
  - user: I would like to travel
    expect:
      intent: travel
      dialog: row/start
  - bot: Where to?
  - user: Ghent
    expect:
      dialog: row/offer
  - http:
      url: https://example.org/trains?to=Ghent
      answer:
        count: 2
  - bot: |-
      2 trains to Ghent.
      Shall I?
  - press: Take one
    expect:
      dialog: row/broken
  - bot: Closed.
  - user: qwertz
    expect:
      dialog: general/not_understood
  - bot: Pardon?
`,
    );
  });
});
