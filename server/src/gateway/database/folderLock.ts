import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { startOf } from './processIdentity';

/** Milliseconds. A holder on another machine, or in another container, is told to be alive by the age of its file. */
const BEAT = 5_000;
const DEAD_AFTER = 60_000;

/** What the lock file says of its holder. */
interface Holder {
  readonly pid: number;
  /** See `startOf`. */
  readonly start: string;
  readonly host: string;
}

export interface FolderLock {
  release(): Promise<void>;
}

export type LockOutcome =
  | { readonly ok: true; readonly lock: FolderLock }
  | { readonly ok: false; readonly holder: Pick<Holder, 'pid' | 'host'>; readonly file: string };

/**
 * Keeps a second process out of a folder. A lock whose process is gone, killed or its machine switched off, is taken over.
 *
 * @throws what the file system says
 */
export async function lockFolder(folder: string): Promise<LockOutcome> {
  const file = join(folder, 'botlane.lock');
  const mine = { pid: process.pid, start: (await startOf(process.pid)) ?? '', host: hostname() };
  // Whole from the first moment on: the name is given to a file that is written already. No two have the same content.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify({ ...mine, id: randomUUID() } satisfies Holder & { id: string }));
  try {
    const holder = await acquire(file, draft);
    return holder ? { ok: false, holder, file } : { ok: true, lock: held(file) };
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Gives the draft the name; undefined when that worked, else who has it. A stale holder is replaced by whoever gets the
 * name of its successor, in the same way, and finds it unreplaced then: so that the name is never free in between, and of
 * many that find it stale one replaces it.
 */
async function acquire(name: string, draft: string): Promise<Holder | undefined> {
  for (;;) {
    if (await given(draft, name)) return undefined;
    const found = await readLock(name);
    if (!found) continue;
    if (found.alive) return found.holder;
    const successor = `${name}.next`;
    const other = await acquire(successor, draft);
    if (other) return other;
    const now = await readLock(name);
    if (now?.text === found.text) {
      await rename(successor, name);
      return undefined;
    }
    await rm(successor);
  }
}

/** Gives a file a second name; false when that is taken. */
async function given(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

interface FoundLock {
  readonly text: string;
  readonly holder: Holder;
  readonly alive: boolean;
}

/** Undefined when the lock was let go meanwhile. */
async function readLock(file: string): Promise<FoundLock | undefined> {
  let text: string;
  let age: number;
  try {
    text = await readFile(file, 'utf8');
    age = Date.now() - (await stat(file)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const holder = parseHolder(text);
  const alive = holder.host === hostname() ? await isRunning(holder) : age < DEAD_AFTER;
  return { text, holder, alive };
}

function parseHolder(text: string): Holder {
  try {
    const { pid, start, host } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid === 'number' && typeof start === 'string' && typeof host === 'string') {
      return { pid, start, host };
    }
  } catch {
    // The same as JSON of somebody else.
  }
  // What does not name a process names no living one.
  return { pid: 0, start: '', host: hostname() };
}

async function isRunning({ pid, start }: Holder): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  const now = await startOf(pid);
  return now !== undefined && (now === start || now === '' || start === '');
}

function held(file: string): FolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    // A lock that somebody deleted by hand is gone; nothing here can mend that.
    void utimes(file, now, now).catch(() => undefined);
  }, BEAT);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      await rm(file, { force: true });
    },
  };
}
