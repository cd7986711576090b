import type { RemoteChange, RemoteState, Result } from '../contract';
import type { GitCall } from '../git/git';
import { asBotId, asOid, asRemoteName, liveRef, remoteLiveRef, tagRef, versionOfTag } from '../git/names';
import type { BotId, Oid, RemoteName } from '../git/names';
import { problem } from '../git/problems';
import { moveReference, readReferences } from '../git/references';
import type { Remote } from '../git/remote';
import { configuredRemote, isAncestor, REMOTE_TIME_LIMIT } from '../git/repository';
import type { Repository } from '../git/repository';
import { fetchLive } from '../store/remoteLive';
import { forgetSeenEmpty } from '../store/seenEmpty';
import { sendLive } from '../store/sendLive';

/** Through which remote a repository publishes, and which it could. */
export async function readRemotes(repository: Repository, call: GitCall = {}): Promise<Result<RemoteState>> {
  const configured = await configuredRemote(repository, call);
  if (!configured.ok) return configured;
  const list = await repository.git.text(['remote'], call);
  if (!list.ok) return list;
  const known = list.value.split('\n').filter((name) => asRemoteName(name) !== undefined);
  return { ok: true, value: { name: configured.value?.name, known } };
}

/**
 * Publishes through a remote from now on. It is asked first for every bot that this repository knows of: a live branch that
 * is only here is sent there when `send` says so, and one that is another one there is refused.
 */
export async function setRemote(
  repository: Repository,
  bot: BotId,
  text: string,
  { send, signal }: { readonly send: boolean; readonly signal?: AbortSignal | undefined },
): Promise<Result<RemoteChange>> {
  const call = { signal };
  const state = await readRemotes(repository, call);
  if (!state.ok) return state;
  const name = asRemoteName(text);
  if (!name || !state.value.known.includes(text))
    return { ok: false, error: problem('remote-missing', text) };
  const configured = await configuredRemote(repository, call);
  const remote: Remote = {
    name,
    timeLimit: (configured.ok && configured.value?.timeLimit) || REMOTE_TIME_LIMIT,
  };
  const bots = await botsHere(repository, bot, call);
  if (!bots.ok) return bots;
  await forgetSeenEmpty(repository, name);
  const behind: { readonly bot: BotId; readonly live: Oid; readonly expected: Oid | undefined }[] = [];
  for (const one of bots.value) {
    const missing = await onlyHere(repository, remote, one, call);
    if (!missing.ok) return missing;
    if (missing.value) behind.push({ bot: one, ...missing.value });
  }
  const names = behind.map((one) => one.bot);
  if (names.length > 0 && !send) return { ok: false, error: problem('only-here', names.join(', ')) };
  for (const one of behind) {
    const sent = await sendAll(repository, remote, one, call);
    if (!sent.ok) return sent;
  }
  const set = await repository.git.run(['config', 'botlane.remote', name], call);
  return set.ok ? { ok: true, value: { sent: names } } : set;
}

/** Publishes in this repository only from now on. LIVE stays what it was last known to be. */
export async function unsetRemote(repository: Repository, bot: BotId): Promise<Result<RemoteChange>> {
  const remote = await configuredRemote(repository);
  if (!remote.ok) return remote;
  if (!remote.value) return { ok: true, value: { sent: [] } };
  const bots = await botsHere(repository, bot, {});
  if (!bots.ok) return bots;
  for (const one of bots.value) {
    const taken = await takeOver(repository, remote.value.name, one);
    if (!taken.ok) return taken;
  }
  const unset = await repository.git.run(['config', '--unset-all', 'botlane.remote'], { answers: [5] });
  return unset.ok ? { ok: true, value: { sent: [] } } : unset;
}

/** The remote's live branch becomes that of this repository. */
async function takeOver(repository: Repository, remote: RemoteName, bot: BotId): Promise<Result<undefined>> {
  const references = await readReferences(repository, bot, remote);
  if (!references.ok) return references;
  const { live, remoteLive } = references.value;
  if (!remoteLive || live === remoteLive) return { ok: true, value: undefined };
  if (live && !(await isAncestor(repository, live, remoteLive))) {
    return { ok: false, error: problem('remote-diverged', bot) };
  }
  return moveReference(repository, liveRef(bot), remoteLive, live, `taken over from ${remote}`);
}

