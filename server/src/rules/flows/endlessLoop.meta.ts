import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'flows/endless-loop',
  severity: 'error',
  summary: 'Dialogs lead to each other for ever, without waiting for the user.',
  description: `The bot would talk without end, or be cut off in the middle. Somewhere on the way must be a question, buttons or an end. The rule reports rings that no condition leads out of.`,
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
    say:
      - text:
          en: One moment.
    next: middle
  middle:
    goto:
      - when: sys.hour > 12
        next: start
      - next: last
  last:
    next: start

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
    say:
      - text:
          en: One moment.
    next: middle
  middle:
    goto:
      - when: sys.hour > 12
        next: start
      - next: last
  last:
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: 'own',
};
