import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { Models } from '../../server/src/dialogue/hear';
import { MOST_DIALOGS } from '../../server/src/dialogue/run';
import { createSession, type Session } from '../../server/src/dialogue/session';
import { step } from '../../server/src/dialogue/step';
import type { Event, Outcome } from '../../server/src/dialogue/turn';
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { snapshotOf } from '../../server/src/project/project';
import { fileUri } from '../../server/src/text/uri';
import { momentOf } from '../../server/src/dialogue/moment';
import { trainedBot, type Trained, withoutNlp } from './talk';

const EXAMPLE = resolve(__dirname, '..', '..', '..', 'examples', 'choo-choo');
const TURNS = Number(process.env['RANDOM_WALK_TURNS'] ?? 100_000);
/** A conversation is as long as a patient person's. */
const TURNS_PER_CONVERSATION = 200;
/** So many conversations ask the models at every turn. The others ask them once for each text and language: what a model
 * predicts for the same text at the same moment is the same, and most of the time of a turn. */
const CONVERSATIONS_WITH_NLP = 10;

/** Park and Miller's generator: the same walk for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const ANSWERS: readonly unknown[] = [
  {
    price: 12.5,
    reference: 'AB123456',
    paid: true,
    refundable: true,
    amount: 9,
    delay: 70,
    departure: '9:10',
    platform: '4',
    case: 'C1',
  },
  { price: '7', paid: false, refundable: false, amount: 0, delay: 0 },
  {},
  null,
  [],
  'nonsense',
  { price: { deep: true }, delay: -1e300 },
];

const ODD = [
  '',
  ' ',
  '{',
  '🚂',
  '\ud800',
  '\u0000',
  'x'.repeat(2000),
  '{destination}',
  '9',
  '0',
  '-1',
  'null',
];

describe('Dialogue: a random walk through the example', function () {
  this.timeout(900_000);
  let trained: Trained;
  let remembering: Trained;
  let sayings: readonly string[];
  before(async () => {
    const [snapshot] = snapshotOf(new NodeFileSystem(), [fileUri(EXAMPLE)]).bots;
    assert.ok(snapshot);
    trained = await trainedBot(snapshot);
    remembering = withoutNlp(trained);
    const expressions = snapshot.intents.flatMap(({ item }) =>
      [...item.expressions.values()].flatMap((block) => block.expressions.map(({ plain }) => plain)),
    );
    sayings = [...expressions, ...ODD, 'Gent', 'Brussels', 'tomorrow', 'AB123456', 'jane@example.org', '2'];
  });

  const now = momentOf('2026-12-01T09:00:00+01:00');
  assert.ok(now);

  function next(random: (below: number) => number, session: Session): Event {
    const { waiting, offered } = session;
    // Most effects are answered; some come late, twice, or never.
    if (waiting && random(10) > 0) {
      const effect = waiting.effect - (random(10) === 0 ? 1 : 0);
      if (random(6) === 0) return { type: 'failed', effect, reason: 'it timed out' };
      if (waiting.type === 'handover') return { type: 'done', effect };
      const body = ANSWERS[random(ANSWERS.length)];
      return { type: 'answer', effect, status: random(8) === 0 ? 503 : 200, body };
    }
    const kind = random(20);
    if (kind === 0) return { type: 'start' };
    if (kind === 1) return { type: 'language', language: random(2) === 0 ? 'nl' : 'en' };
    if (kind === 2) return { type: 'press', button: 'nowhere#0.0' };
    if (kind < 8 && offered.length > 0) {
      return { type: 'press', button: offered[random(offered.length)] ?? '' };
    }
    return { type: 'message', text: sayings[random(sayings.length)] ?? '' };
  }

  function run(models: Models, session: Session, event: Event): Outcome {
    return step(trained.bot, models, session, event, now as NonNullable<typeof now>);
  }

  it(`neither throws nor turns in circles in ${TURNS} turns, and each conversation replays to the same state`, () => {
    const reached = new Set<string>();
    for (let seed = 0; seed * TURNS_PER_CONVERSATION < TURNS; seed++) {
      const random = randomFrom(seed);
      const { models } = seed < CONVERSATIONS_WITH_NLP ? trained : remembering;
      let session = createSession(trained.bot);
      let text = JSON.stringify(session);
      const events: Event[] = [];
      const states: string[] = [];
      for (let turn = 0; turn < TURNS_PER_CONVERSATION; turn++) {
        const event = next(random, session);
        events.push(event);
        const outcome = run(models, session, event);
        const place = `seed ${seed}, turn ${turn}: ${JSON.stringify(event).slice(0, 200)}`;
        assert.equal(JSON.stringify(session), text, `${place} changed the session that it was given`);
        const entered = outcome.trace.entries.filter((entry) => entry.type === 'entered');
        assert.ok(entered.length < MOST_DIALOGS / 2, place);
        for (const { dialog } of entered) reached.add(dialog);
        assert.ok(outcome.effects.length <= 1, place);
        assert.equal(
          outcome.session.waiting?.effect,
          outcome.effects[0]?.id ?? outcome.session.waiting?.effect,
        );
        session = outcome.session;
        text = JSON.stringify(session);
        states.push(text);
      }
      // The log of a conversation and its sessions are kept as JSON.
      const log = JSON.parse(JSON.stringify(events)) as Event[];
      let replayed = JSON.stringify(createSession(trained.bot));
      for (const [turn, event] of log.entries()) {
        replayed = JSON.stringify(run(models, JSON.parse(replayed) as Session, event).session);
        assert.equal(replayed, states[turn], `seed ${seed} does not replay at turn ${turn}`);
      }
    }
    assert.ok(reached.size > trained.bot.dialogs.size / 2, 'the walk sees most of the bot');
  });
});
