import type { RuleMeta } from '../rule';

const FLOW = `
# tickets.flow.yaml
flow: tickets
dialogs:
  cancel:
    trigger:
      intent: cancel_ticket
    next: general/welcome
  change:
    trigger:
      intent: change_ticket
    next: general/welcome`;

export const meta: RuleMeta = {
  code: 'nlp/similar-expressions',
  severity: 'warning',
  summary: 'Two intents have expressions that say almost the same.',
  description: `The bot learns little to tell the two intents apart, and will confuse them. Found are the same words in another order, the same words with other values of the same entities, and the same words but for one slip of the pen. Keep the expression in the intent that should win, or say it differently.

Expressions are compared whose words begin with the same letters. Where those of more than sixteen files do, they are passed over: such words tell nothing, and comparing them all would take too long. Of one file the first sixteen are compared.`,
  wrong: `
# cancel_ticket.intent.yaml
intent: cancel_ticket
expressions:
  en: |
    I do not want my tickets
# change_ticket.intent.yaml
intent: change_ticket
expressions:
  en: |
    I do not want my ticket${FLOW}`,
  right: `
# cancel_ticket.intent.yaml
intent: cancel_ticket
expressions:
  en: |
    I do not want my tickets
# change_ticket.intent.yaml
intent: change_ticket
expressions:
  en: |
    can I take another train with my ticket${FLOW}`,
  source: 'Dialogflow CX',
};
