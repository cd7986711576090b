import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Walked, walkInbox } from '../../../client/src/inbox/walkInbox';
import type { InboxRow } from '../../../server/src/protocol';

const ROW: InboxRow = {
  item: {
    id: 'x',
    text: 'my suitcase never arrived',
    language: 'en',
    count: 1,
    firstAt: '2026-11-01T00:00:00.000Z',
    lastAt: '2026-11-01T00:00:00.000Z',
    environment: 'live',
    version: 1,
    score: 0,
    understood: false,
  },
};

/** Walks through an inbox whose pages have so many texts that the draft does not know. */
async function walked(
  inbox: readonly number[],
  pages: number,
  isOver: (asked: number) => boolean = () => false,
): Promise<Walked & { readonly asked: number }> {
  let asked = 0;
  const found = await walkInbox(
    (after) => {
      assert.equal(after ?? '0', String(asked));
      const rows = Array.from({ length: inbox[asked] ?? 0 }, () => ROW);
      asked++;
      return Promise.resolve({ kind: 'inbox', rows, ...(asked < inbox.length && { next: String(asked) }) });
    },
    pages,
    () => isOver(asked),
  );
  return { ...found, asked };
}

describe('the walk through an inbox', () => {
  it('passes over pages that have nothing to show', async () => {
    const { rows, more, asked } = await walked([0, 0, 3, 4], 1);
    assert.deepEqual([rows.length, more, asked], [3, true, 3]);
  });

  it('ends after five of them, and passes over five more when somebody asks for more', async () => {
    const known = Array.from({ length: 1000 }, () => 0);
    const first = await walked(known, 1);
    assert.deepEqual([first.more, first.asked], [true, 5]);
    const second = await walked(known, 2);
    assert.deepEqual([second.more, second.asked], [true, 10]);
  });

  it('shows as many pages as are wanted, asks for few beside them, and says whether that is all', async () => {
    const inboxes = fc.array(fc.constantFrom<number>(0, 0, 0, 1, 3), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(inboxes, fc.integer({ min: 1, max: 4 }), async (inbox, pages) => {
        const { rows, more, asked } = await walked(inbox, pages);
        const seen = inbox.slice(0, asked);
        assert.equal(
          rows.length,
          seen.reduce((sum, count) => sum + count, 0),
        );
        assert.equal(more, asked < inbox.length);
        const full = seen.filter((count) => count > 0).length;
        assert.ok(full <= pages && asked - full <= 5 * pages);
        if (more) assert.ok(full === pages || asked - full === 5 * pages);
      }),
    );
  });

  it('asks for no further page when nobody waits for it any more', async () => {
    const { asked } = await walked([0, 0, 0, 1], 1, (count) => count === 2);
    assert.equal(asked, 2);
  });

  it('keeps what it found before the gateway refused, and says why', async () => {
    let asked = 0;
    const found = await walkInbox(
      () =>
        Promise.resolve(
          asked++ === 0
            ? { kind: 'inbox', rows: [ROW], next: '1' }
            : { kind: 'refused', reason: 'It has stopped.' },
        ),
      2,
      () => false,
    );
    assert.deepEqual(found, { rows: [ROW], more: false, problem: 'It has stopped.' });
  });
});
