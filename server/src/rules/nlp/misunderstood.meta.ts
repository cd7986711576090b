import type { RuleMeta } from '../rule';

const FILES = `
# trip.flow.yaml
flow: trip
dialogs:
  book:
    trigger:
      intent: book
    next: general/welcome
  refuse:
    trigger:
      intent: refuse
    next: general/welcome
# refuse.intent.yaml
intent: refuse
expressions:
  en: |
    no
    no thanks
# book.intent.yaml
intent: book
expressions:
  en: |
    book me a train`;

export const meta: RuleMeta = {
  code: 'nlp/misunderstood',
  severity: 'warning',
  summary: 'An expression that the trained model gives to another intent, to none, or only just to its own.',
  description: `The model was trained with the expression, so it has every reason to know it. When it answers something else, the expressions of another intent speak louder: the expression stands in the wrong intent, says too little, or has nothing like it beside it. Users who say the same will get the wrong answer, or none.

The finding comes with training and goes when the expression is changed or the bot is trained again. Move the expression to the intent that it means, say it differently, or add more expressions like it.`,
  wrong: `
# Measured: expression en book "why not" refuse 0.83${FILES}
    why not`,
  right: `
# Measured: expression en book "why not" refuse 0.83${FILES}
    why not by train`,
  source: 'Kore.ai and Chatlayer',
  measured: true,
};
