import { schemaRule } from '../support/schemaRule';

export const rule = schemaRule({
  code: 'schema/required-key',
  severity: 'error',
  summary: 'A required key is missing.',
  description: `The finding names the key and what it is for. Completion (Ctrl+Space) writes it. A document of the wrong kind, such as a flow in a \`*.intent.yaml\` file, is reported here too: the first key of a document says what it is.`,
  wrong: `
# refund.intent.yaml
intent: refund`,
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
  source: 'The JSON Schemas of the format',
  // What cannot be read may hide a broken reference, so no setting keeps it out of the gates.
  reference: true,
});
