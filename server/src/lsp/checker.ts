import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import type { Finding, LiveState } from '../rules/rule';
import { type CheckOptions, WorkspaceCheck } from '../rules/run';
import { inTurns } from '../text/turns';
import type { Uri } from '../text/uri';

/** What is checked, and who is told. */
export interface CheckerHost {
  /** The workspace as it is now. */
  snapshot(): ProjectSnapshot;
  liveOf(bot: BotSnapshot): LiveState;
  /** Documents in which a person is waiting for an answer. */
  readonly open: Iterable<Uri>;
  /** The findings of these files may be others than those that were told before. */
  tell(findings: ReadonlyMap<Uri, readonly Finding[]>): void;
}

/** Keeps the findings of the workspace up to date, in turns between which requests are answered. */
export class Checker {
  readonly #host: CheckerHost;
  readonly #check: WorkspaceCheck;
  readonly #again = new Set<Uri>();

  constructor(host: CheckerHost, options: CheckOptions) {
    this.#host = host;
    this.#check = new WorkspaceCheck(options);
  }

  /**
   * Checks what changed, open documents first, and tells what was found turn by turn. It may be left at any turn for
   * another one that begins with what is there then: nothing that was done is done again.
   */
  *work(): Generator<void, void, void> {
    this.#update();
    const open = [...this.#host.open];
    yield* inTurns(this.#check.workOn(open), () => this.#tell());
    this.#tell();
    // What a person waits for is sent before anything else is begun.
    yield;
    yield* inTurns(this.#check.work(open), () => this.#tell());
    this.#tell();
  }

  /** The findings of one file as they are now; the others wait. */
  findings(uri: Uri): readonly Finding[] {
    this.#update();
    this.#check.finish(uri);
    return this.#check.findings(uri);
  }

  /** The findings of one file as far as the check has come: nothing is worked out. */
  known(uri: Uri): readonly Finding[] {
    return this.#check.findings(uri);
  }

  /** The file's findings are told once more, whether they change or not. */
  repeat(uri: Uri): void {
    this.#again.add(uri);
  }

  #update(): void {
    this.#check.update(this.#host.snapshot(), (bot) => this.#host.liveOf(bot));
  }

  #tell(): void {
    const files = [...this.#check.takeChanged(), ...this.#again];
    this.#again.clear();
    if (files.length > 0) this.#host.tell(new Map(files.map((uri) => [uri, this.#check.findings(uri)])));
  }
}
