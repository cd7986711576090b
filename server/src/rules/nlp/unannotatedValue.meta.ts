import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/unannotated-value',
  severity: 'warning',
  summary: 'A value is annotated in some expressions of an intent, and stands plain in others.',
  description: `From the annotated expressions the bot learns that such words are values, and from the plain ones that they are not. Annotate the value wherever it stands in the expressions of the intent, or nowhere. Values of one or two letters are not looked for, and in an intent that annotates more than 1,000 different values only the first 1,000 are.`,
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

# station.entity.yaml
entity: station
type: list
values:
  Ghent: [Gent]
  Brussels: [Brussel]

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a ticket to [Ghent](station)
    I go to Ghent

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

# station.entity.yaml
entity: station
type: list
values:
  Ghent: [Gent]
  Brussels: [Brussel]

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a ticket to [Ghent](station)
    I go to [Ghent](station)

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  source: 'Dialogflow CX',
};
