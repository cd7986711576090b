import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'security/secret',
  severity: 'error',
  summary: 'A file holds a secret.',
  description: `Keys, tokens and passwords in a file are read by everyone who can read the repository, for ever: every published version keeps them. Take the secret out, make a new one where it came from, and name it under \`secret\`; its value lives in the environment or in the editor's secret storage. The rule knows the forms of well-known services, and credentials in addresses and headers.`,
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
    do:
      - http:
          method: POST
          url: https://example.org/pay
          headers:
            Authorization: Bearer 0123456789abcdef0123
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
    do:
      - http:
          method: POST
          url: https://example.org/pay
          secret: PAYMENT_TOKEN
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: "the platform's documents",
};
