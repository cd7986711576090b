import type { RuleMeta } from '../rule';

const FLOW = `
# trains.flow.yaml
flow: trains
dialogs:
  timetable:
    trigger:
      intent: timetable
    next: general/welcome
  status:
    trigger:
      intent: status
    next: general/welcome
# status.intent.yaml
intent: status
expressions:
  en: |
    has the train left
    is the train late`;

export const meta: RuleMeta = {
  code: 'nlp/overlapping-intents',
  severity: 'warning',
  summary: 'Many expressions of an intent are taken for another intent.',
  description: `An evaluation trains without some expressions and then asks for them, as users will ask in words that nobody wrote down. When at least three expressions of an intent, and nearly a third of them, go to one and the same other intent, the two are about the same thing, or are said in the same words.

Tell them apart by how they are said, move the expressions that the finding leads to, or make one intent of the two and let an entity or a question decide. The finding comes with an evaluation (\`Bot: Evaluate NLP\`, \`botlane evaluate\`) and goes when the expressions are changed.`,
  wrong: `
# Measured: overlap en timetable status 4 "when does the train leave" "is there a train tonight" "does the train go at ten"
# timetable.intent.yaml
intent: timetable
expressions:
  en: |
    when does the train leave
    is there a train tonight
    does the train go at ten
    departure times${FLOW}`,
  right: `
# Measured: overlap en timetable status 4 "when does the train leave" "is there a train tonight" "does the train go at ten"
# timetable.intent.yaml
intent: timetable
expressions:
  en: |
    departure times
    timetable for tonight
    connections around ten
    when does the next one leave${FLOW}`,
  source: 'Chatlayer, Lex and Dialogflow CX',
  measured: true,
};
