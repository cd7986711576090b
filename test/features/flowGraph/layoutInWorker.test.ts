import assert from 'node:assert/strict';
import { join } from 'node:path';
import { layoutOf, type LayoutInput } from '../../../server/src/features/flowGraph/layout';
import { LayoutThread } from '../../../server/src/features/flowGraph/layoutInWorker';

const WORKER = join(__dirname, '../../../server/src/features/flowGraph/layoutWorker.js');
const never = new AbortController().signal;

/** One sheet with a chain of boxes, and every tenth leads back. */
function chain(length: number): LayoutInput {
  const indices = Array.from({ length }, (_, index) => index);
  const label = { width: 0, height: 0 };
  return {
    sheets: [
      {
        boxes: indices.map(() => ({ width: 120, height: 44 })),
        arrows: indices
          .slice(1)
          .flatMap((to) => [
            { from: to - 1, to, label },
            ...(to % 10 === 0 ? [{ from: to, to: to - 9, label }] : []),
          ]),
      },
    ],
    between: [],
  };
}

// Protects the server, which must answer while a large graph is laid out, and must not work for nobody.
describe('the thread that lays flow graphs out', () => {
  it('answers what the layout itself answers, for 400 dialogs in one flow too', async () => {
    const thread = new LayoutThread(WORKER);
    for (const input of [chain(3), chain(400)]) {
      const result = await thread.arrange(input, never);
      assert.deepEqual(result, { kind: 'arranged', layout: layoutOf(input) });
    }
  });

  it('remembers what it laid out', async () => {
    const thread = new LayoutThread(WORKER);
    const first = await thread.arrange(chain(5), never);
    const second = await thread.arrange(chain(5), never);
    assert.ok(first.kind === 'arranged' && second.kind === 'arranged');
    assert.equal(first.layout, second.layout);
  });

  it('stops when nobody waits any more', async () => {
    const thread = new LayoutThread(WORKER);
    const controller = new AbortController();
    const result = thread.arrange(chain(400), controller.signal);
    controller.abort();
    assert.deepEqual(await result, { kind: 'cancelled' });
    assert.deepEqual(await thread.arrange(chain(4), controller.signal), { kind: 'cancelled' });
  });

  it('says so when the thread cannot be started', async () => {
    const result = await new LayoutThread(join(__dirname, 'nothing.js')).arrange(chain(2), never);
    assert.equal(result.kind, 'failed');
  });
});
