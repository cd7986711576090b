import { syntaxRule } from '../support/syntaxRule';

export const rule = syntaxRule({
  code: 'syntax/too-large',
  severity: 'error',
  summary: 'A file is larger than files of a bot may be.',
  description: `A file of more than 2 MB is not read, so that it costs the others nothing. Split it: a bot may have any number of files.`,
  wrong: `
# A file of more than 2 MB.`,
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
