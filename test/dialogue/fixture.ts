import assert from 'node:assert/strict';
import type { BotSnapshot } from '../../server/src/project/snapshot';
import { projectOf } from '../support/workspace';

const BOT = `bot: semantics
languages: [en, nl]
nlp:
  threshold: { intent: 0.5, entity: 0.5 }
  maxMessageLength: 200
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
variables:
  destination: { type: string }
  origin: { type: string }
  passengers: { type: number, initial: 1 }
  class: { type: enum, values: [first, second] }
  member: { type: boolean, initial: false }
  note: { type: string }
  day: { type: string }
  total: { type: number }
  reference: { type: string }
`;

const INTENTS = `intent: travel
expressions:
  en: |
    I want to travel to [Brussels](station:destination)
    a trip to [Ghent](station:destination) please
    travel from [Ghent](station:origin) to [Brussels](station:destination)
    bring me to [Bruges](station:destination) [tomorrow](day:day)
    I would like to travel
    plan a trip from [Bruges](station:origin)
  nl: |
    ik wil naar [Brussels](station:destination) reizen
    een reis naar [Ghent](station:destination) graag
    reizen van [Ghent](station:origin) naar [Brussels](station:destination)
    ik zou willen reizen
    plan een reis vanuit [Bruges](station:origin)
---
intent: bicycle
expressions:
  en: |
    can I take my bicycle
    may bicycles come along
    is a bike allowed
    bicycle rules
    where do I put my bike
  nl: |
    mag mijn fiets mee
    mogen fietsen mee
    is een fiets toegelaten
    regels voor fietsen
    waar zet ik mijn fiets
---
intent: confirm
expressions:
  en: |
    yes
    yes please
    sure thing
    okay
    go ahead
  nl: |
    ja
    ja graag
    zeker
    oké
    doe maar
---
intent: jump
expressions:
  en: |
    jump around
    jump up and down
    please jump
    jump for me
    start jumping
  nl: |
    spring rond
    spring op en neer
    spring eens
    spring voor mij
    begin te springen
---
intent: orphan
expressions:
  en: |
    weather forecast
    will it rain
    is it sunny outside
    how warm is it
    does it snow
  nl: |
    weerbericht
    gaat het regenen
    schijnt de zon buiten
    hoe warm is het
    sneeuwt het
`;

const ENTITIES = `entity: station
type: list
values:
  Brussels: [BXL]
  Ghent: [Gent]
  Bruges: []
---
entity: day
type: system
system: datetime
---
entity: people
type: system
system: number
`;

const GENERAL = `flow: general
dialogs:
  welcome:
    say:
      - text: { en: "Welcome.", nl: "Welkom." }
    end: true
  not_understood:
    say:
      - text: { en: "Pardon?", nl: "Wat?" }
    end: true
  error:
    say:
      - text: { en: "Something went wrong." }
    end: true
  disabled:
    say:
      - text: { en: "We are closed." }
    next: welcome
  bicycle:
    trigger: { intent: bicycle }
    say:
      - text: { en: "Bikes travel free." }
    end: true
  agreed:
    trigger: { intent: confirm }
    say:
      - text: { en: "Agreed to nothing." }
    end: true
`;

/** The bot of the semantics tests with the dialogs of one row: `dialogs` stand in a flow \`row\`. */
export function rowBot(dialogs: string, tests = ''): BotSnapshot {
  const row = `flow: row\ndialogs:\n${dialogs.replace(/^\n/, '')}`;
  const [bot] = projectOf(
    new Map([
      ['bot.yaml', BOT],
      ['all.intent.yaml', INTENTS],
      ['all.entity.yaml', ENTITIES],
      ['general.flow.yaml', GENERAL],
      ['row.flow.yaml', row],
      ...(tests === '' ? [] : [['row.bottest.yaml', tests] as const]),
    ]),
  ).bots;
  assert.ok(bot);
  const problems = [...bot.files.values()].flatMap(({ syntax, schemaProblems }) => [
    ...syntax.problems.map(({ message }) => message),
    ...schemaProblems.map(({ message }) => message),
  ]);
  assert.deepEqual(problems, [], 'the fixture is written as the format wants it');
  return bot;
}
