import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'flows/no-retry',
  severity: 'warning',
  summary: 'A question says nothing to an answer that does not fit.',
  description: `Users answer in unexpected ways. \`retry\` says what they get to hear then, how often, and where the conversation goes on when it does not help.`,
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
  source: 'Dialogflow CX',
};
