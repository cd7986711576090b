import type { RuleMeta } from '../rule';

const INTENT = `
# timetable.intent.yaml
intent: timetable
expressions:
  en: |
    when does the next train leave`;

export const meta: RuleMeta = {
  code: 'flows/dead-end',
  severity: 'warning',
  summary: 'A dialog has a way on, and still nobody gets any further.',
  description: `Three kinds are found: every button opens a web page and nothing says that the conversation ends; a dialog that is linked to an intent ends without saying or doing anything; every answer to a question leads to the same question again.`,
  wrong: `
# service.flow.yaml
flow: service
dialogs:
  timetable:
    trigger:
      intent: timetable
    say:
      - text:
          en: All trains are listed here.
        buttons:
          - label:
              en: Timetable
            url: https://example.org/times${INTENT}`,
  right: `
# service.flow.yaml
flow: service
dialogs:
  timetable:
    trigger:
      intent: timetable
    say:
      - text:
          en: All trains are listed here.
        buttons:
          - label:
              en: Timetable
            url: https://example.org/times
          - label:
              en: Something else
            next: general/welcome${INTENT}`,
  source: 'Dialogflow CX',
};
