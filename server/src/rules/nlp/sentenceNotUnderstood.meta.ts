import type { RuleMeta } from '../rule';

const FILES = `
# trip.flow.yaml
flow: trip
dialogs:
  book:
    trigger:
      intent: book
    next: general/welcome
# book.intent.yaml
intent: book
expressions:
  en: |
    book me a train
# book.bottest.yaml
test: a booking is welcomed
steps:`;

export const meta: RuleMeta = {
  code: 'nlp/sentence-not-understood',
  severity: 'information',
  summary: 'A sentence of a conversation test that no expression says and the model does not understand.',
  description: `Tests are written with what users say in mind. When the model is not sure enough of such a sentence, users who say it will not be understood either. Looked at are the sentences that a test expects an intent of, and the first sentence of a test, unless it is about not being understood.

The finding comes with training. Add the sentence, or others like it, to the expressions of the intent that it means, and train again.`,
  wrong: `
# Measured: sentence en "any trains around" book 0.41${FILES}
  - user: any trains around
    expect:
      intent: book`,
  right: `
# Measured: sentence en "any trains around" book 0.41${FILES}
  - user: book me a train
    expect:
      intent: book`,
  source: 'Dialogflow CX',
  measured: true,
};
