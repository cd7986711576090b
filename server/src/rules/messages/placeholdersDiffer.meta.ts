import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'messages/placeholders-differ',
  severity: 'warning',
  summary: 'A translation shows other variables than the text it translates.',
  description: `Most often a translation was forgotten when the text changed, or a variable is misspelt in one of them.`,
  wrong: `
# bot.yaml
bot: fixture
languages: [en, nl]
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

# general.flow.yaml
flow: general
dialogs:
  welcome:
    say:
      - text:
          en: This is welcome.
          nl: Dit is welcome.
    end: true
  not_understood:
    say:
      - text:
          en: This is not_understood.
          nl: Dit is not_understood.
    end: true
  error:
    say:
      - text:
          en: This is error.
          nl: Dit is error.
    end: true
  disabled:
    say:
      - text:
          en: This is disabled.
          nl: Dit is disabled.
    end: true

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: "You travel to {destination}."
          nl: "Je reist."

      - text:
          en: "{passengers} to {destination}"
          nl: "{passengers} naar {destination}"
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train
  nl: |
    boek een trein`,
  right: `
# bot.yaml
bot: fixture
languages: [en, nl]
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

# general.flow.yaml
flow: general
dialogs:
  welcome:
    say:
      - text:
          en: This is welcome.
          nl: Dit is welcome.
    end: true
  not_understood:
    say:
      - text:
          en: This is not_understood.
          nl: Dit is not_understood.
    end: true
  error:
    say:
      - text:
          en: This is error.
          nl: Dit is error.
    end: true
  disabled:
    say:
      - text:
          en: This is disabled.
          nl: Dit is disabled.
    end: true

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: "You travel to {destination}."
          nl: "Je reist naar {destination}."

      - text:
          en: "{passengers} to {destination}"
          nl: "{passengers} naar {destination}"
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train
  nl: |
    boek een trein`,
  source: 'own',
};
