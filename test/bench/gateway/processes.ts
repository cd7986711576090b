import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT } from '../sessions';

const CLI = join(PROJECT, 'dist', 'cli.js');

/** Enough that nobody in a benchmark is told to slow down. */
const WITHOUT_LIMITS = ['--requests-per-minute', '1000000000', '--conversations-per-hour', '1000000000'];

const MEMORY = ['--expose-gc', '--require', resolve(__dirname, 'memory.js')];

/** A server in a process of its own. */
export class ServerProcess {
  readonly address: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, address: string) {
    this.#child = child;
    this.address = address;
  }

  /** Starts the program, and waits until it says where it listens. */
  static async start(
    module: string,
    parameters: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<ServerProcess> {
    const child = fork(module, parameters, {
      execArgv: MEMORY,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...env },
    });
    return new Promise((done, failed) => {
      child.once('exit', (code) => failed(new Error(`${module} ended with code ${code}.`)));
      child.once('message', (message: { readonly address: string }) => {
        done(new ServerProcess(child, message.address));
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** What of its memory is in use, once what nobody holds any more is collected (megabytes). */
  async held(): Promise<number> {
    const answered = once(this.#child, 'message');
    this.#child.kill('SIGUSR2');
    const [{ held }] = (await answered) as [{ readonly held: number }];
    return held / 1024 / 1024;
  }

  async stop(): Promise<void> {
    const gone = new Promise<void>((done) => this.#child.once('exit', () => done()));
    this.#child.send({ type: 'stop' });
    await gone;
  }
}

/** The bare server of `echo.ts`. */
export function echoServer(): Promise<ServerProcess> {
  return ServerProcess.start(resolve(__dirname, 'echo.js'), []);
}

/** `botlane serve`, on the PostgreSQL at `databaseUrl`, else on an embedded one. */
export function gateway(bot: string, data: string, databaseUrl: string | undefined): Promise<ServerProcess> {
  return ServerProcess.start(
    CLI,
    ['serve', bot, '--port', '0', '--data', data, '--log', 'json', ...WITHOUT_LIMITS],
    { DATABASE_URL: databaseUrl ?? '', NODE_ENV: 'production' },
  );
}

/** The example bot, published and open to everybody, in a repository of its own. */
export function publishedExample(folder: string): string {
  const bot = join(folder, 'choo-choo');
  cpSync(join(PROJECT, 'examples', 'choo-choo'), bot, { recursive: true });
  const git = (...words: string[]): unknown => execFileSync('git', words, { cwd: bot, stdio: 'pipe' });
  const botlane = (...words: string[]): unknown =>
    execFileSync(process.execPath, [CLI, ...words], { cwd: bot, stdio: 'pipe' });
  git('init', '--quiet');
  git('config', 'user.name', 'bench');
  git('config', 'user.email', 'bench@example.org');
  botlane('publish', '--full', '--train', '--notes', 'First');
  botlane('deploy', 'visibility', 'public');
  return bot;
}
