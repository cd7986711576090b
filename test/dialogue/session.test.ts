import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileBot } from '../../server/src/dialogue/compileBot';
import { createSession, readSession, type Session } from '../../server/src/dialogue/session';
import { step } from '../../server/src/dialogue/step';
import { rowBot } from './fixture';

const DIALOGS = `
  start:
    trigger: { intent: travel }
    ask: { text: { en: "Where to?" }, entity: station, save: destination, next: look }
  look:
    do:
      - http: { method: GET, url: "https://example.org/{destination}", save: { total: /count } }
    next: done
  done:
    say:
      - text: { en: "Done." }
        buttons:
          - { label: { en: "Again" }, next: start }
`;

const NOW = { now: new Date('2026-12-01T08:00:00Z'), offsetMinutes: 60 };

// Protects whoever reads sessions from a database, a cookie or a client: what is no session does no harm.
describe('Dialogue: sessions as JSON', () => {
  const bot = compileBot(rowBot(DIALOGS));
  const stored = (session: Session): unknown => JSON.parse(JSON.stringify(session));
  const sound = (): Session => ({
    ...createSession(bot),
    dialog: 'row/look',
    pending: { dialog: 'row/start', attempts: 1 },
    waiting: { effect: 1, type: 'http', dialog: 'row/look', action: 0, entered: 2, failing: false },
    said: [{ entity: 'station', value: 'Ghent', variable: 'destination', start: 0, end: 5 }],
    offered: ['row/done#0.0'],
  });

  it('are read as they were written', () => {
    for (const session of [createSession(bot), sound()]) {
      assert.equal(JSON.stringify(readSession(stored(session))), JSON.stringify(session));
    }
  });

  it('are not taken for sessions when a part is missing or of another kind, or the version is another', () => {
    const written = stored(sound()) as Record<string, unknown>;
    for (const key of Object.keys(written)) {
      for (const wrong of [undefined, 7.5, 'x', [], [7], { x: {} }, true]) {
        // A text is what these two hold.
        if (wrong === 'x' && ['language', 'dialog'].includes(key)) continue;
        if (Array.isArray(wrong) && wrong.length === 0 && ['said', 'offered'].includes(key)) continue;
        assert.equal(
          readSession({ ...written, [key]: wrong }),
          undefined,
          `${key}: ${JSON.stringify(wrong)}`,
        );
      }
    }
    for (const wrong of [null, undefined, 'x', [], { version: 2 }])
      assert.equal(readSession(wrong), undefined);
  });

  it('whatever they hold, a step does not throw', () => {
    const text = fc.oneof(
      fc.constantFrom('row/start', 'row/look', 'gone/x', 'toString', 'row/done#0.0'),
      fc.string(),
    );
    const event = fc.constantFrom(
      { type: 'message', text: 'Ghent' } as const,
      { type: 'answer', effect: 1, status: 200, body: { count: 1 } } as const,
      { type: 'press', button: 'row/done#0.0' } as const,
      { type: 'start' } as const,
    );
    const number = fc.integer({ min: -5, max: 200 });
    const session = fc.record({
      version: fc.constant(1),
      language: text,
      variables: fc.dictionary(text, fc.oneof(fc.string(), fc.integer(), fc.boolean())),
      contexts: fc.dictionary(text, number),
      dialog: fc.option(text),
      pending: fc.option(fc.record({ dialog: text, attempts: number })),
      waiting: fc.option(
        fc.record({
          effect: fc.constant(1),
          type: fc.constantFrom('http', 'handover'),
          dialog: text,
          action: number,
          entered: number,
          failing: fc.boolean(),
        }),
      ),
      said: fc.array(fc.record({ entity: text, value: text, start: number, end: number }), { maxLength: 3 }),
      offered: fc.array(text, { maxLength: 3 }),
      counters: fc.record({ messages: number, notUnderstood: number, effects: number }),
    });
    fc.assert(
      fc.property(session, event, (written, happened) => {
        const read = readSession(JSON.parse(JSON.stringify(written)));
        assert.ok(read);
        const { session: after } = step(bot, () => undefined, read, happened, NOW);
        assert.ok(readSession(JSON.parse(JSON.stringify(after))), 'what comes out is a session again');
      }),
      { numRuns: 500 },
    );
  });
});
