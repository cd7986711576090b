import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/invalid-pattern',
  severity: 'error',
  summary: 'A pattern cannot be used.',
  description: `Patterns are regular expressions for an engine that takes time in proportion to the message, whatever the pattern. It knows no look-around (\`(?=…)\`) and no back-references (\`\\1\`).`,
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

# ticket.entity.yaml
entity: ticket
type: pattern
patterns:
  - '[A-Z]{2}(?=\\d{6})'

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a train
    cancel [AB123456](ticket)

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
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# ticket.entity.yaml
entity: ticket
type: pattern
patterns:
  - '[A-Z]{2}\\d{6}'

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a train
    cancel [AB123456](ticket)

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  source: 'Kore.ai',
};
