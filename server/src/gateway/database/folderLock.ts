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
  const mine = JSON.stringify({
    pid: process.pid,
    start: (await startOf(process.pid)) ?? '',
    host: hostname(),
  } satisfies Holder);
  // Whole from the first moment on: the name is given to a file that is written already.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, mine);
  try {
    for (;;) {
      if (await given(draft, file)) return { ok: true, lock: held(file) };
      const found = await readLock(file);
      if (found === undefined) continue;
      if (found.alive) return { ok: false, holder: found.holder, file };
      await removeStale(file, found.text);
    }
  } finally {
    await rm(draft, { force: true });
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
    return { pid: Number(pid), start: String(start), host: String(host) };
  } catch {
    // Nobody of ours has written it; what does not name a process names no living one.
    return { pid: 0, start: '', host: hostname() };
  }
}

async function isRunning({ pid, start }: Holder): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  const now = await startOf(pid);
  return now !== undefined && (now === start || now === '' || start === '');
}

/**
 * Takes a stale lock away. Of several starters that find it one moves it aside; who moves a lock that is not the stale
 * one any more, because another starter was quicker, gives it back.
 */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== stale) await given(aside, file);
  await rm(aside, { force: true });
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
