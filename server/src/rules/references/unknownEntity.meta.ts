import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'references/unknown-entity',
  severity: 'error',
  summary: 'An annotation or a question names an entity that does not exist.',
  description: `An annotation \`[text](entity)\` teaches nothing, and an \`ask\` can never be answered, when the entity does not exist. Correct the name, or create the entity.`,
  wrong: `
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a ticket to [Brussels](staton)
# station.entity.yaml
entity: station
type: list
values:
  Brussels: [Bruxelles]
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    ask:
      text:
        en: Where do you want to go?
      entity: station
      next: general/welcome`,
  right: `
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a ticket to [Brussels](station)
# station.entity.yaml
entity: station
type: list
values:
  Brussels: [Bruxelles]
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    ask:
      text:
        en: Where do you want to go?
      entity: station
      next: general/welcome`,
  source: "Rasa's validator, Kore.ai",
  reference: true,
};
