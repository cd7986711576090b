import assert from 'node:assert/strict';
import type { EntityData, Model, ModelArtifact, TrainingData } from '../../server/src/nlp/contract';
import { loadModel } from '../../server/src/nlp/loadModel';
import { trainModel } from '../../server/src/nlp/trainModel';

/** Training data from lists of plain expressions. */
export function dataOf(
  intents: readonly (readonly [name: string, expressions: readonly string[]])[],
  entities: readonly EntityData[] = [],
  language = 'en',
): TrainingData {
  return {
    language,
    intents: intents.map(([name, expressions]) => ({
      name,
      expressions: expressions.map((text) => ({ text, annotations: [] })),
    })),
    entities,
  };
}

/** A small bot with three intents that a person would tell apart, and one entity of each kind that is extracted. */
export const TRAVEL: TrainingData = dataOf(
  [
    [
      'book_train',
      [
        'I want a ticket to Brussels',
        'book me a train',
        'a return ticket to Ghent please',
        'can I buy a train ticket',
        'two tickets for tomorrow',
        'I need to travel to Antwerp by train',
        'reserve a seat on the train to Bruges',
        'get me a single to Namur',
      ],
    ],
    [
      'refund',
      [
        'I want my money back',
        'can I get a refund',
        'my train was cancelled, refund me',
        'how do I return a ticket for money',
        'please refund my booking',
        'I would like compensation for the delay',
        'pay me back for the ticket',
        'where is my refund',
      ],
    ],
    [
      'opening_hours',
      [
        'when does the ticket office open',
        'what are your opening hours',
        'is the station open on Sunday',
        'until what time is the desk open',
        'are you open now',
        'when do you close',
        'opening times of the office',
        'how late is the counter open today',
      ],
    ],
  ],
  [
    {
      type: 'list',
      name: 'station',
      values: [
        { value: 'Brussels', synonyms: ['Brussel', 'Bruxelles', 'BXL'] },
        { value: 'Ghent', synonyms: ['Gent', 'Gand'] },
      ],
    },
    { type: 'pattern', name: 'ticket_number', patterns: ['[A-Z]{2}\\d{6}'] },
    { type: 'system', name: 'people', system: 'number' },
    { type: 'contextual', name: 'product' },
  ],
);

export const NOW = { now: new Date('2026-12-01T08:00:00Z'), offsetMinutes: 60 };

export async function artifactOf(data: TrainingData): Promise<ModelArtifact> {
  const result = await trainModel(data);
  assert.ok(result.ok, JSON.stringify(result));
  return result.model;
}

export function modelOf(bytes: Uint8Array): Model {
  const loaded = loadModel(bytes);
  assert.ok(loaded.ok, JSON.stringify(loaded));
  return loaded.model;
}

export async function trained(data: TrainingData): Promise<Model> {
  return modelOf((await artifactOf(data)).bytes);
}
