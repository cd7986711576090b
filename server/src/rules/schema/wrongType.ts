import { onePerLine } from '../support/onePerLine';
import { quoteValue } from '../support/quote';
import { schemaRule } from '../support/schemaRule';

export const rule = schemaRule(
  {
    code: 'schema/wrong-type',
    severity: 'error',
    summary: 'A value is of the wrong type.',
    description: `A list where a text is wanted, a text where a map is wanted, or nothing at all. The finding says what is wanted and what it is for. Expressions are one text, with one expression per line behind a \`|\`; a quick fix makes it of a list.`,
    wrong: `
# refund.intent.yaml
intent: refund
expressions:
  en:
    - I want my money back
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
  },
  (finding, context) => [...quoteValue(finding, context), ...onePerLine(finding, context)],
);
