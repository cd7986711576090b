import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The compiled program, so that coverage sees it; the bundle is tested by what installs it. */
export const MAIN = join(__dirname, '..', '..', 'server', 'src', 'cli', 'main.js');

/** Not the cache of whoever runs the tests. */
const CACHE = join(tmpdir(), 'botlane-test-cache');

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface FindingOutput {
  code: string;
  severity: string;
  message: string;
  file: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  bot: string;
}

interface PlanOutput {
  bot: string;
  kind: string;
  flows?: string[];
  possible: boolean;
  gates: { id: string; outcome: string; reason: string }[];
  difference: unknown;
  /** With several bots, the same of each. */
  bots: PlanOutput[];
}

interface VersionsOutput {
  bot: string;
  live: number | null;
  versions: {
    version: number;
    kind: string;
    notes: string;
    author: string;
    date: string;
    commit: string;
    live: boolean;
    overrides: { gate: string; reason: string }[];
  }[];
  bots: VersionsOutput[];
}

interface DiffOutput {
  format: number;
  bot: string;
  before: { kind: string; version?: number | null };
  after: { kind: string; version?: number | null };
  changes: { part: string; change: string; symbol: string; name: string; edits: unknown[] }[];
}

interface NlpOutput {
  intents: { name: string; score: number }[];
  entities: { entity: string; value: unknown; text: string; start: number; end: number; score: number }[];
  understood: boolean;
}

/** What each command promises to other programs. */
interface Outputs {
  check: { findings: FindingOutput[]; bots?: { bot: string; findings: FindingOutput[] }[] };
  train: { models: { language: string; input: string; artifact: string; path: string }[] };
  plan: PlanOutput;
  /** Blocked, it is the plan. */
  publish: PlanOutput & { version: number; commit: string; tag: string };
  versions: VersionsOutput;
  live: { version: number };
  test: {
    passed: number;
    failed: number;
    bots: {
      bot: string;
      tests: {
        name: string;
        file: string;
        line: number;
        passed: boolean;
        failures: { line: number; column: number; message: string; expected?: string; actual?: string }[];
        conversation: { who: string; text: string }[];
      }[];
      coverage?: {
        intents: { reached: number; all: number };
        dialogs: { reached: number; all: number };
        branches: { reached: number; all: number };
        unreached: { intents: { name: string }[]; dialogs: { name: string; file: string; line: number }[] };
      };
    }[];
  };
  restore: { version: number | null; written: number; removed: number; unsaved: string[] };
  diff: DiffOutput & { bots: DiffOutput[] };
  nlp: NlpOutput & { bots: (NlpOutput & { bot: string })[] };
}

/** Runs `botlane` as a process of its own, without a terminal. */
export function botlane(cwd: string, ...parameters: string[]): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', MAIN, ...parameters], {
      cwd,
      env: { ...process.env, XDG_CACHE_HOME: CACHE },
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
export async function botlaneJson<C extends keyof Outputs>(
  cwd: string,
  command: C,
  ...parameters: string[]
): Promise<{ readonly code: number | null; readonly json: Outputs[C]; readonly stderr: string }> {
  const { code, stdout, stderr } = await botlane(cwd, command, ...parameters, '--format', 'json');
  try {
    return { code, json: JSON.parse(stdout) as Outputs[C], stderr };
  } catch {
    throw new Error(
      `botlane ${command} ${parameters.join(' ')} printed no JSON (exit ${code}).\n${stdout}\n${stderr}`,
    );
  }
}
