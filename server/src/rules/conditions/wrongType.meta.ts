import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'conditions/wrong-type',
  severity: 'error',
  summary: 'A condition compares or computes with values of the wrong type.',
  description: `Types are those that \`bot.yaml\` declares. A comparison of different types is never true, and other operations with them fail while the bot talks. A condition as a whole is true or false; a value that \`set\` gives to a variable is of its type. Numbers are one type, whole or not.`,
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
  travel_class:
    type: enum
    values: [first, second]
rules:
  nlp/few-expressions: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    goto:
      - when: passengers > 8 && travel_class == "first"
        next: general/welcome
      - when: passengers == "eight"
        next: general/welcome
      - next: general/error
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
  travel_class:
    type: enum
    values: [first, second]
rules:
  nlp/few-expressions: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    goto:
      - when: passengers > 8 && travel_class == "first"
        next: general/welcome
      - when: passengers == 8
        next: general/welcome
      - next: general/error
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: "Rasa's validator",
};
