import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'references/unknown-dialog',
  severity: 'error',
  summary: 'A link leads to a dialog that does not exist.',
  description: `The conversation would break off here. Correct the name, or create the dialog. A dialog of another flow is written \`flow/dialog\`.`,
  wrong: `
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: confrim
  confirm:
    trigger:
      intent: confirm
    say:
      - text:
          en: Your ticket is booked.
    end: true
# intents.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train
---
intent: confirm
expressions:
  en: |
    yes please`,
  right: `
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: confirm
  confirm:
    say:
      - text:
          en: Your ticket is booked.
    end: true
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
  source: "Rasa's validator",
  reference: true,
};
