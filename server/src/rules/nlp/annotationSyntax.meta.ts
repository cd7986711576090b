import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/annotation-syntax',
  severity: 'error',
  summary: 'An annotation cannot be read.',
  description: `An annotation is written \`[text](entity)\` or \`[text](entity:variable)\`. A bracket that is none is written \`\\[\`.`,
  wrong: `
# bot.yaml
bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# station.entity.yaml
entity: station
type: list
values:
  Ghent: [Gent, Gand]
  Bruges: [Brugge]

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a train to [Ghent](station)
    a train to [Bruges(station)

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  right: `
# bot.yaml
bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# station.entity.yaml
entity: station
type: list
values:
  Ghent: [Gent, Gand]
  Bruges: [Brugge]

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a train to [Ghent](station)
    a train to [Bruges](station)

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  source: 'Kore.ai',
};
