import type { Rule } from '../rule';

/** The runner itself reports it, when it has the findings of all other rules and leaves some out. */
export const rule: Rule = {
  meta: {
    code: 'rules/too-many-findings',
    severity: 'information',
    summary: 'A file has more findings than are shown.',
    description: `Beyond a few hundred findings nobody reads on, and editors become slow. The gravest ones are shown; mend them first. Release gates count them all.`,
    wrong: `
# A file with more findings than are shown.`,
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
    next: general/welcome`,
    source: 'own',
  },

  files: [],

  checkFile: () => [],
};
