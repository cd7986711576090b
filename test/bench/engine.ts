import { resolve } from 'node:path';
import { momentOf } from '../../server/src/dialogue/moment';
import { createSession } from '../../server/src/dialogue/session';
import { step } from '../../server/src/dialogue/step';
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { snapshotOf } from '../../server/src/project/project';
import { fileUri } from '../../server/src/text/uri';
import { type Trained, trainedBot, withoutNlp } from '../dialogue/talk';
import { median } from './measure';
import type { Section } from './report';
import { PROJECT } from './sessions';

const TURNS = 20_000;
const WARM_UP = 5_000;
const ROUNDS = 5;
/** 10,000 turns per second and core. */
const MOST_MICROSECONDS = 100;

/** A conversation without a call of a web service: questions, answers, a change of subject, a goodbye. */
const SAYINGS = [
  'hello',
  'I want a ticket to Brussels',
  'Gent',
  'tomorrow',
  'can I take my bike on the train?',
  'yes',
  'is a dog allowed?',
  'no thanks',
];

/** A turn of the dialogue engine on the example bot: without HTTP, without a database. */
export async function engine(): Promise<Section> {
  const [snapshot] = snapshotOf(new NodeFileSystem(), [
    fileUri(resolve(PROJECT, 'examples', 'choo-choo')),
  ]).bots;
  if (!snapshot) throw new Error('There is no example bot.');
  const trained = await trainedBot(snapshot);
  return {
    title: 'The dialogue engine',
    method: `CPU time of a turn on the example bot, without HTTP and without a database; ${TURNS.toLocaleString('en')} turns a round, median of
${ROUNDS} rounds after a warm-up. 100 µs are 10,000 turns per second and core. The engine alone answers messages that were understood
before; what is left of the second row is the NLP.`,
    comparisons: [
      {
        what: 'a turn, the engine alone',
        unit: 'µs',
        own: perTurn(withoutNlp(trained)),
        aim: MOST_MICROSECONDS,
      },
      {
        what: 'a turn, the message understood in it',
        unit: 'µs',
        own: perTurn(trained),
        aim: MOST_MICROSECONDS,
      },
    ],
  };
}

/** Microseconds of CPU time. */
function perTurn(trained: Trained): number {
  turns(trained, WARM_UP);
  return median(
    Array.from({ length: ROUNDS }, () => {
      const begun = process.cpuUsage();
      turns(trained, TURNS);
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / TURNS;
    }),
  );
}

function turns({ bot, models }: Trained, count: number): void {
  const now = momentOf('2026-12-01T09:00:00+01:00');
  if (!now) throw new Error('That is no moment.');
  let session = createSession(bot);
  for (let turn = 0; turn < count; turn++) {
    const text = SAYINGS[turn % SAYINGS.length] ?? '';
    session = step(bot, models, session, { type: 'message', text }, now).session;
  }
}
