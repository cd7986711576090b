import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** How a process ended. */
export type GroupEnd =
  | { readonly kind: 'ended'; readonly code: number; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: 'timeout' | 'cancelled' }
  | { readonly kind: 'error'; readonly error: NodeJS.ErrnoException };

/** Milliseconds that a process has to tidy up (lock files) before it is killed. */
const GRACE = 1000;

/**
 * Runs git as the head of a process group of its own, so that ending it ends the transport (ssh, a helper) that it started,
 * too. Without a terminal: nothing can ask for a password there.
 *
 * @param call `timeLimit` in milliseconds
 */
export function runGroup(
  folder: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  call: { readonly timeLimit: number; readonly signal?: AbortSignal | undefined },
): Promise<GroupEnd> {
  return new Promise((resolve) => {
    const child = spawn('git', words, {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => stdout.push(data));
    child.stderr.on('data', (data: Buffer) => stderr.push(data));
    let stopped: 'timeout' | 'cancelled' | undefined;
    let insist: NodeJS.Timeout | undefined;
    const stop = (why: 'timeout' | 'cancelled'): void => {
      if (stopped) return;
      stopped = why;
      signalGroup(child, 'SIGTERM');
      insist = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE);
    };
    const cancel = (): void => stop('cancelled');
    const limit = setTimeout(() => stop('timeout'), call.timeLimit);
    call.signal?.addEventListener('abort', cancel, { once: true });
    const finish = (end: GroupEnd): void => {
      clearTimeout(limit);
      clearTimeout(insist);
      call.signal?.removeEventListener('abort', cancel);
      resolve(end);
    };
    child.on('error', (error) => finish({ kind: 'error', error }));
    // Not "close": a process that git left behind may hold the pipes open.
    child.on('exit', (code) => {
      if (stopped) {
        signalGroup(child, 'SIGKILL');
        child.stdout.destroy();
        child.stderr.destroy();
        finish({ kind: stopped });
        return;
      }
      void Promise.all([ended(child.stdout), ended(child.stderr)]).then(() =>
        finish({
          kind: 'ended',
          code: code ?? -1,
          stdout: Buffer.concat(stdout),
          stderr: Buffer.concat(stderr).toString('utf8'),
        }),
      );
    });
  });
}

/** A group that is gone already is what was wanted. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // gone
  }
}

function ended(stream: NodeJS.ReadableStream & { readonly readableEnded?: boolean }): Promise<void> {
  if (stream.readableEnded === true) return Promise.resolve();
  return new Promise((resolve) => stream.once('close', resolve));
}
