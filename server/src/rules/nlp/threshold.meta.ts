import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'nlp/threshold',
  severity: 'warning',
  summary: 'A threshold is under 0.5 or over 0.95.',
  description: `What scores at or below the threshold is not understood. Under 0.5 the bot takes almost anything for understood, and answers wrongly; over 0.95 it understands hardly anything. Most bots do well between 0.6 and 0.8.`,
  wrong: `
# bot.yaml
bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
nlp:
  threshold:
    intent: 0.3
    entity: 0.8
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off`,
  right: `
# bot.yaml
bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
nlp:
  threshold:
    intent: 0.7
    entity: 0.8
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off`,
  source: 'Chatlayer',
};
