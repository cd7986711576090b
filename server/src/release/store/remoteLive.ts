import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../contract';
import type { GitCall } from '../git/git';
import type { BotId } from '../git/names';
import { problem } from '../git/problems';
import { readReferences } from '../git/references';
import { fetchReferences, listRemote } from '../git/remote';
import type { Remote, RemoteReferences } from '../git/remote';
import type { Repository } from '../git/repository';
import { forgetSeenEmpty, markSeenEmpty } from './seenEmpty';

/**
 * Brings here what a remote has of a bot: LIVE, its log and all versions. What is known already is not asked for again.
 * A branch that was rewritten and a tag that is another one are refused: a release that was live does not vanish.
 */
export async function fetchLive(
  repository: Repository,
  remote: Remote,
  bot: BotId,
  call: GitCall = {},
): Promise<Result<RemoteReferences>> {
  const there = await listRemote(repository, remote, bot, call);
  if (!there.ok) return there;
  const { live, tags } = there.value;
  if (!live && tags.size === 0) {
    const marked = await noteEmpty(repository, remote, bot, call);
    return marked.ok ? there : marked;
  }
  if (!(await isKnown(repository, remote, bot, there.value, call))) {
    const full = existsSync(join(repository.commonDirectory, 'shallow'));
    const fetched = await fetchReferences(repository, remote, bot, there.value, { ...call, full });
    // Another process of this repository may have fetched the same at the same time.
    if (!fetched.ok && !(await isKnown(repository, remote, bot, there.value, call))) return fetched;
  }
  await forgetSeenEmpty(repository, remote.name, bot);
  return there;
}

/** A remote that has lost its live branch is no remote on which nothing was ever published. */
async function noteEmpty(
  repository: Repository,
  remote: Remote,
  bot: BotId,
  call: GitCall,
): Promise<Result<undefined>> {
  const here = await readReferences(repository, bot, remote.name, call);
  if (!here.ok) return here;
  if (here.value.remoteLive) return { ok: false, error: problem('history-rewritten', remote.name) };
  return markSeenEmpty(repository, remote.name, bot);
}

async function isKnown(
  repository: Repository,
  remote: Remote,
  bot: BotId,
  there: RemoteReferences,
  call: GitCall,
): Promise<boolean> {
  const here = await readReferences(repository, bot, remote.name, call);
  return (
    here.ok &&
    here.value.remoteLive === there.live &&
    [...there.tags].every(([version, commit]) => here.value.tags.get(version) === commit)
  );
}
