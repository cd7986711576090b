import { schemaRule } from '../support/schemaRule';

export const rule = schemaRule({
  code: 'schema/unknown-key',
  severity: 'error',
  summary: 'A key stands where it means nothing.',
  description: `What a key that does not exist was meant to do does not happen. The finding names the nearest key that could stand here, and what it is for; the fix renames the key.`,
  wrong: `
# refund.intent.yaml
intent: refund
descripton: Money back.
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
  right: `
# refund.intent.yaml
intent: refund
description: Money back.
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
