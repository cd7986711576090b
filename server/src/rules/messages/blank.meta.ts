import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'messages/blank',
  severity: 'error',
  summary: 'A text is blank.',
  description: `Users would get an empty bubble, or none at all, and channels refuse it.`,
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
  passengers:
    type: number
  destination:
    type: string
rules:
  nlp/few-expressions: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: " "

      - text:
          en: "{passengers} to {destination}"
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
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
  passengers:
    type: number
  destination:
    type: string
rules:
  nlp/few-expressions: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: Hello!

      - text:
          en: "{passengers} to {destination}"
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: "Rasa's validator",
};
