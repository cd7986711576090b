import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/mixed-variable',
  severity: 'warning',
  summary: 'A variable is annotated with two entities.',
  description: `What a variable holds then depends on how somebody says it, and whatever uses it must know both. Use a variable for each, or one entity.`,
  wrong: `
# bot.yaml
bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
variables:
  destination:
    type: string
  origin:
    type: string
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

# city.entity.yaml
entity: city
type: list
values:
  Paris: [Parijs]

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    to [Ghent](station:destination)
    leave for [Paris](city:destination)
    from [Gent](station:origin)

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
variables:
  destination:
    type: string
  origin:
    type: string
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

# city.entity.yaml
entity: city
type: list
values:
  Paris: [Parijs]

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    to [Ghent](station:destination)
    leave for [Paris](city)
    from [Gent](station:origin)

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  source: 'Dialogflow CX',
};
