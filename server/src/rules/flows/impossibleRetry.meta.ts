import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'flows/impossible-retry',
  severity: 'error',
  summary: 'A question says what follows a wrong answer, and takes any answer.',
  description: `\`retry\` speaks when the answer does not hold the entity that the question asks for. Without an entity any answer will do, so that it never happens, and neither does its \`next\`.`,
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
    ask:
      text:
        en: Where to?
      retry:
        text:
          en: I need a station.
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
  flows/accepts-anything: off
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
      retry:
        text:
          en: I need a station.
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
  source: "Rasa's validator",
};
