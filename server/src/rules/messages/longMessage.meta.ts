import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'messages/long-message',
  severity: 'warning',
  summary: 'A message is longer than a channel of the bot takes.',
  description: `Messenger takes 2,000 characters, Instagram 1,000, WhatsApp 4,096, and much less beside buttons. Longer messages are refused, and nobody reads them anyway. Say it in several messages. The rule counts the longest form of a message, without what its placeholders will hold.`,
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
          en: Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. Long. 

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
          en: Short.

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
