import { resolve } from 'node:path';
import { createSession } from '../../server/src/dialogue/session';
import { step } from '../../server/src/dialogue/step';
import type { Model, PredictContext, Prediction } from '../../server/src/nlp/contract';
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { snapshotOf } from '../../server/src/project/project';
import { fileUri } from '../../server/src/text/uri';
import { type Trained, trainedBot } from './talk';

const EXAMPLE = resolve(__dirname, '..', '..', '..', 'examples', 'choo-choo');
const NOW: PredictContext = { now: new Date('2026-12-01T08:00:00Z'), offsetMinutes: 60 };

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

/** Turns of the example per second of CPU time, understanding the messages included. */
function turnsPerCpuSecond({ bot, models }: Trained, turns: number): number {
  let session = createSession(bot);
  const begun = process.cpuUsage();
  for (let turn = 0; turn < turns; turn++) {
    const text = SAYINGS[turn % SAYINGS.length] ?? '';
    session = step(bot, models, session, { type: 'message', text }, NOW).session;
  }
  const { user, system } = process.cpuUsage(begun);
  return turns / ((user + system) / 1_000_000);
}

/** The same bot with models that remember what they predicted: what is left is the engine. */
function withoutNlp({ bot, models }: Trained): Trained {
  const known = new Map<string, Prediction>();
  const remembering = (language: string): Model | undefined => {
    const model = models(language);
    if (!model) return undefined;
    const predict: Model['predict'] = (text, context) => {
      const prediction = known.get(text) ?? model.predict(text, context);
      known.set(text, prediction);
      return prediction;
    };
    return Object.assign(Object.create(model) as Model, { predict });
  };
  const byLanguage = new Map(bot.languages.map((language) => [language, remembering(language)]));
  return { bot, models: (language) => byLanguage.get(language) };
}

/** Run by hand: `node out/test/dialogue/speed.js`. */
async function main(): Promise<void> {
  const [snapshot] = snapshotOf(new NodeFileSystem(), [fileUri(EXAMPLE)]).bots;
  if (!snapshot) throw new Error('There is no example.');
  const trained = await trainedBot(snapshot);
  for (const [what, one] of [
    ['with NLP', trained],
    ['the engine alone', withoutNlp(trained)],
  ] as const) {
    turnsPerCpuSecond(one, 5_000);
    console.log(`${what}: ${Math.round(turnsPerCpuSecond(one, 50_000))} turns per CPU-second`);
  }
}

if (require.main === module) void main();
