import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'flows/shadowed-branch',
  severity: 'warning',
  summary: 'A branch of a goto is never taken, because earlier ones take everything first.',
  description: `\`goto\` takes the first branch whose condition holds. A branch whose condition only holds where an earlier one does comes too late. The rule proves this for comparisons of variables with constants, and for conditions in the same words; it says nothing where it cannot tell.`,
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
      - when: passengers > 8
        next: general/welcome
      - when: passengers > 20
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
      - when: passengers > 20
        next: general/welcome
      - when: passengers > 8
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
