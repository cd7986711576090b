import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'references/undeclared-language',
  severity: 'warning',
  summary: 'A text, an expression or an action names a language that the bot does not speak.',
  description: `The languages of a bot are listed in \`bot.yaml\`. Texts in another one are never shown, and expressions in it are not trained.`,
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
          en: Hello!
          fr: Bonjour !

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
  source: 'Chatlayer',
};
