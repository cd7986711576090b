import type { RuleMeta } from '../rule';

const INTENT = `
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`;

export const meta: RuleMeta = {
  code: 'flows/way-on',
  severity: 'error',
  summary: 'A dialog has no way on, or more than one.',
  description: `A dialog says and does something, and then has exactly one way on: \`ask\` waits for an answer, \`goto\` decides by conditions, \`next\` goes on at once, \`end: true\` ends. Without one the conversation breaks off; with two it is open which one counts.

Buttons wait for the user and can stand in for a way on. Beside them neither \`next\` nor \`goto\` may stand, because these do not wait.`,
  wrong: `
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    say:
      - text:
          en: We will look into it.${INTENT}`,
  right: `
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    say:
      - text:
          en: We will look into it.
    end: true${INTENT}`,
  source: "Rasa's validator",
};
