import type { RuleMeta } from '../rule';

export const meta: RuleMeta = {
  code: 'security/sensitive-question',
  severity: 'warning',
  summary: 'A bot that anybody can write to asks for a password, a card number or an identity number.',
  description: `What people type into a public chat passes through the channel and stays in its history. Send them to a page of your own with a button that has a \`url\`, hand the conversation over to a person, or make the bot internal.

A question is known by the name of the variable that takes the answer, and by its words in English, Dutch, French, German and Spanish. A bot is public when one of its channels is (\`facebook\`, \`instagram\` and \`whatsapp\`: anybody can write to a page or a number there), or when LIVE is deployed as public. Who can reach a web page or the REST channel is decided at deployment only: where LIVE is not known, or there is none, a bot with nothing but these is taken for internal.

A variable that takes such an answer all the same should say \`sensitive: true\`.`,
  wrong: `
# bot.yaml
bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
variables:
  answer:
    type: string
    sensitive: true
channels:
  live:
    facebook:
      pageId: "1002"
      appId: "2002"
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    ask:
      text:
        en: What is your credit card number?
      save: answer
      next: general/welcome`,
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
  live:
    facebook:
      pageId: "1002"
      appId: "2002"
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off

# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train

# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: You can pay on our page.
        buttons:
          - label:
              en: Pay
            url: https://example.org/pay
          - label:
              en: Later
            next: general/welcome`,
  source: 'the documents of the platform',
};
