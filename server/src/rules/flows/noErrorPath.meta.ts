import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'flows/no-error-path',
  severity: 'warning',
  summary: 'A call of a service does not say what follows when it fails.',
  description: `Services fail. Without \`onError\` the error dialog of the bot answers, which knows nothing of what the user wanted. Link a dialog that explains it.`,
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
          onError: general/error
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: 'Dialogflow CX',
};
