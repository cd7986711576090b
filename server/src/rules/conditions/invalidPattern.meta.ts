import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'conditions/invalid-pattern',
  severity: 'error',
  summary: 'A pattern that a condition matches with does not compile.',
  description: `The pattern of \`matches\` is a regular expression. It is matched by an engine that takes time in proportion to the text, whatever the pattern; that engine has no look-around and no back-references. A pattern that does not compile is never matched: the condition fails whenever it is asked. Only patterns that are written out can be checked.`,
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
  reference:
    type: string
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

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    goto:
      - when: reference.matches('[A-Z{2}')
        next: general/welcome
      - next: general/error`,
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
  reference:
    type: string
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

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    goto:
      - when: reference.matches('[A-Z]{2}')
        next: general/welcome
      - next: general/error`,
  source: 'Kore.ai; own for conditions',
};
