import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/short-expression',
  severity: 'warning',
  summary: 'An expression is one word of two letters or fewer.',
  description: `One or two letters say next to nothing: they are in half of all messages as a part of something else, and a typing mistake makes them another word. Write what people say in full. Digits, and scripts in which two signs are a word, are not meant, and neither are the short words that are whole answers:

| language | left alone |
|---|---|
| en | go, hi, no, ok, yo |
| nl | ga, ja, ok, he |
| fr | ok, si, eh |
| de | ja, ok, na, he |
| es | ok, si, no, ya, ve |`,
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

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train
    tr

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

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train
    train

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  source: 'Kore.ai, Chatlayer',
};
