import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';

const SCRIPTS = resolve(__dirname, '..', '..', '..', 'scripts');
const GUARD = join(SCRIPTS, 'lib', 'guard.mjs');

/** Nothing here is worth keeping when the machine is switched off. */
const FAST = ['fsync=off', 'full_page_writes=off', 'max_connections=200', 'unix_socket_directories='];
/** As PostgreSQL is set up by itself: what it says that it has kept is on the disk. */
export const DURABLE = ['max_connections=200', 'unix_socket_directories='];

/** A real server with data of its own, which ends with this process. */
export class PostgresServer {
  readonly #folder: string;
  readonly #port: number;
  readonly #guard: ChildProcess;
  #databases = 0;

  constructor(folder: string, port: number, guard: ChildProcess) {
    this.#folder = folder;
    this.#port = port;
    this.#guard = guard;
  }

  /** Makes an empty database. @returns its address */
  async newDatabase(): Promise<string> {
    const name = `test_${++this.#databases}`;
    const client = new Client({ connectionString: this.#url('postgres') });
    await client.connect();
    await client.query(`create database ${name} template template0 encoding 'UTF8'`);
    await client.end();
    return this.#url(name);
  }

  #url(database: string): string {
    return `postgresql://tester@127.0.0.1:${this.#port}/${database}`;
  }

  async stop(): Promise<void> {
    const ended = once(this.#guard, 'exit');
    // From now on its end is worth waiting for.
    this.#guard.ref();
    this.#guard.stdin?.end();
    if (this.#guard.exitCode === null) await ended;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Starts a PostgreSQL of the machine.
 *
 * @param settings such as `fsync=on`, instead of those that make it fast and careless
 * @returns why there is none, where there is none
 */
export async function startPostgres(chosen: readonly string[] = FAST): Promise<PostgresServer | string> {
  const programs = await findPrograms();
  if (programs === undefined) return 'there is no PostgreSQL (initdb and postgres) on this machine';
  const owner = dataOwner();
  // The folder for temporary files may be one that nobody else can enter.
  const folder = mkdtempSync(join(owner ? '/tmp' : realpathSync(tmpdir()), 'botlane-postgres-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const as = (program: string, ...words: string[]): [string, string[]] => {
    const command = join(programs, program);
    if (!owner) return [command, words];
    const change = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', command, ...words];
    return ['setpriv', change];
  };
  const data = join(folder, 'data');
  const locale = ['--encoding=UTF8', '--locale=C', '--username=tester', '--auth=trust', '--no-sync'];
  execFileSync(...as('initdb', '-D', data, ...locale), { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] });
  const port = await freePort();
  const settings = [...chosen, 'listen_addresses=127.0.0.1', `port=${port}`].flatMap((one) => ['-c', one]);
  const [command, words] = as('postgres', '-D', data, ...settings);
  // Ends with this process, however that ends.
  const guard = spawn(process.execPath, [GUARD, command, ...words], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  await listening(guard);
  guard.unref();
  return new PostgresServer(folder, port, guard);
}

/** The scripts know where it is, because they install it. */
async function findPrograms(): Promise<string | undefined> {
  const scripts = (await import(pathToFileURL(join(SCRIPTS, 'host', 'postgres.mjs')).href)) as {
    findPostgres(): string | undefined;
  };
  return scripts.findPostgres();
}

/** PostgreSQL refuses to run as root. */
function dataOwner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    try {
      const id = (kind: '-u' | '-g'): number =>
        Number(execFileSync('id', [kind, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user here.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('There is no free port.');
  return address.port;
}

/** Resolves when the server says that it takes connections. */
async function listening(guard: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((ready, failed) => {
    guard.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('database system is ready to accept connections')) ready();
    });
    guard.once('exit', (code) => failed(new Error(`PostgreSQL ended with code ${code}:\n${said}`)));
  });
  guard.stderr?.removeAllListeners('data').resume();
}
