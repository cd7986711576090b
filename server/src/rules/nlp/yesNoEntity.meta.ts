import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/yes-no-entity',
  severity: 'warning',
  summary: 'An entity tells yes from no.',
  description: `Whether somebody agrees is what they want, not a detail of it. Intents, with expressions, understand the many ways to agree and to refuse; a list of values does not.`,
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

# answer.entity.yaml
entity: answer
type: list
values:
  yes: [aye]
  "no": [nay]

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a train
    i say [aye](answer)

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

# answer.entity.yaml
entity: answer
type: list
values:
  blue: [aye]
  green: [nay]

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a train
    i say [aye](answer)

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  source: 'Dialogflow CX',
};
