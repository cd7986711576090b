import type { RuleMeta } from '../rule';

const FILES = `
# trip.flow.yaml
flow: trip
dialogs:
  book:
    trigger:
      intent: book
    next: general/welcome
# book.intent.yaml
intent: book
expressions:
  en: |
    book me a train
# book.bottest.yaml
test: a booking
steps:
  - user: book me a train
# Measured: covered intent book`;

const GENERAL = `
# Measured: covered dialog general/welcome
# Measured: covered dialog general/not_understood
# Measured: covered dialog general/error
# Measured: covered dialog general/disabled`;

export const meta: RuleMeta = {
  code: 'tests/uncovered',
  severity: 'warning',
  summary: 'An intent or a dialog that no conversation test comes through.',
  description: `What no test comes through can break without anybody noticing. The rule speaks in the editor, after a run of all tests of the bot, as long as nothing has changed since; elsewhere \`botlane test --coverage\` tells what no test comes through. It is meant for bots that are to be tested as a whole, and is off until \`bot.yaml\` asks for it:

\`\`\`yaml
rules:
  tests/uncovered: warning
\`\`\``,
  wrong: `${FILES}${GENERAL}`,
  right: `${FILES}${GENERAL}
# Measured: covered dialog trip/book`,
  source: 'own',
  measured: true,
  isOptional: true,
};
