import type { RuleMeta } from '../rule';

const FLOW = `
# live: service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    next: general/welcome
# live: refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`;

export const meta: RuleMeta = {
  code: 'release/intent-removed',
  severity: 'warning',
  summary: 'LIVE has intents that the draft no longer has.',
  description: `Publishing the NLP alone keeps LIVE's flows, and these may be linked to the removed intents: it is closed until the next full publish. A rename is a removal. The finding stands once, on the \`bot\` key of \`bot.yaml\`, and leads to the dialogs of LIVE that are linked to the intents.

Publish the full bot, or restore the intents.`,
  wrong: FLOW,
  right: `${FLOW}
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    next: general/welcome
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back`,
  source: 'The platform: an intent that LIVE knows cannot be removed by publishing the NLP alone',
  live: true,
};
