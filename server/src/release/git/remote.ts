import { t } from '@vscode/l10n';
import type { ReleaseProblem, Result } from '../contract';
import type { GitAnswer, GitCall } from './git';
import { asBotId, asOid, liveRef, versionOfTag } from './names';
import type { BotId, Oid, RemoteName } from './names';
import { problem, remoteProblemOf } from './problems';
import { lease, liveRefspec, pushRefspec, tagPattern, tagsRefspec } from './refspecs';
import type { RefUpdate } from './refspecs';
import type { Repository } from './repository';

/** The remote through which a repository publishes. */
export interface Remote {
  readonly name: RemoteName;
  /** Milliseconds that one call to it may take. */
  readonly timeLimit: number;
}

/** What a remote has of a bot. */
export interface RemoteReferences {
  readonly live: Oid | undefined;
  /** Version number to the commit that its tag points to. */
  readonly tags: ReadonlyMap<number, Oid>;
}

/** Asks a remote for the references of a bot. Changes nothing here. */
export async function listRemote(
  repository: Repository,
  remote: Remote,
  bot: BotId,
  call: GitCall = {},
): Promise<Result<RemoteReferences>> {
  const answer = await talk(
    repository,
    remote,
    ['ls-remote', '--end-of-options', remote.name, liveRef(bot), tagPattern(bot), `${tagPattern(bot)}^{}`],
    call,
  );
  if (!answer.ok) return answer;
  if (answer.value.code !== 0) return failed(remoteProblemOf(answer.value.stderr, remote.name));
  let live: Oid | undefined;
  const tags = new Map<number, Oid>();
  for (const line of answer.value.stdout.toString('utf8').split('\n')) {
    const [name = '', ref = ''] = line.split('\t');
    const oid = asOid(name);
    if (!oid) continue;
    // The commit of an annotated tag comes after the tag itself.
    const version = versionOfTag(bot, ref.replace(/\^\{\}$/, ''));
    if (ref === liveRef(bot)) live = oid;
    else if (version !== undefined) tags.set(version, oid);
  }
  return { ok: true, value: { live, tags } };
}

/** Asks a remote which bots have a live branch there. Changes nothing here. */
export async function listRemoteBots(
  repository: Repository,
  remote: Remote,
  call: GitCall = {},
): Promise<Result<readonly BotId[]>> {
  const words = ['ls-remote', '--refs', '--end-of-options', remote.name, 'refs/heads/bots/*/live'];
  const answer = await talk(repository, remote, words, call);
  if (!answer.ok) return answer;
  const { code, stdout, stderr } = answer.value;
  if (code !== 0) return failed(remoteProblemOf(stderr, remote.name));
  const names = [...stdout.toString('utf8').matchAll(/\trefs\/heads\/bots\/([^/\n]+)\/live$/gm)];
  return { ok: true, value: names.flatMap(([, name = '']) => asBotId(name) ?? []) };
}

/** Brings the live branch and the versions of a bot here, as far as the remote has them. */
export async function fetchReferences(
  repository: Repository,
  remote: Remote,
  bot: BotId,
  what: RemoteReferences,
  call: GitCall & { readonly full?: boolean; readonly force?: boolean } = {},
): Promise<Result<undefined>> {
  const answer = await talk(
    repository,
    remote,
    [
      '-c',
      'fetch.output=full',
      'fetch',
      '--no-progress',
      '--atomic',
      '--no-tags',
      '--no-recurse-submodules',
      '--no-write-fetch-head',
      '--no-auto-maintenance',
      // The log of a branch that was cut off would hide versions, and their numbers.
      ...(call.force ? ['--force'] : []),
      ...(call.full ? ['--depth=2147483647'] : []),
      '--end-of-options',
      remote.name,
      ...(what.live ? [liveRefspec(remote.name, bot)] : []),
      ...(what.tags.size > 0 ? [tagsRefspec(bot)] : []),
    ],
    call,
  );
  if (!answer.ok) return answer;
  const { code, stderr } = answer.value;
  if (code === 0) return { ok: true, value: undefined };
  if (/non-fast-forward/.test(stderr)) return failed(problem('history-rewritten', remote.name));
  const clash = /\[rejected\]\s+(\S+) .*would clobber existing tag/.exec(stderr)?.[1];
  if (clash !== undefined) return failed(problem('tag-differs', clash));
  return failed(remoteProblemOf(stderr, remote.name));
}

/**
 * Moves references of a remote: all of them or none, and only from what they are expected to be at. A host that cannot do
 * that in one step gets them one after the other, in the order given, until one is refused.
 */
export async function push(
  repository: Repository,
  remote: Remote,
  updates: readonly RefUpdate[],
  call: GitCall = {},
): Promise<Result<undefined>> {
  const together = await pushOnce(repository, remote, ['--atomic'], updates, call);
  if (together.ok || together.error.reason !== 'not-atomic') return together;
  for (const update of updates) {
    const alone = await pushOnce(repository, remote, [], [update], call);
    if (!alone.ok) return alone;
  }
  return { ok: true, value: undefined };
}

async function pushOnce(
  repository: Repository,
  remote: Remote,
  options: readonly string[],
  updates: readonly RefUpdate[],
  call: GitCall,
): Promise<Result<undefined>> {
  const answer = await talk(
    repository,
    remote,
    [
      'push',
      '--porcelain',
      '--no-verify',
      '--no-signed',
      '--no-follow-tags',
      '--recurse-submodules=no',
      ...options,
      ...updates.map(lease),
      '--end-of-options',
      remote.name,
      ...updates.map(pushRefspec),
    ],
    call,
  );
  if (!answer.ok) return answer;
  const { code, stdout, stderr } = answer.value;
  if (code === 0) return { ok: true, value: undefined };
  if (/does not support --atomic/.test(stderr)) return failed(problem('not-atomic'));
  return failed(refusal(stdout.toString('utf8')) ?? remoteProblemOf(stderr, remote.name));
}

/** What the porcelain output says about references that did not move. */
function refusal(porcelain: string): ReleaseProblem | undefined {
  const refused = porcelain.split('\n').filter((line) => line.startsWith('!'));
  if (refused.length === 0) return undefined;
  if (refused.some((line) => /\(stale info\)|\(fetch first\)|\(already exists\)/.test(line))) {
    return problem('ref-moved');
  }
  const reasons = refused.map((line) => /\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(line)?.[1] ?? '');
  // The other references of an atomic push only say that it failed.
  const telling =
    reasons.find((reason) => !/^atomic (?:push|transaction) fail/.test(reason)) ?? reasons[0] ?? '';
  if (/cannot lock ref|failed to update ref|incorrect old value|reference already exists/.test(telling)) {
    return problem('ref-moved');
  }
  return problem('remote-refused', telling.replaceAll(/\p{Cc}/gu, ' '));
}

async function talk(
  repository: Repository,
  { name, timeLimit }: Remote,
  words: readonly string[],
  call: GitCall,
): Promise<Result<GitAnswer>> {
  const answer = await repository.git.talk(words, { ...call, timeLimit: call.timeLimit ?? timeLimit });
  if (answer.ok || answer.error.reason !== 'timeout') return answer;
  const seconds = Math.ceil((call.timeLimit ?? timeLimit) / 1000);
  const detail = t(
    'no answer within {0} seconds; git config botlane.remoteTimeout sets how long to wait',
    seconds,
  );
  return failed(problem('remote-unreachable', `${name}: ${detail}`));
}

function failed(error: ReleaseProblem): { readonly ok: false; readonly error: ReleaseProblem } {
  return { ok: false, error };
}
