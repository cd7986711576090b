import type { RuleMeta } from '../rule';

const BOT = `
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled`;

const FLOW = `
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    next: general/welcome`;

export const meta: RuleMeta = {
  code: 'nlp/few-expressions',
  severity: 'information',
  summary: 'An intent has fewer than 20 expressions in a language.',
  description: `Few expressions make an uncertain model. Collect more of what people really say: short and long, with and without greeting, with typical mistakes. Training asks for at least five. Where the \`|\` behind a language is missing, or is a \`>\`, all lines below are read as one expression.

While a bot is young, \`nlp/few-expressions: off\` under \`rules\` in \`bot.yaml\` keeps the list short.`,
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
    give me a refund
    can I get my money back
    please refund my ticket
    how do I ask for a refund
    I paid twice
    refund please
    my train was cancelled and I want the money
    where do I claim a refund
    I would like to be reimbursed
    reimburse me
    you owe me for that trip
    pay me back for the delay
    is there compensation for delays
    I never took that train so pay me back
    who gives me my money back
    return my payment
    money back for the cancelled trip
    I am entitled to compensation
    claim my ticket back${FLOW}`,
  source: 'Chatlayer, Dialogflow CX',
};
