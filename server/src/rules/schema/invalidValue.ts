import { schemaRule } from '../support/schemaRule';

export const rule = schemaRule({
  code: 'schema/invalid-value',
  severity: 'error',
  summary: 'A value or name is of the right type, but not allowed.',
  description: `Names have a form, lists have a length, and some values are one of a few. The finding says which.`,
  wrong: `
# refund.intent.yaml
intent: refund it
expressions:
  en: |
    I want my money back
# service.flow.yaml
flow: service
dialogs:
  refund:
    trigger:
      intent: refund it
    say:
      - text:
          en: "Note: we will look into it."
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
  source: 'The JSON Schemas of the format',
  // A definition without a usable name is lost, and what refers to it is then not called broken.
  reference: true,
});
