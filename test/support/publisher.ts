import { spawn } from 'node:child_process';
import { join } from 'node:path';

const PUBLISHER = join(__dirname, '..', 'release', 'publisher.js');

export interface End {
  /** Undefined when it was killed. */
  readonly result:
    | { readonly outcome: string; readonly version?: number; readonly message?: string }
    | undefined;
}

/** Runs a process that publishes, with `environment` in force; it starts to write when `go` resolves. */
export function startPublisher(
  folder: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): { readonly ready: Promise<void>; readonly go: () => void; readonly end: Promise<End> } {
  const child = spawn(process.execPath, [PUBLISHER, folder, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  let signalReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (signalReady = resolve));
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    if (output.includes('ready\n')) signalReady();
  });
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  child.stdin.on('error', () => undefined);
  const end = new Promise<End>((resolve, reject) => {
    child.on('close', (code, signal) => {
      signalReady();
      if (signal === 'SIGKILL') return resolve({ result: undefined });
      const [, json] = output.split('\n');
      if (code !== 0 || !json) return reject(new Error(`The publisher failed (${code}): ${errors}`));
      resolve({ result: JSON.parse(json) as End['result'] });
    });
  });
  return { ready, go: () => child.stdin.write('go\n'), end };
}
