import { setTimeout as delay } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import type { ReleaseProblem } from '../contract';
import type { GitCall } from '../git/git';
import type { BotId } from '../git/names';
import { problem } from '../git/problems';
import { push } from '../git/remote';
import type { Remote } from '../git/remote';
import type { RefUpdate } from '../git/refspecs';
import { isAncestor } from '../git/repository';
import type { Repository } from '../git/repository';
import { fetchLive } from './remoteLive';

export type Sent =
  | { readonly outcome: 'sent' }
  /** Somebody else moved LIVE; it has been fetched. */
  | { readonly outcome: 'outdated' }
  | { readonly outcome: 'failed'; readonly problem: ReleaseProblem };

/** How often a push is tried while writers stand in each other's way on the remote but none has moved LIVE. */
const ATTEMPTS = 6;
/** Milliseconds; a random part of it, so that two that met do not meet again. */
const LONGEST_WAIT = 400;
/** Milliseconds for asking what became of a push that was lost or called off. */
const LOOK_LIMIT = 15_000;

/**
 * Sends a release, the live branch last, and reads back what became of it when the answer does not say: a connection that
 * breaks after the remote has moved its references has published all the same.
 */
export async function sendLive(
  repository: Repository,
  remote: Remote,
  bot: BotId,
  updates: readonly RefUpdate[],
  call: GitCall,
): Promise<Sent> {
  for (let attempt = 1; ; attempt++) {
    const pushed = await push(repository, remote, updates, call);
    if (pushed.ok) return { outcome: 'sent' };
    const seen = await whatBecameOf(repository, remote, bot, updates, pushed.error);
    const again = seen.outcome === 'failed' && pushed.error.reason === 'ref-moved' && attempt < ATTEMPTS;
    if (!again || call.signal?.aborted) return seen;
    await delay(Math.random() * LONGEST_WAIT);
  }
}

async function whatBecameOf(
  repository: Repository,
  remote: Remote,
  bot: BotId,
  updates: readonly RefUpdate[],
  error: ReleaseProblem,
): Promise<Sent> {
  const live = updates.at(-1);
  if (!live) return { outcome: 'failed', problem: error };
  // Not with the caller's signal: also after a cancellation it counts what happened.
  const timeLimit = Math.min(remote.timeLimit, LOOK_LIMIT);
  const there = await fetchLive(repository, remote, bot, { timeLimit });
  if (!there.ok) {
    // Nothing was sent to a remote that could not be reached in the first place, and it said so.
    const isClear = error.reason === 'remote-denied' || error.reason === 'remote-refused';
    return { outcome: 'failed', problem: isClear ? error : unclear(error) };
  }
  const at = there.value.live;
  if (at === live.to) return { outcome: 'sent' };
  if (at === live.expected) return { outcome: 'failed', problem: error };
  // Somebody may have published on top of what we sent.
  return at && (await isAncestor(repository, live.to, at)) ? { outcome: 'sent' } : { outcome: 'outdated' };
}

function unclear({ reason, message }: ReleaseProblem): ReleaseProblem {
  return problem('remote-unclear', reason === 'cancelled' ? t('cancelled') : message);
}
