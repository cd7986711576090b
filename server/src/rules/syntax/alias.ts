import { syntaxRule } from '../support/syntaxRule';
import { quoteLine } from '../support/quote';

export const rule = syntaxRule(
  {
    code: 'syntax/alias',
    severity: 'error',
    summary: 'An anchor or alias is used.',
    description: `Anchors (\`&name\`) and aliases (\`*name\`) are not part of the format: a file says what it says, and a small file cannot unfold into a huge one. Text that starts with \`*\` or \`&\` must be quoted.`,
    wrong: `
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
          en: *Refunds* take a week.
    end: true`,
    right: `
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
          en: "*Refunds* take a week."
    end: true`,
    source: 'own',
    // What cannot be read may hide a broken reference, so no setting keeps it out of the gates.
    reference: true,
  },
  quoteLine,
);
