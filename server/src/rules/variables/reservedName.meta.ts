import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'variables/reserved-name',
  severity: 'error',
  summary: 'A variable has a name that means something else in conditions.',
  description: `The words of CEL (\`true\`, \`in\`, \`if\`, \`for\` …), its types (\`string\`, \`int\`, \`list\` …) and \`sys\`, under which the platform keeps its own values, cannot be variables.`,
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
  string:
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
      - clear: [destination]
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
      - clear: [destination]
    end: true

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: "Rasa's validator",
};
