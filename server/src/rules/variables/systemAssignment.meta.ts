import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'variables/system-assignment',
  severity: 'error',
  summary: 'A value of the platform is changed.',
  description: `What stands under \`sys\`, such as the time, is kept by the platform. Conditions and messages read it; nothing can set, save or clear it.`,
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
  origin:
    type: string
rules:
  nlp/few-expressions: off
  references/unused-variable: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    do:
      - clear: [sys.hour]
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
  origin:
    type: string
rules:
  nlp/few-expressions: off
  references/unused-variable: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    do:
      - clear: [origin]
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: 'Chatlayer',
};
