import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'messages/syntax',
  severity: 'error',
  summary: 'A message cannot be read.',
  description: `Messages, and the texts that actions send, are written in ICU MessageFormat: \`{destination}\` shows a variable, \`{passengers, plural, one {# ticket} other {# tickets}}\` chooses by number. A message that cannot be read could not be sent. A brace that is to be shown stands in single quotes: \`'{'\`. Variables in messages are letters, digits and underscores.`,
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
          en: "A ticket to {destination"

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
          en: "A ticket to {destination}"

      - text:
          en: "{passengers} to {destination}"
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: "Rasa's validator; own",
};
