import { execFile } from 'node:child_process';
import type { ExecFileException } from 'node:child_process';
import { statSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReleaseProblem, Result } from '../contract';
import { gitEnvironment } from './environment';
import { runGroup } from './group';
import { problem, problemOf } from './problems';

/**
 * A repository's own configuration can run programs (`core.fsmonitor`, hooks) and start work behind our back; and git
 * does not bring to disk what it writes unless told to. `filesRefLockTimeout`: writers wait for each other instead of
 * failing (milliseconds).
 */
const CONFIGURATION: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'gc.auto=0',
  'maintenance.auto=false',
  'core.fsync=committed,loose-object,reference',
  'core.fsyncMethod=fsync',
  'core.filesRefLockTimeout=3000',
  'core.packedRefsTimeout=3000',
  'core.quotePath=false',
  'core.splitIndex=false',
  'core.untrackedCache=false',
  'index.sparse=false',
  'i18n.commitEncoding=UTF-8',
  'i18n.logOutputEncoding=UTF-8',
  'log.showSignature=false',
];

const PREFIX: readonly string[] = ['--no-pager', ...CONFIGURATION.flatMap((entry) => ['-c', entry])];

/** Milliseconds after which a call is stopped: plumbing on a local disk takes far less. */
const TIME_LIMIT = 120_000;
const MAX_OUTPUT = 1024 * 1024 * 1024;

export interface GitCall {
  /** In pieces where it is long: they are asked for as git reads them. */
  readonly input?: Uint8Array | string | Iterable<Uint8Array>;
  readonly signal?: AbortSignal | undefined;
  /** Added after scrubbing: for values that we made ourselves. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeLimit?: number;
  /** Exit codes that are answers, not failures. */
  readonly answers?: readonly number[];
}

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git in one folder. Never through a shell; a failure is a value with its reason. */
export class Git {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param args fixed words and checked values (`Oid`, `RefName` …) only; never text of a user */
  run(args: readonly string[], call: GitCall = {}): Promise<Result<GitAnswer>> {
    if (call.signal?.aborted) return Promise.resolve(failure(problem('cancelled')));
    return new Promise((resolve) => {
      const child = execFile(
        'git',
        [...PREFIX, ...args],
        {
          cwd: this.#folder,
          env: { ...gitEnvironment(process.env), ...call.environment },
          encoding: 'buffer',
          maxBuffer: MAX_OUTPUT,
          timeout: call.timeLimit ?? TIME_LIMIT,
          windowsHide: true,
          ...(call.signal ? { signal: call.signal } : {}),
        },
        (error, stdout, stderr) => {
          const code = error ? error.code : 0;
          if (typeof code === 'number' && (code === 0 || call.answers?.includes(code))) {
            resolve({ ok: true, value: { code, stdout, stderr: stderr.toString('utf8') } });
          } else resolve(failure(this.#problemOf(error, stderr.toString('utf8'))));
        },
      );
      // git may end without reading all of its input; its exit code tells what happened.
      child.stdin?.on('error', () => undefined);
      const { input = '' } = call;
      if (typeof input === 'string' || input instanceof Uint8Array) child.stdin?.end(input);
      else if (child.stdin) Readable.from(input, { objectMode: false }).pipe(child.stdin);
    });
  }

  /**
   * Runs git where it talks to another machine. Ended with everything that it has started when it takes longer than the
   * time limit or is cancelled: a transport that hangs would keep git, and us, waiting for ever.
   */
  async talk(
    args: readonly string[],
    call: GitCall & { readonly timeLimit: number },
  ): Promise<Result<GitAnswer>> {
    if (call.signal?.aborted) return failure(problem('cancelled'));
    const end = await runGroup(this.#folder, [...PREFIX, ...args], gitEnvironment(process.env), call);
    if (end.kind === 'ended') return { ok: true, value: end };
    if (end.kind === 'error') return failure(this.#problemOf(end.error, ''));
    return failure(problem(end.kind));
  }

  /** Output as text without the newline at its end. */
  async text(args: readonly string[], call: GitCall = {}): Promise<Result<string>> {
    const result = await this.run(args, call);
    return result.ok
      ? { ok: true, value: result.value.stdout.toString('utf8').replace(/\r?\n$/, '') }
      : result;
  }

  #problemOf(error: ExecFileException | null, stderr: string): ReleaseProblem {
    if (error?.name === 'AbortError') return problem('cancelled');
    if (error?.killed) return problem('timeout');
    if (error?.code === 'ENOENT') {
      // The same code stands for a working folder that is gone.
      return isFolder(this.#folder) ? problem('git-missing') : problem('not-a-repository');
    }
    if (error?.code === 'EACCES') return problem('not-permitted', 'git');
    return problemOf(stderr);
  }
}

function failure(error: ReleaseProblem): { readonly ok: false; readonly error: ReleaseProblem } {
  return { ok: false, error };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
