import assert from 'node:assert/strict';
import { trainingDataOf } from '../../server/src/nlp/trainingData';
import { projectOf } from '../support/workspace';

const BOT = `bot: travel
languages: [en, nl]
`;
const INTENTS = `intent: book
description: Not part of the training.
expressions:
  en: |
    a ticket to [Brussels](station:destination) please

    book \\[now\\]
  nl: |
    een kaartje
---
intent: Book
expressions:
  en: |
    one more
---
intent: only_dutch
expressions:
  nl: |
    hallo
`;
const ENTITIES = `entity: station
type: list
values:
  Brussels: [Brussel, BXL]
---
entity: code
type: pattern
patterns: ['[A-Z]+']
---
entity: when
type: system
system: datetime
---
entity: odd
type: system
system: weather
---
entity: product
type: contextual
`;

describe('NLP: training data of a bot', () => {
  const project = projectOf(
    new Map([
      ['bot.yaml', BOT],
      ['a.intent.yaml', INTENTS],
      ['b.entity.yaml', ENTITIES],
    ]),
  );
  const bot = project.bots[0];
  assert.ok(bot);

  it('takes the plain expressions of a language, a name that is written twice once', () => {
    assert.deepEqual(trainingDataOf(bot, 'en').intents, [
      {
        name: 'book',
        expressions: [
          { text: 'a ticket to Brussels please', annotations: [{ entity: 'station', start: 12, end: 20 }] },
          { text: 'book [now]', annotations: [] },
          { text: 'one more', annotations: [] },
        ],
      },
    ]);
    assert.deepEqual(
      trainingDataOf(bot, 'nl').intents.map(({ name }) => name),
      ['book', 'only_dutch'],
    );
    assert.deepEqual(trainingDataOf(bot, 'fr').intents, []);
  });

  it('takes every entity that can be understood', () => {
    assert.deepEqual(trainingDataOf(bot, 'en').entities, [
      { type: 'list', name: 'station', values: [{ value: 'Brussels', synonyms: ['Brussel', 'BXL'] }] },
      { type: 'pattern', name: 'code', patterns: ['[A-Z]+'] },
      { type: 'system', name: 'when', system: 'datetime' },
      { type: 'contextual', name: 'product' },
    ]);
  });
});
