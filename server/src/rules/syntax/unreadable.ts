import { syntaxRule } from '../support/syntaxRule';

export const rule = syntaxRule({
  code: 'syntax/unreadable',
  severity: 'error',
  summary: 'A file cannot be read.',
  description: `It may be locked, a folder with the name of a file, or you may lack the permission. What it defines is unknown until it can be read; findings about names that may be in it are held back.`,
  wrong: `
# A file that you have no permission to read.`,
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
