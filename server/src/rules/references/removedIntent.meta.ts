import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'references/removed-intent',
  severity: 'error',
  summary: 'A dialog is linked to an intent that was removed, and LIVE still has it.',
  description: `Users reach the dialog through this intent today. Once the bot is published without it, what they say is no longer understood, and NLP-only publishing is closed until the next full publish. Renaming an intent removes it too.

Restore the intent from LIVE, link the dialog to another intent, or remove the link. When most of its expressions stand in a new intent, the finding asks whether it was renamed.

The rule compares with LIVE as it was last fetched, and says with which version. Without LIVE, \`references/unknown-intent\` reports the link.`,
  wrong: `
# live: refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back
# live: service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    say:
      - text:
          en: We will look into it.
    end: true
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    say:
      - text:
          en: We will look into it.
    end: true`,
  right: `
# live: refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back
# refund.intent.yaml
intent: refund
expressions:
  en: |
    I want my money back
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund
    say:
      - text:
          en: We will look into it.
    end: true`,
  source: 'The platform: an intent that LIVE knows cannot be removed by publishing the NLP alone',
  live: true,
  reference: true,
};
