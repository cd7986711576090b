import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The compiled program, so that coverage sees it; the bundle is tested by what installs it. */
const MAIN = join(__dirname, '..', '..', 'server', 'src', 'cli', 'main.js');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `botlane` as a process of its own, without a terminal. */
export function botlane(cwd: string, ...parameters: string[]): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', MAIN, ...parameters], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs `botlane … --format json` and reads its output. */
export async function botlaneJson<T>(
  cwd: string,
  ...parameters: string[]
): Promise<{ readonly code: number | null; readonly json: T; readonly stderr: string }> {
  const { code, stdout, stderr } = await botlane(cwd, ...parameters, '--format', 'json');
  try {
    return { code, json: JSON.parse(stdout) as T, stderr };
  } catch {
    throw new Error(`botlane ${parameters.join(' ')} printed no JSON (exit ${code}).\n${stdout}\n${stderr}`);
  }
}