/** Every bot of which this repository has a live branch, and the one that was asked about. */
async function botsHere(
  repository: Repository,
  bot: BotId,
  call: GitCall,
): Promise<Result<readonly BotId[]>> {
  const answer = await repository.git.text(
    ['for-each-ref', '--format=%(refname)', 'refs/heads/bots/*/live', 'refs/remotes/*/bots/*/live'],
    call,
  );
  if (!answer.ok) return answer;
  const found = new Set<BotId>([bot]);
  for (const line of answer.value.split('\n')) {
    const id = asBotId(/\/bots\/([^/]+)\/live$/.exec(line)?.[1] ?? '');
    if (id) found.add(id);
  }
  return { ok: true, value: [...found] };
}

/** What is live here and has not reached the remote; undefined when there is nothing like that. */
async function onlyHere(
  repository: Repository,
  remote: Remote,
  bot: BotId,
  call: GitCall,
): Promise<Result<{ readonly live: Oid; readonly expected: Oid | undefined } | undefined>> {
  const there = await fetchLive(repository, remote, bot, call);
  if (!there.ok) {
    // The same number for two versions says that the logs are two.
    return there.error.reason === 'tag-differs'
      ? { ok: false, error: problem('remote-diverged', bot) }
      : there;
  }
  const here = await readReferences(repository, bot, remote.name, call);
  if (!here.ok) return here;
  const { live } = here.value;
  const expected = there.value.live;
  if (!live || live === expected) return { ok: true, value: undefined };
  if (!expected || (await isAncestor(repository, expected, live, call))) {
    return { ok: true, value: { live, expected } };
  }
  return (await isAncestor(repository, live, expected, call))
    ? { ok: true, value: undefined }
    : { ok: false, error: problem('remote-diverged', bot) };
}

/** Sends a live branch with all tags that the remote lacks. */
async function sendAll(
  repository: Repository,
  remote: Remote,
  { bot, live, expected }: { readonly bot: BotId; readonly live: Oid; readonly expected: Oid | undefined },
  call: GitCall,
): Promise<Result<undefined>> {
  const there = await fetchLive(repository, remote, bot, call);
  if (!there.ok) return there;
  const tags = await tagObjects(repository, bot, call);
  if (!tags.ok) return tags;
  const sent = await sendLive(
    repository,
    remote,
    bot,
    [
      ...[...tags.value]
        .filter(([version]) => !there.value.tags.has(version))
        .map(([version, to]) => ({ ref: tagRef(bot, version), to, expected: undefined })),
      { ref: liveRef(bot), to: live, expected },
    ],
    call,
  );
  if (sent.outcome === 'failed') return { ok: false, error: sent.problem };
  if (sent.outcome === 'outdated') return { ok: false, error: problem('ref-moved') };
  await forgetSeenEmpty(repository, remote.name, bot);
  const tracking = remoteLiveRef(remote.name, bot);
  const moved = await moveReference(repository, tracking, live, expected, `sent to ${remote.name}`);
  return moved.ok || moved.error.reason === 'ref-moved' ? { ok: true, value: undefined } : moved;
}

async function tagObjects(
  repository: Repository,
  bot: BotId,
  call: GitCall,
): Promise<Result<ReadonlyMap<number, Oid>>> {
  const answer = await repository.git.text(
    ['for-each-ref', '--format=%(refname) %(objectname)', `refs/tags/bots/${bot}`],
    call,
  );
  if (!answer.ok) return answer;
  const found = new Map<number, Oid>();
  for (const line of answer.value.split('\n')) {
    const [ref = '', name = ''] = line.split(' ');
    const version = versionOfTag(bot, ref);
    const oid = asOid(name);
    if (version !== undefined && oid) found.set(version, oid);
  }
  return { ok: true, value: found };
}
