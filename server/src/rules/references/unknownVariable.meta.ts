import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'references/unknown-variable',
  severity: 'error',
  summary: 'A variable is used that bot.yaml does not declare.',
  description: `Variables are declared in \`bot.yaml\` under \`variables\`, each with its type. A variable that is not declared is never set: a condition over it fails, and a placeholder stays empty.

The rule looks at \`save\`, \`set\`, \`clear\`, conditions, placeholders and annotations such as \`[Brussels](station:destination)\`.`,
  wrong: `
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    ask:
      text:
        en: Where do you want to go?
      save: destination
      next: general/welcome
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  right: `
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
variables:
  destination:
    type: string
rules:
  flows/accepts-anything: off
  nlp/few-expressions: off
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    ask:
      text:
        en: Where do you want to go?
      save: destination
      next: general/welcome
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: "Rasa's validator, Dialogflow CX",
  reference: true,
};
