import type { RuleMeta } from '../rule';

const BOT = `
# bot.yaml
bot: choo-choo
languages: [en, nl]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
rules:
  messages/missing-translation: off
  nlp/few-expressions: off`;

const FLOW = `
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    next: general/welcome`;

export const meta: RuleMeta = {
  code: 'nlp/missing-language-expressions',
  severity: 'warning',
  summary: 'An intent has no expressions in another language of the bot.',
  description: `Each language has a model of its own. In a language without expressions the intent does not exist, and users get "not understood". Write expressions in that language, or take the language out of \`languages\` in \`bot.yaml\`.`,
  wrong: `${BOT}
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back${FLOW}`,
  right: `${BOT}
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back
  nl: |
    ik wil mijn geld terug${FLOW}`,
  source: "Rasa's validator, Dialogflow CX, Kore.ai",
};
