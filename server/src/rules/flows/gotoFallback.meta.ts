import type { RuleMeta } from '../rule';

const INTENT = `
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`;

const BOT = `
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
variables:
  paid:
    type: boolean
rules:
  nlp/few-expressions: off`;

export const meta: RuleMeta = {
  code: 'flows/goto-fallback',
  severity: 'error',
  summary: 'A goto has no last branch without a condition, or has it too early.',
  description: `A \`goto\` takes the first branch whose condition holds. When none holds the conversation breaks off, so the last branch has no \`when\`. A branch without \`when\` that is not the last one hides the branches behind it.`,
  wrong: `${BOT}
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    goto:
      - when: paid
        next: general/welcome${INTENT}`,
  right: `${BOT}
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    goto:
      - when: paid
        next: general/welcome
      - next: general/error${INTENT}`,
  source: "Rasa's validator",
};
