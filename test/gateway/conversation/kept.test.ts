import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { compileBot } from '../../../server/src/dialogue/compileBot';
import { createSession, type Session } from '../../../server/src/dialogue/session';
import { step } from '../../../server/src/dialogue/step';
import type { Event } from '../../../server/src/dialogue/turn';
import { keepSession, readKeptSession } from '../../../server/src/gateway/conversation/keptSession';
import { keptText } from '../../../server/src/gateway/conversation/keptText';
import { KEY_LENGTH, Sealer } from '../../../server/src/gateway/conversation/sealer';
import { modelsOf } from '../../dialogue/talk';
import { projectOf } from '../../support/workspace';

const BOT = `bot: kept
languages: [en]
nlp:
  threshold: { intent: 0.3, entity: 0.3 }
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/welcome
  disabled: general/welcome
variables:
  card: { type: string, sensitive: true }
  pin: { type: number, sensitive: true }
  town: { type: string }
`;
const FLOW = `flow: general
dialogs:
  welcome:
    say:
      - text: { en: Welcome. }
    end: true
  not_understood:
    say:
      - text: { en: What? }
    end: true
  pay:
    trigger: { intent: pay }
    say:
      - text: { en: "Paid with {card} in {town}." }
        buttons:
          - { label: { en: "Again with {card}" }, next: pay }
          - { label: { en: Receipt }, url: "https://example.org/{card}" }
    end: true
  ask_pin:
    trigger: { intent: change }
    ask:
      text: { en: "Your number?" }
      save: pin
      retry: { text: { en: "A number please." } }
      next: got
  got:
    say:
      - text: { en: "{pin, plural, one {One} other {It is #}}, as a number {pin, number}." }
    end: true
`;
const INTENTS = `intent: pay
expressions:
  en: |
    pay with [AB12CD](card:card)
    pay with [XY34ZW](card:card) in [Ghent](place:town)
    I want to pay with [AB12CD](card:card)
    let me pay with [XY34ZW](card:card) now
    pay in [Ghent](place:town)
---
intent: change
expressions:
  en: |
    change my number
    a new number please
    I need another number
    set my number
    give me a new number
---
entity: card
type: pattern
patterns: ['[A-Z]{2}[0-9]{2}[A-Z]{2}']
---
entity: place
type: list
values:
  Ghent: [Gent]
  Bruges: [Brugge]
`;

async function fixture() {
  const [intents = '', change = '', card = '', place = ''] = INTENTS.split('---\n');
  const project = projectOf(
    new Map([
      ['bot.yaml', BOT],
      ['general.flow.yaml', FLOW],
      ['pay.intent.yaml', intents],
      ['change.intent.yaml', change],
      ['card.entity.yaml', card],
      ['place.entity.yaml', place],
    ]),
  );
  const [bot] = project.bots;
  assert.ok(bot);
  return { bot: compileBot(bot), models: await modelsOf(bot) };
}

describe('Gateway: what is kept of sensitive values', () => {
  const sealer = new Sealer(randomBytes(KEY_LENGTH));
  const now = { now: new Date('2026-12-01T08:00:00Z'), offsetMinutes: 60 };
  let made: Awaited<ReturnType<typeof fixture>>;
  before(async () => (made = await fixture()));

  function happen(event: Event, session: Session = createSession(made.bot)) {
    return step(made.bot, made.models, session, event, now);
  }

  it('of what the bot says, signs in their place, in texts, forms, labels and addresses', () => {
    const { messages } = happen({ type: 'message', text: 'pay with AB12CD in Ghent' });
    assert.equal(messages[0]?.text, 'Paid with AB12CD in Ghent.');
    const { kept } = messages[0];
    assert.equal(kept?.text, 'Paid with ••• in Ghent.');
    assert.deepEqual(
      kept.buttons.map(({ label, url }) => [label, url]),
      [
        ['Again with •••', undefined],
        ['Receipt', `https://example.org/${encodeURIComponent('•••')}`],
      ],
    );
    const asked = happen({ type: 'message', text: 'change my number' }).session;
    const [told] = happen({ type: 'message', text: '4321' }, asked).messages;
    assert.equal(told?.text, 'It is 4,321, as a number 4,321.');
    assert.match(told.kept?.text ?? '', /^It is \D*, as a number \D*\.$/);
    const plain = happen({ type: 'start' }).messages;
    assert.equal(plain[0]?.kept, undefined, 'a text without any is kept as it is');
  });

  it('of what the user says, neither an answer to a question about one nor an entity for one', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['pay with AB12CD in Ghent', 'pay with ••• in Ghent'],
      ['AB12CD', '•••'],
      ['what about AB12CD and XY34ZW', 'what about ••• and •••'],
      ['nothing of the kind in Ghent', 'nothing of the kind in Ghent'],
    ];
    const fresh = createSession(made.bot);
    for (const [said, kept] of rows) {
      const { trace } = happen({ type: 'message', text: said });
      assert.deepEqual(keptText(made.bot, fresh, said, [trace]).text, kept);
    }
    const asked = happen({ type: 'message', text: 'change my number' }).session;
    assert.ok(asked.pending);
    for (const said of ['1234', 'it is 1234', 'none of your business']) {
      const { trace } = happen({ type: 'message', text: said }, asked);
      assert.deepEqual(keptText(made.bot, asked, said, [trace]), { text: '•••', isHidden: true });
    }
  });

  it('of the session, what only the key opens; and the session is the same again', () => {
    const events = fc.array(
      fc.constantFrom(
        'pay with AB12CD',
        'pay with XY34ZW in Bruges',
        'change my number',
        '1234',
        'Ghent',
        'x',
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(events, (texts) => {
        let session = createSession(made.bot);
        for (const text of texts) session = happen({ type: 'message', text }, session).session;
        const kept = JSON.stringify(keepSession(session, made.bot, sealer));
        for (const secret of ['AB12CD', 'XY34ZW', '"pin"', '"card"']) assert.ok(!kept.includes(secret), kept);
        const again = readKeptSession(JSON.parse(kept), made.bot.id, sealer);
        assert.deepEqual(JSON.parse(JSON.stringify(again)), JSON.parse(JSON.stringify(session)));
        const stranger = readKeptSession(
          JSON.parse(kept),
          made.bot.id,
          new Sealer(Buffer.alloc(KEY_LENGTH, 1)),
        );
        assert.equal(stranger?.variables['card'], undefined);
        assert.equal(stranger?.variables['pin'], undefined);
      }),
      { numRuns: 40 },
    );
  });

  it('of a sealed text, nothing that can be changed, moved elsewhere or opened with another key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.nat(), (text, place, at) => {
        const sealed = sealer.seal(text, place);
        assert.equal(sealer.open(sealed, place), Buffer.from(text).toString());
        assert.equal(sealer.open(sealed, `${place}x`), undefined);
        assert.equal(new Sealer(randomBytes(KEY_LENGTH)).open(sealed, place), undefined);
        const bytes = Buffer.from(sealed, 'base64url');
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1;
        assert.equal(sealer.open(bytes.toString('base64url'), place), undefined);
      }),
    );
    for (const broken of ['', 'AQ', '%', 'x'.repeat(100)]) assert.equal(sealer.open(broken, ''), undefined);
    assert.notEqual(sealer.seal('a', ''), sealer.seal('a', ''), 'the same twice cannot be told');
    assert.throws(() => new Sealer(randomBytes(16)), RangeError);
  });
});
