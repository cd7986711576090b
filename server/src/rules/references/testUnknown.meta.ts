import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'references/test-unknown',
  severity: 'error',
  summary: 'A conversation test names something that the bot does not have.',
  description: `The rule looks at the intents, entities, dialogs, contexts and variables that tests expect, and at the buttons that they press. Such a test can only fail.`,
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
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: "To {destination}?"
        buttons:
          - label:
              en: Pay
            next: general/welcome

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train

# booking.bottest.yaml
test: somebody books
language: en
steps:
  - user: book me a train
    expect:
      intent: book_trian
      dialog: booking/start
      variables:
        destination: Ghent
  - press: Pay`,
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
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: "To {destination}?"
        buttons:
          - label:
              en: Pay
            next: general/welcome

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train

# booking.bottest.yaml
test: somebody books
language: en
steps:
  - user: book me a train
    expect:
      intent: book_train
      dialog: booking/start
      variables:
        destination: Ghent
  - press: Pay`,
  source: 'Dialogflow CX',
};
