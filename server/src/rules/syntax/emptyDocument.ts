import { syntaxRule } from '../support/syntaxRule';

export const rule = syntaxRule({
  code: 'syntax/empty-document',
  severity: 'error',
  summary: 'A definition file is empty.',
  description: `The name of the file says that it holds a definition, and there is none. Write one, or delete the file.`,
  wrong: `
# refund.intent.yaml
`,
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
  source: 'own',
  // What cannot be read may hide a broken reference, so no setting keeps it out of the gates.
  reference: true,
});
