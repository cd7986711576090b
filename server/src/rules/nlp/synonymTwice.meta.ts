import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/synonym-twice',
  severity: 'warning',
  summary: 'A synonym stands under two values of an entity.',
  description: `The bot cannot tell which value is meant, and takes one of them. Case and accents do not count.`,
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
  Ghent: [Gent, west]
  Bruges: [Brugge, west]

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a train
    to [Ghent](station)

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
  Ghent: [Gent]
  Bruges: [Brugge, west]

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a train
    to [Ghent](station)

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  source: 'Dialogflow CX',
};
