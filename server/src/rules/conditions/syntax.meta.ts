import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'conditions/syntax',
  severity: 'error',
  summary: 'A condition cannot be read.',
  description: `Conditions, and the values that \`set\` gives to variables, are written in CEL (Common Expression Language): \`==\` compares, \`&&\` and \`||\` join, \`!\` turns round, texts stand in quotes. A condition that cannot be read would make the bot fail in the middle of a conversation. Conditions have at most 2,000 characters and 32 nested brackets.`,
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
      - when: passengers = 8
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
