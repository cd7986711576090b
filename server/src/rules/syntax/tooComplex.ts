import { syntaxRule } from '../support/syntaxRule';

export const rule = syntaxRule({
  code: 'syntax/too-complex',
  severity: 'error',
  summary: 'A file is nested too deep, or holds too many keys and values or mistakes.',
  description: `The file is read up to the limit, so that it costs the others nothing. Split it, or mend the first mistakes.`,
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
          en: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
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
  source: 'own',
  // What cannot be read may hide a broken reference, so no setting keeps it out of the gates.
  reference: true,
});
