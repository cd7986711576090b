import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/long-expression',
  severity: 'warning',
  summary: 'An expression is longer than the messages that the bot understands.',
  description: `Longer messages than \`maxMessageLength\` in \`bot.yaml\` count as not understood, so that nobody can ever say this.`,
  wrong: `
# bot.yaml
bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
nlp:
  maxMessageLength: 20
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train to somewhere nice
    a train

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  right: `
# bot.yaml
bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
nlp:
  maxMessageLength: 20
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train
    a train

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  source: 'Kore.ai, Chatlayer',
};
