import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/unknown-value',
  severity: 'error',
  summary: 'An annotated text is no value of its list entity.',
  description: `A list entity finds its values and their synonyms, and nothing else. What is annotated in an expression and not in the list is never found in a message. The fixes add it to the list.`,
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
    a ride to [Gendt](station)

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
    a ride to [Gent](station)

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  source: 'Kore.ai',
};
