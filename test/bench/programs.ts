import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds } from './measure';

/** What one run of a program cost. */
export interface Cost {
  /** From start to exit, in milliseconds. */
  readonly wall: number;
  /** Of all threads, in milliseconds. */
  readonly cpu: number;
  /** The most memory that was resident, in bytes. */
  readonly memory: number;
}

/**
 * Runs a program of Node to its end.
 *
 * @param cache folder in which the program may keep a cache
 * @throws when the program ends with another code than one of `codes`; the message holds its error output
 */
export async function run(
  program: string,
  args: readonly string[],
  { cache, codes = [0] }: { cache?: string; codes?: readonly number[] } = {},
): Promise<Cost> {
  const scratch = mkdtempSync(join(tmpdir(), 'botlane-bench-'));
  const usage = join(scratch, 'usage.json');
  try {
    const wall = await milliseconds(() => ended(program, args, codes, { usage, cache: cache ?? scratch }));
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
      readFileSync(usage, 'utf8'),
    ) as NodeJS.ResourceUsage;
    return { wall, cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS * 1024 };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function ended(
  program: string,
  args: readonly string[],
  codes: readonly number[],
  { usage, cache }: { usage: string; cache: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--require', join(__dirname, 'usage.js'), program, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, BENCH_USAGE: usage, XDG_CACHE_HOME: cache },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== null && codes.includes(code)) resolve();
      else reject(new Error(`${program} ended with ${code}: ${said.slice(0, 2_000)}`));
    });
  });
}
