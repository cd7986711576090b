import { syntaxRule } from '../support/syntaxRule';
import { removeHere } from '../support/removeHere';

export const rule = syntaxRule(
  {
    code: 'syntax/duplicate-key',
    severity: 'error',
    summary: 'A key stands twice in a map.',
    description: `Only one of the two could count. Two dialogs of one name in a flow are reported here too. Remove or rename one of them.`,
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
          en: "Note: we will look into it."
    end: true
  refund:
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
          en: "Note: we will look into it."
    end: true`,
    source: 'YAML 1.2',
    // What cannot be read may hide a broken reference, so no setting keeps it out of the gates.
    reference: true,
  },
  removeHere,
);
