import { syntaxRule } from '../support/syntaxRule';
import { quoteLine } from '../support/quote';

export const rule = syntaxRule(
  {
    code: 'syntax/unsupported',
    severity: 'error',
    summary: 'A feature of YAML is used that the format does not have.',
    description: `Tags (\`!name\`), complex keys, merge keys (\`<<\`), directives, and names such as \`__proto__\` that programs may give a meaning of their own. Text that starts with \`!\` or \`?\` must be quoted.`,
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
          en: !important We will look into it.
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
          en: "!important We will look into it."
    end: true`,
    source: 'own',
    // What cannot be read may hide a broken reference, so no setting keeps it out of the gates.
    reference: true,
  },
  quoteLine,
);
