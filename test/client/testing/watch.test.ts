import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { CancellationTokenSource, Emitter } from 'vscode-languageserver/node';
import { watchTests } from '../../../client/src/testing/watch';

/** Two bots, one of which is watched; runs end when they are told to. */
class Watched {
  readonly cancel = new CancellationTokenSource();
  /** The revision of the watched bot when each run began. */
  readonly runs: number[] = [];
  readonly #changed = new Emitter<{ readonly live: boolean }>();
  readonly #runs = new EventEmitter();
  #revision = 1;
  #other = 1;

  begin(): Promise<void> {
    const all = (): { root: string; revision: number }[] => [
      { root: 'watched', revision: this.#revision },
      { root: 'other', revision: this.#other },
    ];
    const bots = {
      get drafts() {
        return all();
      },
      onDidChange: this.#changed.event,
    };
    return watchTests(
      bots,
      this.cancel.token,
      (root) => root === 'watched',
      async () => {
        this.runs.push(this.#revision);
        await once(this.#runs, 'end');
      },
    );
  }

  change(): void {
    this.#revision++;
    this.tell();
  }

  changeOther(): void {
    this.#other++;
    this.tell();
  }

  /** Something is told, such as that a bot is trained now. */
  tell(): void {
    this.#changed.fire({ live: false });
  }

  /** Ends the run that is under way, and waits until what follows from it has begun. */
  async endRun(): Promise<void> {
    this.#runs.emit('end');
    await new Promise(setImmediate);
  }
}

// Protects watching: nobody looks at a result of what was there before, and nothing runs without a reason.
describe('watched tests', () => {
  it('run at once, and again when their bot is another one', async () => {
    const watched = new Watched();
    const begun = watched.begin();
    await watched.endRun();
    await begun;
    watched.change();
    await watched.endRun();
    watched.change();
    await watched.endRun();
    assert.deepEqual(watched.runs, [1, 2, 3]);
  });

  it('run once more for all that changed meanwhile, the first time too', async () => {
    const watched = new Watched();
    void watched.begin();
    watched.change();
    watched.change();
    assert.deepEqual(watched.runs, [1]);
    await watched.endRun();
    assert.deepEqual(watched.runs, [1, 3]);
    watched.change();
    await watched.endRun();
    await watched.endRun();
    assert.deepEqual(watched.runs, [1, 3, 4]);
  });

  it('do not run for another bot, nor for what changes none', async () => {
    const watched = new Watched();
    void watched.begin();
    watched.tell();
    await watched.endRun();
    watched.changeOther();
    watched.tell();
    await watched.endRun();
    assert.deepEqual(watched.runs, [1]);
  });

  it('do not run when they are watched no longer', async () => {
    const watched = new Watched();
    void watched.begin();
    watched.change();
    watched.cancel.cancel();
    await watched.endRun();
    watched.change();
    await watched.endRun();
    assert.deepEqual(watched.runs, [1]);
  });
});
