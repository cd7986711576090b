import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'channels/shared-address',
  severity: 'error',
  summary: 'Draft and live share a page, an app or a number.',
  description: `Testers would write to the live bot, and users would get answers of the draft. Every channel but web and REST, which are kept apart by themselves, needs a page, an app and a number for each of the two.`,
  wrong: `
# bot.yaml
bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
channels:
  draft:
    facebook:
      pageId: "1001"
      appId: "2001"
  live:
    facebook:
      pageId: "1001"
      appId: "2002"
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
channels:
  draft:
    facebook:
      pageId: "1001"
      appId: "2001"
  live:
    facebook:
      pageId: "1002"
      appId: "2002"
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off`,
  source: "the platform's documents",
};
