import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'rules/unused-suppression',
  severity: 'warning',
  summary: 'A comment silences a rule that reports nothing there.',
  description: `What the comment excused has been mended, or it stands on the wrong line, or names no rule. It would silence the next mistake there without anybody noticing.`,
  wrong: `
# refund.intent.yaml
intent: refund # botlane-ignore references/unused-intent: for the next release
expressions:
  en: |
    I want my money back
# refund.flow.yaml
flow: refund
dialogs:
  start:
    trigger:
      intent: refund
    next: general/welcome`,
  right: `
# refund.intent.yaml
intent: refund # botlane-ignore references/unused-intent: for the next release
expressions:
  en: |
    I want my money back`,
  source: 'own',
};
