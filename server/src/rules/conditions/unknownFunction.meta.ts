import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'conditions/unknown-function',
  severity: 'error',
  summary: 'A condition calls a function that does not exist.',
  description: `The functions are \`has\`, \`size\`, \`string\`, \`double\`, \`int\`, \`bool\` and \`dyn\`; texts have \`startsWith\`, \`endsWith\`, \`contains\`, \`matches\`, \`lowerAscii\`, \`upperAscii\`, \`trim\`, \`indexOf\`, \`lastIndexOf\`, \`substring\`, \`split\` and \`size\`; lists have \`all\`, \`exists\`, \`exists_one\`, \`filter\`, \`map\`, \`join\` and \`size\`.`,
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
  passengers:
    type: number
  travel_class:
    type: enum
    values: [first, second]
rules:
  nlp/few-expressions: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    goto:
      - when: passengers > 8 && travel_class == "first"
        next: general/welcome
      - when: travel_class.startWith("f")
        next: general/welcome
      - next: general/error
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
  passengers:
    type: number
  travel_class:
    type: enum
    values: [first, second]
rules:
  nlp/few-expressions: off

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    goto:
      - when: passengers > 8 && travel_class == "first"
        next: general/welcome
      - when: travel_class.startsWith("f")
        next: general/welcome
      - next: general/error
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: "Rasa's validator",
};
