import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'flows/accepts-anything',
  severity: 'warning',
  summary: 'A question takes any answer.',
  description: `Without an \`entity\` whatever the user says next is the answer, a question of their own too. Name the entity that the answer must hold.`,
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
  flows/no-retry: off
  flows/no-error-path: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    ask:
      text:
        en: Where to?

      save: destination
      next: said
  said:
    say:
      - text:
          en: "To {destination}."
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
  destination:
    type: string
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/no-retry: off
  flows/no-error-path: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    ask:
      text:
        en: Where to?
      entity: station
      save: destination
      next: said
  said:
    say:
      - text:
          en: "To {destination}."
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train

# station.entity.yaml
entity: station
type: list
values:
  Ghent: [Gent]`,
  source: 'Dialogflow CX',
};
