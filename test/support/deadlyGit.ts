import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * A `git` that kills whoever called it after the N-th call since it was armed, as `kill -9` and a machine that goes down
 * do. It keeps the ids of the caller and of its own last call for hooks that kill in the middle of one.
 */
export class DeadlyGit {
  readonly #folder: string;
  readonly #count: string;

  /** @param folder a new folder */
  constructor(folder: string) {
    this.#folder = folder;
    this.#count = join(folder, 'calls');
    mkdirSync(folder, { recursive: true });
    const script = join(folder, 'git');
    writeFileSync(
      script,
      `#!/bin/sh
PATH="$BOTLANE_TEST_PATH"
if [ -z "$BOTLANE_TEST_ARMED" ]; then exec git "$@"; fi
exec 3<&0
git "$@" <&3 3<&- &
exec 3<&-
echo "$PPID $!" > '${this.#victims}'
wait $!
code=$?
echo "$*" >> '${this.#count}'
if [ "$(wc -l < '${this.#count}')" -ge "$BOTLANE_TEST_KILL_AFTER" ]; then kill -9 $PPID; fi
exit $code
`,
    );
    chmodSync(script, 0o755);
  }

  /** What a process is started with that dies after call `killAfter`. Counts from the start. */
  environment(killAfter: number): NodeJS.ProcessEnv {
    rmSync(this.#count, { force: true });
    const path = process.env['PATH'] ?? '';
    return {
      PATH: `${this.#folder}${delimiter}${path}`,
      BOTLANE_TEST_PATH: path,
      BOTLANE_TEST_KILL_AFTER: String(killAfter),
    };
  }

  /** The calls since the count began, each as its words. */
  calls(): readonly string[] {
    return readFileSync(this.#count, 'utf8').trim().split('\n');
  }

  /** A command of a shell that kills the caller and the call that is under way. */
  get kill(): string {
    return `kill -9 $(cat '${this.#victims}')`;
  }

  get #victims(): string {
    return join(this.#folder, 'victims');
  }
}
