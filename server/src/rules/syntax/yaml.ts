import { syntaxRule } from '../support/syntaxRule';
import { quoteLine } from '../support/quote';

export const rule = syntaxRule(
  {
    code: 'syntax/yaml',
    severity: 'error',
    summary: 'The file is not valid YAML.',
    description: `Nothing else is said about a file that does not parse: the other findings would be guesses. The most frequent causes are indentation, a missing space behind a colon, and a text with \`: \` or a special first character that needs quotes.`,
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
          en: Note: we will look into it.
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
  quoteLine,
);
