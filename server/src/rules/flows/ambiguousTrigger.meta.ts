import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'flows/ambiguous-trigger',
  severity: 'error',
  summary: 'An intent is linked to several dialogs in the same contexts.',
  description: `Only one dialog can answer. Which one it is when several could is decided by the contexts that they require, so these must differ.`,
  wrong: `
# bot.yaml
bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome
  other:
    trigger:
      intent: book_train
    next: general/error

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
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome
  other:
    trigger:
      intent: book_train
      requires: [paying]
    next: general/error

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: "Rasa's validator, Chatlayer",
};
