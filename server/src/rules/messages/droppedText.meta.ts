import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'messages/dropped-text',
  severity: 'error',
  summary: 'YAML takes a part of a text for a comment.',
  description: `In YAML a blank and \`#\` start a comment, so that \`en: We are #1\` says *We are*. Quote such a text. Where a comment is meant, put it on a line of its own.`,
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
          en: We are #1

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
          en: "We are #1"

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
