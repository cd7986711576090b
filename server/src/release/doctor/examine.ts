import type { Access } from '../access';
import type { Result } from '../contract';
import type { GitCall } from '../git/git';
import { problem } from '../git/problems';
import { checkNamespace } from '../git/references';
import { readHistory } from '../store/versions';
import type { Diagnosis } from './ailment';
import { findLocks } from './locks';
import { findRemoteTrouble } from './remote';
import { findDamage } from './stored';
import { findTagTrouble } from './tags';
import { findWorktrees } from './worktrees';

/** Looks for everything that keeps a bot from being published, or its versions from being read. Changes nothing. */
export async function examine(access: Access, call: GitCall = {}): Promise<Result<readonly Diagnosis[]>> {
  const { repository, bot } = access;
  const remote = await findRemoteTrouble(access, call);
  const worktrees = await findWorktrees(access, call);
  if (!worktrees.ok) return worktrees;
  const found: Diagnosis[] = [...findLocks(repository), ...remote, ...worktrees.value];
  const free = await checkNamespace(repository, bot, call);
  if (!free.ok && free.error.reason === 'namespace-blocked') {
    found.push({ id: 'namespace', what: free.error.message, why: '' });
  }
  const history = await readHistory(repository, bot, call);
  if (!history.ok) {
    return { ok: true, value: [...found, { id: 'history', what: history.error.message, why: '' }] };
  }
  const { head } = history.value.references;
  if (head.kind === 'unknown') found.push({ id: 'unknown', what: head.reason, why: '' });
  const damage = await findDamage(access, history.value, call);
  const tags = await findTagTrouble(access, history.value, call);
  return tags.ok ? { ok: true, value: [...found, ...damage, ...tags.value] } : tags;
}

/** Mends one thing, if it is still what it was. */
export async function mend(access: Access, id: string, call: GitCall = {}): Promise<Result<undefined>> {
  const found = await examine(access, call);
  if (!found.ok) return found;
  const diagnosis = found.value.find((one) => one.id === id);
  return diagnosis?.run ? diagnosis.run() : { ok: false, error: problem('nothing-to-mend', id) };
}
