import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/few-annotations',
  severity: 'error',
  summary: 'A contextual entity has fewer than five different annotated values.',
  description: `A contextual entity is learned from the expressions in which it is annotated. From fewer than five different values nothing can be learned, and the bot cannot be trained.`,
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

# dish.entity.yaml
entity: dish
type: contextual

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    bring [soup](dish)
    two [fries](dish)

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

# dish.entity.yaml
entity: dish
type: contextual

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    bring [soup](dish)
    two [fries](dish)
    i like [stew](dish)
    [cake](dish) please
    some [salad](dish) too

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
  source: 'Chatlayer',
};
