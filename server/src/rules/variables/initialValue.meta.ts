import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'variables/initial-value',
  severity: 'error',
  summary: 'An enum variable starts with a value that is none of its values.',
  description: `A variable of type \`enum\` holds one of its \`values\`, from the start on. With another one no condition that compares it would hold, and no form of a \`select\` but \`other\` would be said. Values are compared as they are written: case counts.`,
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
  class:
    type: enum
    values: [first, second]
    initial: third
rules:
  nlp/few-expressions: off
  references/unused-variable: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    do:
      - clear: [class]
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
  class:
    type: enum
    values: [first, second]
    initial: second
rules:
  nlp/few-expressions: off
  references/unused-variable: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    do:
      - clear: [class]
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: 'own',
};
