import { t } from '@vscode/l10n';
import type { ReleaseProblem, Result } from '../contract';
import { liveRef, remoteLiveRef, tagRef } from '../git/names';
import type { BotId, Oid } from '../git/names';
import { moveReference, readReferences } from '../git/references';
import type { Repository } from '../git/repository';
import { outdated } from './prepare';
import type { Outdated, Start } from './prepare';
import { sendLive } from './sendLive';
import { readLiveReferences } from './read';
import { makeTag, makeTagObject } from './versions';

/** What is to be live. */
export interface Landing {
  /** Complete, and a descendant of where the live branch is. */
  readonly commit: Oid;
  /** The number of the new version; undefined when the commit makes none. */
  readonly version: number | undefined;
  /** For the log of the reference. */
  readonly reason: string;
}

/** Steps of which the first cannot be called off where it is local, and neither once it is through. */
export interface LandingOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onTag?: () => void;
}

export type Landed =
  | { readonly outcome: 'landed'; readonly warnings: readonly string[] }
  | Outdated
  | { readonly outcome: 'failed'; readonly problem: ReleaseProblem };

/**
 * The commit point: LIVE is `commit` from here on, or stays what it was. With a remote LIVE is the remote's branch, and
 * references here move only after it did.
 */
export function land(
  repository: Repository,
  bot: BotId,
  start: Start,
  landing: Landing,
  options: LandingOptions = {},
): Promise<Landed> {
  return start.remote
    ? landThere(repository, bot, { ...start, remote: start.remote }, landing, options)
    : landHere(repository, bot, start, landing, options);
}

/** Not cancellable: a call that is stopped half way would leave open what happened. */
async function landHere(
  repository: Repository,
  bot: BotId,
  { head }: Start,
  { commit, version, reason }: Landing,
  { onTag }: LandingOptions,
): Promise<Landed> {
  const moved = await moveReference(repository, liveRef(bot), commit, head, reason);
  if (!moved.ok) {
    const now = await readLiveReferences(repository, bot);
    if (!now.ok) return failed(moved.error);
    const at = now.value.head.kind === 'at' ? now.value.head.commit : undefined;
    if (at === head) return failed(moved.error);
    if (at !== commit) return outdated(repository, bot); // else the answer was lost and the deed was done
  }
  if (version === undefined) return { outcome: 'landed', warnings: [] };
  onTag?.();
  const tag = await makeTag(repository, bot, version, commit);
  return {
    outcome: 'landed',
    warnings: tag.ok ? [] : [t('The tag will be made by the next publish. {0}', tag.error.message)],
  };
}

async function landThere(
  repository: Repository,
  bot: BotId,
  start: Start & { readonly remote: NonNullable<Start['remote']> },
  { commit, version, reason }: Landing,
  { signal, onTag }: LandingOptions,
): Promise<Landed> {
  const { head, history, remote } = start;
  // Tags that a publish did not come to are made up for on the way.
  const missing = history.untagged.map((entry) => ({ version: entry.version, commit: entry.commit }));
  const wanted = version === undefined ? missing : [...missing, { version, commit }];
  const tags: { readonly version: number; readonly oid: Oid }[] = [];
  for (const tag of wanted) {
    const made = await makeTagObject(repository, bot, tag.version, tag.commit, { signal });
    if (!made.ok) return failed(made.error);
    tags.push({ version: tag.version, oid: made.value });
  }
  const sent = await sendLive(
    repository,
    remote,
    bot,
    [
      // The branch last: where a host moves one after the other, it is the one that makes the release live.
      ...tags.map(({ version: number, oid }) => ({ ref: tagRef(bot, number), to: oid, expected: undefined })),
      { ref: liveRef(bot), to: commit, expected: head },
    ],
    { signal },
  );
  if (sent.outcome === 'failed') return failed(sent.problem);
  if (sent.outcome === 'outdated') return outdated(repository, bot);
  onTag?.();
  const warnings: string[] = [];
  const note = (result: Result<undefined>): void => {
    if (!result.ok)
      warnings.push(t('It is live, but this repository could not take note: {0}', result.error.message));
  };
  note(await follow(repository, bot, start, commit, reason));
  for (const { version: number, oid } of tags) {
    const moved = await moveReference(repository, tagRef(bot, number), oid, undefined, reason);
    if (!moved.ok && moved.error.reason !== 'ref-moved') note(moved);
  }
  return { outcome: 'landed', warnings };
}

/** Moves what is known here of the remote's branch. A fetch at the same time may have done so, or even gone further. */
async function follow(
  repository: Repository,
  bot: BotId,
  { head, remote }: Start & { readonly remote: NonNullable<Start['remote']> },
  commit: Oid,
  reason: string,
): Promise<Result<undefined>> {
  const ref = remoteLiveRef(remote.name, bot);
  const moved = await moveReference(repository, ref, commit, head, reason);
  if (moved.ok || moved.error.reason !== 'ref-moved') return moved;
  const now = await readReferences(repository, bot, remote.name);
  return now.ok && now.value.remoteLive !== head ? { ok: true, value: undefined } : moved;
}

function failed(error: ReleaseProblem): { readonly outcome: 'failed'; readonly problem: ReleaseProblem } {
  return { outcome: 'failed', problem: error };
}
