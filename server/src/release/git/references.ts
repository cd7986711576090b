import type { Result } from '../contract';
import type { GitCall } from './git';
import { asOid, liveRef, remoteLiveRef, versionOfTag, zeroOid } from './names';
import type { BotId, Oid, RefName, RemoteName } from './names';
import { problem } from './problems';
import type { Repository } from './repository';

/** Every reference of a bot, read in one call. */
export interface BotReferences {
  /** Head of the live branch of this repository. */
  readonly live: Oid | undefined;
  /** Head of the live branch of the remote as last fetched. */
  readonly remoteLive: Oid | undefined;
  /** Some remote has a live branch. */
  readonly liveElsewhere: boolean;
  /** Version number to the commit that its tag points to. */
  readonly tags: ReadonlyMap<number, Oid>;
}

/** Every reference of a bot, with the live branches of all remotes as last fetched. */
export interface AllReferences extends Omit<BotReferences, 'remoteLive'> {
  readonly remoteLives: ReadonlyMap<string, Oid>;
}

export async function readReferences(
  repository: Repository,
  bot: BotId,
  remote: RemoteName | undefined,
  call: GitCall = {},
): Promise<Result<BotReferences>> {
  const all = await readAllReferences(repository, bot, call);
  return all.ok ? { ok: true, value: referencesOf(all.value, bot, remote) } : all;
}

/** The references as they are when publishing goes through this remote. */
export function referencesOf(
  { remoteLives, ...others }: AllReferences,
  bot: BotId,
  remote: RemoteName | undefined,
): BotReferences {
  return { ...others, remoteLive: remote && remoteLives.get(remoteLiveRef(remote, bot)) };
}

export async function readAllReferences(
  repository: Repository,
  bot: BotId,
  call: GitCall = {},
): Promise<Result<AllReferences>> {
  const answer = await repository.git.run(
    [
      'for-each-ref',
      '--format=%(refname) %(objecttype) %(objectname) %(*objecttype) %(*objectname)',
      `refs/heads/bots/${bot}/live`,
      `refs/tags/bots/${bot}`,
      `refs/remotes/*/bots/${bot}/live`,
    ],
    call,
  );
  if (!answer.ok) return answer;
  // git leaves broken references out with a warning: LIVE must not look as if there were none.
  if (/broken ref/i.test(answer.value.stderr))
    return { ok: false, error: problem('object-missing', `bots/${bot}`) };
  let live: Oid | undefined;
  const remoteLives = new Map<string, Oid>();
  let liveElsewhere = false;
  const tags = new Map<number, Oid>();
  for (const line of answer.value.stdout.toString('utf8').split('\n')) {
    const [name = '', type, oid, peeledType, peeled] = line.split(' ');
    const commit = asOid((type === 'commit' ? oid : peeledType === 'commit' ? peeled : '') ?? '');
    const version = versionOfTag(bot, name);
    if (version !== undefined && commit) tags.set(version, commit);
    else if (name === liveRef(bot)) {
      if (!commit) return { ok: false, error: problem('integrity', name) };
      live = commit;
    } else if (name.startsWith('refs/remotes/')) {
      liveElsewhere = true;
      if (commit) remoteLives.set(name, commit);
    }
  }
  return { ok: true, value: { live, remoteLives, liveElsewhere, tags } };
}

/**
 * Moves a reference from `from` (undefined: it must not exist) to `to`. Exactly one of many writers who expect the same
 * succeeds; the others get `ref-moved`.
 */
export async function moveReference(
  repository: Repository,
  ref: RefName,
  to: Oid,
  from: Oid | undefined,
  reason: string,
  call: GitCall = {},
): Promise<Result<undefined>> {
  const expected = from ?? zeroOid(repository.format);
  const answer = await repository.git.run(
    ['update-ref', '--create-reflog', '-m', `botlane: ${reason}`, '--end-of-options', ref, to, expected],
    call,
  );
  return answer.ok ? { ok: true, value: undefined } : answer;
}

/** Why the live branch of `bot` cannot be written: it is checked out, or another branch or tag is in the way. */
export async function checkNamespace(
  repository: Repository,
  bot: BotId,
  call: GitCall = {},
): Promise<Result<undefined>> {
  const blocking = await repository.git.text(
    [
      'for-each-ref',
      '--format=%(refname)',
      ...['refs/heads/bots', 'refs/tags/bots'].flatMap((space) => [space, `${space}/${bot}`]),
    ],
    call,
  );
  if (!blocking.ok) return blocking;
  const folders = new Set(
    ['refs/heads/bots', 'refs/tags/bots'].flatMap((space) => [space, `${space}/${bot}`]),
  );
  const inTheWay = blocking.value
    .split('\n')
    .find((name) => folders.has(name) || name.startsWith(`refs/heads/bots/${bot}/live/`));
  if (inTheWay) return { ok: false, error: problem('namespace-blocked', inTheWay) };
  const worktrees = await repository.git.text(['worktree', 'list', '--porcelain'], call);
  if (!worktrees.ok) return worktrees;
  return worktrees.value.split('\n').includes(`branch ${liveRef(bot)}`)
    ? { ok: false, error: problem('live-checked-out') }
    : { ok: true, value: undefined };
}
