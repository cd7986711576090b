import { syntaxRule } from '../support/syntaxRule';

export const rule = syntaxRule({
  code: 'syntax/encoding',
  severity: 'error',
  summary: 'A file is not UTF-8 text, or holds control characters.',
  description: `Save the file with the encoding UTF-8. Control characters are invisible and mean nothing in a bot; remove them.`,
  wrong: `
# A file that was saved as Windows-1252.`,
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
