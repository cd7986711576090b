import type { RuleMeta } from '../rule';

const FLOW = `
# trip.flow.yaml
flow: trip
dialogs:
  start:
    trigger:
      intent: book
    next: general/welcome
# book.intent.yaml
intent: book
expressions:
  en: |
    book me a train`;

export const meta: RuleMeta = {
  code: 'tests/contradiction',
  severity: 'warning',
  summary: 'Two conversation tests expect different things of the same conversation.',
  description: `The bot answers the same conversation in the same way each time: when what was said, pressed and answered so far is the same, at most one of the two tests can pass. Correct one, or delete it.`,
  wrong: `
# book.bottest.yaml
test: a booking is welcomed
steps:
  - user: book me a train
    expect:
      dialog: general/welcome
---
test: a booking is refused
steps:
  - user: book me a train
    expect:
      dialog: general/error${FLOW}`,
  right: `
# book.bottest.yaml
test: a booking is welcomed
steps:
  - user: book me a train
    expect:
      dialog: general/welcome
---
test: nothing else is
steps:
  - user: good morning
    expect:
      dialog: general/not_understood${FLOW}`,
  source: "Rasa's validator",
};
