import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/duplicate-expression',
  severity: 'error',
  summary: 'Two intents have the same expression in a language.',
  description: `The bot cannot learn which intent is meant. Case, accents, punctuation and annotations do not count: \`Thanks!\` and \`thanks\` are the same. Keep the expression in the intent that should win, and remove it from the other.`,
  wrong: `
# bye.intent.yaml
intent: bye
expressions:
  en: |
    thanks, bye
# thanks.intent.yaml
intent: thanks
expressions:
  en: |
    Thanks, bye!
    thank you
# general_answers.flow.yaml
flow: general_answers
dialogs:
  bye:
    trigger:
      intent: bye
    next: general/welcome
  thanks:
    trigger:
      intent: thanks
    next: general/welcome`,
  right: `
# bye.intent.yaml
intent: bye
expressions:
  en: |
    thanks, bye
# thanks.intent.yaml
intent: thanks
expressions:
  en: |
    thank you
# general_answers.flow.yaml
flow: general_answers
dialogs:
  bye:
    trigger:
      intent: bye
    next: general/welcome
  thanks:
    trigger:
      intent: thanks
    next: general/welcome`,
  source: "Rasa's validator, Chatlayer",
};
