import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'references/missing-default-dialog',
  severity: 'error',
  summary: 'A default dialog is not set, or does not exist.',
  description: `Every bot needs four default dialogs in \`bot.yaml\`: \`welcome\` opens a conversation, \`notUnderstood\` answers what the bot does not understand, \`error\` answers when something fails, and \`disabled\` answers while the bot is inactive. Each is written as \`flow/dialog\`.`,
  wrong: `
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/oops`,
  right: `
# bot.yaml
bot: choo-choo
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled`,
  source: 'Chatlayer',
  reference: true,
};
