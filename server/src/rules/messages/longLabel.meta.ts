import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'messages/long-label',
  severity: 'warning',
  summary: 'A label is longer than a channel of the bot shows.',
  description: `Messenger, Instagram and WhatsApp cut labels after 20 characters. The rule looks at the channels of \`bot.yaml\`.`,
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
channels:
  live:
    facebook:
      pageId: "1001"
      appId: "2001"
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
          en: What now?
        buttons:
          - label:
              en: Show me the whole timetable
            next: general/welcome

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
channels:
  live:
    facebook:
      pageId: "1001"
      appId: "2001"
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
          en: What now?
        buttons:
          - label:
              en: Timetable
            next: general/welcome

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
