import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'references/unused-context',
  severity: 'warning',
  summary: 'A dialog outputs a context that no dialog requires.',
  description: `A context lets dialogs that require it answer. When none does, it changes nothing.`,
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
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: Shall I book?
    contexts:
      confirm_booking: 1
      weekend: 2
    end: true
  confirmed:
    trigger:
      intent: refund
      requires: [confirm_booking]
    next: general/welcome

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train

# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`,
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
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: Shall I book?
    contexts:
      confirm_booking: 1
    end: true
  confirmed:
    trigger:
      intent: refund
      requires: [confirm_booking]
    next: general/welcome

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train

# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`,
  source: 'own',
};
