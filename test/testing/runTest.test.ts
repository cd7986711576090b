import assert from 'node:assert/strict';
import { compileBot } from '../../server/src/dialogue/compileBot';
import type { Models } from '../../server/src/dialogue/hear';
import type { BotSnapshot } from '../../server/src/project/snapshot';
import { coverageOf, sharesOf } from '../../server/src/testing/coverage';
import { passed } from '../../server/src/testing/result';
import { runTest } from '../../server/src/testing/runTest';
import { runTests } from '../../server/src/testing/runTests';
import { rowBot } from '../dialogue/fixture';
import { modelsOf } from '../dialogue/talk';
import { readMarks } from '../support/workspace';

const DIALOGS = `
  start:
    trigger: { intent: travel }
    ask: { text: { en: "Where to?", nl: "Waarheen?" }, entity: station, save: destination, next: look }
  look:
    do:
      - http:
          method: GET
          url: https://example.org/trains?to={destination}
          save: { total: /count }
          onError: broken
    goto:
      - { when: total > 0, next: offer }
      - { next: none }
  offer:
    say:
      - text: { en: "{total} trains to {destination}." }
        buttons:
          - { label: { en: "Take one" }, next: taken }
          - { label: { en: "Call us" }, next: call }
    contexts: { offer: 2 }
  none:
    say:
      - text: { en: "No trains." }
    end: true
  broken:
    say:
      - text: { en: "Closed." }
    end: true
  taken:
    trigger: { intent: confirm, requires: [offer] }
    say:
      - text: { en: "Taken." }
      - text: { en: "Bye." }
    end: true
  call:
    do:
      - handover: "About {destination}."
    next: none
`;

/** Tests that fail, with a mark \`⟦x …⟧\` at each place where a failure stands, and what it says there. */
const FAILURES: readonly (readonly [what: string, test: string, failures: readonly string[]])[] = [
  [
    'another message',
    '  - user: I would like to travel\n  - bot: ⟦x Where from?⟧',
    ['The bot says something else. | Where from? | Where to?'],
  ],
  [
    'a message too many',
    '  - user: I would like to travel\n  - bot: Where to?\n  - bot: ⟦x Hello?⟧',
    ['The bot says nothing more. | Hello? | '],
  ],
  [
    'an intent, and what follows from it in the same turn',
    '  - user: I would like to travel\n    expect: { intent: ⟦x bicycle⟧, dialog: ⟦y general/bicycle⟧ }\n  - bot: ⟦z Bikes travel free.⟧\n  - user: Ghent\n    expect: { intent: jump }',
    [
      /^The message was understood as another intent \(\d\.\d{3}\)\. \| bicycle \| travel$/.source,
      'The conversation stands in another dialog. | general/bicycle | row/start',
      'The bot says something else. | Bikes travel free. | Where to?',
    ],
  ],
  [
    'an intent below the threshold',
    '  - user: qwertz\n    expect: { intent: ⟦x travel⟧ }',
    [/^No intent is above the threshold; the best is \w+ \(0\.\d{3}\)\. \| travel \| not understood$/.source],
  ],
  [
    'an intent behind a button',
    '  - user: I want to travel to Ghent\n  - http: { url: "https://example.org/trains?to=Ghent", answer: { count: 2 } }\n  - press: Take one\n    expect: { intent: ⟦x confirm⟧ }',
    ['A button was pressed, so no intent was understood.'],
  ],
  [
    'a variable',
    '  - user: I would like to travel\n    expect: { variables: { passengers: ⟦x 2⟧, destination: ⟦y Ghent⟧, member: false, total: null } }',
    [
      "Variable 'passengers' has another value. | 2 | 1",
      "Variable 'destination' has another value. | Ghent | unset",
    ],
  ],
  [
    'an entity',
    '  - user: I want to travel to Gent\n    expect: { entities: { station: ⟦x Brussels⟧, day: ⟦y 2026-01-01⟧ } }\n  - http: { url: "https://example.org/trains?to=Ghent", answer: { count: 0 } }',
    [
      "Entity 'station' was not found with this value. | Brussels | Ghent",
      "Entity 'day' was not found with this value. | 2026-01-01 | nothing",
    ],
  ],
  [
    'a context',
    '  - user: I would like to travel\n    expect: { contexts: [⟦x offer⟧] }',
    ["Context 'offer' is not active. | offer | no context"],
  ],
  [
    'a call without its answer, at the end',
    '  - user: ⟦x I want to travel to Ghent⟧',
    [
      "The bot calls GET https://example.org/trains?to=Ghent and waits for the answer. Say it in a step 'http'.",
    ],
  ],
  [
    'a call without its answer, before a message',
    '  - user: I want to travel to Ghent\n  - bot: ⟦x 2 trains to Ghent.⟧',
    [
      "The bot calls GET https://example.org/trains?to=Ghent and waits for the answer. Say it in a step 'http'.",
    ],
  ],
  [
    'a call of another address',
    '  - user: I want to travel to Ghent\n  - http: { url: ⟦x https://example.org/trains⟧, answer: {} }',
    ['The bot calls another address. | https://example.org/trains | https://example.org/trains?to=Ghent'],
  ],
  [
    'an answer that nobody waits for',
    '  - user: I would like to travel\n  - http: { url: ⟦x https://example.org/trains⟧, answer: {} }',
    ['The bot calls no web service here.'],
  ],
  [
    'a button that is not offered',
    '  - user: I want to travel to Ghent\n  - http: { url: "https://example.org/trains?to=Ghent", answer: { count: 2 } }\n  - press: ⟦x Cancel⟧',
    ['The bot offers no button with this label. | Cancel | Take one, Call us'],
  ],
];

