import { makeProjectFile, type ProjectFile } from '../../server/src/model/projectFile';
import { parseFile } from '../../server/src/syntax/parse';
import type { FileKind } from '../../server/src/syntax/tree';

/** A file of a bot as the server knows it, from its text. */
export function fileOf(kind: FileKind, text: string): ProjectFile {
  return makeProjectFile(parseFile(`file:///bot/example.${kind}.yaml`, kind, { ok: true, text }));
}

/** The examples of the format's description: the shape that everything else is written after. */
export const FORMAT_EXAMPLES: Readonly<Record<FileKind, string>> = {
  bot: `bot: choo-choo
title: Choo Choo
description: Books train tickets and answers travel questions.
languages: [en, nl]             # BCP 47; the first is the default
nlp:
  threshold: { intent: 0.7, entity: 0.6 }   # at or below: not understood
  maxMessageLength: 500
dialogs:                        # the default dialogs
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
variables:                      # session variables ("slots"), declared with a type
  destination: { type: string }
  passengers: { type: number, initial: 1 }
  class: { type: enum, values: [first, second] }
  reference: { type: string, sensitive: true }
  paid: { type: boolean, initial: false }
channels:
  draft:
    web: {}
    facebook: { pageId: "1001", appId: "2001" }
  live:
    web: {}
    facebook: { pageId: "1002", appId: "2002" }
rules:
  nlp/few-expressions: off
release:
  tests: block
`,
  intent: `intent: book_train
description: The user wants to buy a train ticket.
expressions:
  en: |
    [Brussels](station:destination) please

    I want a ticket to [Brussels](station:destination)
    book me a train
  nl: |
    ik wil een kaartje naar [Brussel](station:destination)
`,
  entity: String.raw`entity: station
type: list
values:
  Brussels: [Brussel, Bruxelles, BXL]
  Ghent: [Gent, Gand]
---
entity: ticket_number
type: pattern
patterns: ['[A-Z]{2}\d{6}']
---
entity: people
type: system
system: number
---
entity: product
type: contextual
`,
  flow: `flow: booking
description: Sell a ticket.
dialogs:
  start:
    trigger:
      intent: book_train
    ask:
      text:
        en: Where do you want to go?
        nl: Waar wil je heen?
      entity: station
      save: destination
      retry:
        text: { en: "I need a station.", nl: "Ik heb een station nodig." }
        max: 2
        next: general/handover
      next: how_many
  how_many:
    ask:
      text: { en: "For how many people?", nl: "Voor hoeveel personen?" }
      entity: people
      save: passengers
      next: route
  route:
    goto:
      - when: passengers > 8
        next: groups/start
      - next: confirm
  confirm:
    say:
      - text:
          en: "{passengers, plural, one {One ticket} other {# tickets}} to {destination}?"
          nl: "{passengers, plural, one {Eén kaartje} other {# kaartjes}} naar {destination}?"
        buttons:
          - label: { en: "Pay", nl: "Betalen" }
            next: pay
          - label: { en: "Timetable", nl: "Dienstregeling" }
            url: https://example.org/times
    contexts: { confirm_booking: 1 }
  confirmed:
    trigger:
      intent: confirm
      requires: [confirm_booking]
    next: pay
  pay:
    do:
      - http:
          method: POST
          url: https://example.org/pay
          secret: PAYMENT_TOKEN
          body: { to: "{destination}" }
          save: { reference: /ref }
          onError: general/error
      - set: { paid: "true" }
    next: done
  done:
    say:
      - text: { en: "Booked: {reference}", nl: "Geboekt: {reference}" }
    do:
      - clear: [destination, passengers]
    end: true
`,
  test: `test: a ticket for nine goes to the group desk
language: en
given: { now: "2026-12-01T09:00:00+01:00", variables: {} }
steps:
  - user: I want a ticket to Brussels
    expect:
      intent: book_train
      dialog: booking/how_many
      variables: { destination: Brussels }
  - bot: For how many people?
  - user: "9"
    expect: { dialog: groups/start }
  - press: Pay
  - http: { url: https://example.org/pay, answer: { ref: AB123456 } }
`,
};
