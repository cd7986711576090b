import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'messages/plural-category',
  severity: 'error',
  summary: 'A plural has a form that its language does not have.',
  description: `English has \`one\` and \`other\`, Polish has \`few\` and \`many\` as well, Japanese only \`other\`. A form that the language does not have is never shown. Exact numbers are written with an equals sign, as in \`=0 {nothing}\`.`,
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
          en: "{passengers, plural, one {One ticket} few {Some tickets} other {# tickets}}"

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
          en: "{passengers, plural, one {One ticket} other {# tickets}}"

      - text:
          en: "{passengers} to {destination}"
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: 'own',
};