const PASSING: readonly (readonly [what: string, test: string])[] = [
  [
    'everything that a test can say',
    `given: { now: "2026-12-01T09:00:00+01:00", variables: { total: 9 } }
steps:
  - user: I want to travel to Gent tomorrow
    expect:
      intent: travel
      entities: { station: Ghent, day: 2026-12-02 }
      dialog: row/offer
      variables: { destination: Ghent, total: 2 }
      contexts: [offer]
  - http: { url: "https://example.org/trains?to=Ghent", answer: { count: 2 } }
  - bot: 2 trains to Ghent.
  - user: yes please
    expect: { dialog: row/taken }
  - bot: Taken.`,
  ],
  ['a greeting, when the bot speaks first', 'steps:\n  - bot: Welcome.'],
  ['no greeting, when the user does', 'steps:\n  - user: can I take my bicycle\n  - bot: Bikes travel free.'],
  [
    'messages that are not asked for',
    'steps:\n  - user: I would like to travel\n  - user: can I take my bicycle\n  - bot: Bikes travel free.',
  ],
  [
    'an older button, and a hand-over that is taken',
    `steps:
  - user: I want to travel to Ghent
  - http: { url: "https://example.org/trains?to=Ghent", answer: { count: 2 } }
  - user: can I take my bicycle
  - press: Call us
    expect: { dialog: row/none }
  - bot: No trains.`,
  ],
  [
    'a service that fails',
    'steps:\n  - user: I want to travel to Ghent\n    expect: { dialog: row/broken }\n  - http: { url: "https://example.org/trains?to=Ghent", status: 503, answer: null }\n  - bot: Closed.',
  ],
  ['another language', 'language: nl\nsteps:\n  - user: ik zou willen reizen\n  - bot: Waarheen?'],
];

describe('Testing: one conversation test', function () {
  this.timeout(120_000);
  let models: Models;
  before(async () => {
    models = await modelsOf(rowBot(DIALOGS));
  });

  function only(bot: BotSnapshot) {
    const [test] = bot.tests;
    assert.ok(test && bot.tests.length === 1);
    return runTest(compileBot(bot), models, test);
  }

  for (const [what, steps, expected] of FAILURES) {
    it(`fails on ${what}, at its place`, () => {
      const { text, marks } = readMarks(`test: it fails\nlanguage: en\nsteps:\n${steps}\n`);
      const { failures } = only(rowBot(DIALOGS, text));
      assert.deepEqual(
        failures.map(({ span }) => text.slice(span.start, span.end)),
        marks.map(({ span }) => text.slice(span.start, span.end)),
      );
      assert.deepEqual(
        failures.map(({ span }) => span),
        marks.map(({ span }) => span),
      );
      for (const [index, failure] of failures.entries()) {
        const told = [failure.message, failure.expected, failure.actual]
          .filter((part) => part !== undefined)
          .join(' | ');
        const wanted = expected[index] ?? '';
        if (wanted.startsWith('^')) assert.match(told, new RegExp(wanted));
        else assert.equal(told, wanted);
      }
    });
  }

  for (const [what, rest] of PASSING) {
    it(`passes with ${what}`, () => {
      const { failures } = only(rowBot(DIALOGS, `test: it passes\n${rest}\n`));
      assert.deepEqual(failures, []);
    });
  }

  it('fails where the language is not trained, and says so at its name', () => {
    const text = 'test: ⟦x nobody trained it⟧\nsteps:\n  - user: hello\n';
    const bot = rowBot(DIALOGS, readMarks(text).text);
    const [test] = bot.tests;
    assert.ok(test);
    const { failures } = runTest(compileBot(bot), () => undefined, test);
    assert.deepEqual(
      failures.map(({ message, span }) => [message, span]),
      [['The NLP is not trained for en. Train it first.', readMarks(text).marks[0]?.span]],
    );
  });

  it('keeps the conversation as it went', () => {
    const { transcript } = only(rowBot(DIALOGS, `test: it passes\n${PASSING[4]?.[1] ?? ''}\n`));
    assert.deepEqual(
      transcript.map(({ who, text }) => `${who}: ${text}`),
      [
        'user: I want to travel to Ghent',
        'service: GET https://example.org/trains?to=Ghent',
        'bot: 2 trains to Ghent. [Take one] [Call us]',
        'user: can I take my bicycle',
        'bot: Bikes travel free.',
        'user: [Call us]',
        'service: hand-over: About Ghent.',
        'bot: No trains.',
      ],
    );
  });

  it('runs every test of a bot, stops when it is told to, and adds up what they come through', async () => {
    const text = PASSING.map(([what, rest]) => `test: ${what}\n${rest}\n`).join('---\n');
    const bot = rowBot(DIALOGS, text);
    const { results, reached, cancelled } = await runTests(bot, models);
    assert.deepEqual([results.length, results.every(passed), cancelled], [PASSING.length, true, false]);
    const coverage = coverageOf(bot, reached);
    assert.deepEqual(
      coverage.dialogs.filter((dialog) => !dialog.reached).map(({ name }) => name),
      ['general/not_understood', 'general/error', 'general/disabled', 'general/agreed'],
    );
    assert.deepEqual(
      coverage.dialogs.flatMap(({ branches }) => branches.map((branch) => branch.reached)),
      [true, false],
      'only the first branch of the one goto was taken',
    );
    assert.deepEqual(sharesOf(coverage), {
      intents: { reached: 3, all: 5 },
      dialogs: { reached: 9, all: 13 },
      branches: { reached: 1, all: 2 },
    });

    const abort = new AbortController();
    const stopped = await runTests(bot, models, { signal: abort.signal, onResult: () => abort.abort() });
    assert.deepEqual([stopped.results.length, stopped.cancelled], [1, true]);
  });
});
