import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'flows/constant-condition',
  severity: 'warning',
  summary: 'A condition is always true, or never.',
  description: `\`passengers > 3 && passengers < 2\` never holds, and \`travel_class != "first" || travel_class != "second"\` always does. One of them was meant differently, or the branch is not needed. The rule proves this for comparisons of variables with constants, and says nothing where it cannot tell.`,
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
      - when: passengers > 8 && passengers < 8
        next: general/welcome
      - when: travel_class == "first"
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
      - when: passengers > 8 || passengers < 3
        next: general/welcome
      - when: travel_class == "first"
        next: general/welcome
      - next: general/error
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: 'Chatlayer',
};
