import { readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { t } from '@vscode/l10n';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';
import type { Diagnosis } from './ailment';

/** Milliseconds: no step of git that we know of holds a lock for longer. */
const OLD = 60_000;
/** The same where it cannot be seen who has a file open. */
const VERY_OLD = 3_600_000;

/** Lock files that make every writer fail. Offered for removal only when they are old and nobody has them open. */
export function findLocks({ commonDirectory, gitDirectory }: Repository): readonly Diagnosis[] {
  const places = ['refs/heads/bots', 'refs/tags/bots', 'refs/remotes'].map((path) =>
    join(commonDirectory, path),
  );
  const found = new Set([
    ...['packed-refs.lock', 'config.lock'].map((name) => join(commonDirectory, name)),
    ...['index.lock', 'HEAD.lock'].map((name) => join(gitDirectory, name)),
    ...places.flatMap(locksBelow),
  ]);
  return [...found].flatMap((path) => {
    const since = modified(path);
    if (since === undefined) return [];
    const name = relative(commonDirectory, path).replaceAll('\\', '/');
    const age = Date.now() - since;
    const isLeft = age > (process.platform === 'linux' ? OLD : VERY_OLD) && !isOpen(path);
    const what = t('The lock {0} stands in the way of every publish.', name);
    const id = `lock:${name}`;
    if (!isLeft) {
      const why = t('It is new or in use: a git may be writing. If it stays, look again in a few minutes.');
      return [{ id, what, why }];
    }
    return [
      {
        id,
        what,
        why: t(
          'Nobody has had it open for {0} minutes: a git that was killed left it.',
          Math.round(age / 60_000),
        ),
        mend: t('Delete the lock file.'),
        run: async () => {
          if (modified(path) !== since || isOpen(path))
            return { ok: false, error: problem('lock-held', '', path) };
          rmSync(path, { force: true });
          return { ok: true, value: undefined };
        },
      },
    ];
  });
}

function locksBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.lock') && (!folder.endsWith('remotes') || name.includes('bots')))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function modified(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Whether a process of ours to see has a file open. Only Linux tells. */
function isOpen(path: string): boolean {
  if (process.platform !== 'linux') return false;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      for (const fd of readdirSync(`/proc/${pid}/fd`)) {
        if (readlinkSync(`/proc/${pid}/fd/${fd}`) === path) return true;
      }
    } catch {
      // gone meanwhile, or not ours to look at
    }
  }
  return false;
}
