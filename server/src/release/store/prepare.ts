import { t } from '@vscode/l10n';
import type { LiveReading, ReleaseProblem, Result } from '../contract';
import type { GitCall } from '../git/git';
import { liveRef } from '../git/names';
import type { BotId, Oid } from '../git/names';
import { problem } from '../git/problems';
import { checkNamespace, moveReference } from '../git/references';
import type { Repository } from '../git/repository';
import { readHead, readLiveReferences } from './read';
import { readHistory, remakeTags } from './versions';
import type { History } from './versions';

/** What every writer of the live branch does first: is writing possible, what is there, and mend what a crash left. */
export async function prepareToWrite(
  repository: Repository,
  bot: BotId,
  call: GitCall,
): Promise<Result<History>> {
  const free = await checkNamespace(repository, bot, call);
  if (!free.ok) return free;
  const history = await readHistory(repository, bot, call);
  if (!history.ok) return history;
  const { remote, head } = history.value.references;
  if (remote !== undefined) return { ok: false, error: problem('remote-configured', remote) };
  if (head.kind === 'unknown') return { ok: false, error: problem('live-unknown', head.reason) };
  const tags = await remakeTags(repository, bot, history.value, call);
  return tags.ok ? history : tags;
}

export type Moved =
  | { readonly outcome: 'moved' }
  | { readonly outcome: 'outdated'; readonly message: string; readonly live: LiveReading }
  | { readonly outcome: 'failed'; readonly problem: ReleaseProblem };

/**
 * The commit point: LIVE is `commit` from here on, or stays what it was. Not cancellable: a call that is stopped half way
 * would leave open what happened.
 */
export async function moveLive(
  repository: Repository,
  bot: BotId,
  commit: Oid,
  expected: Oid | undefined,
  reason: string,
): Promise<Moved> {
  const moved = await moveReference(repository, liveRef(bot), commit, expected, reason);
  if (moved.ok) return { outcome: 'moved' };
  const now = await readLiveReferences(repository, bot);
  if (!now.ok) return { outcome: 'failed', problem: moved.error };
  const at = now.value.head.kind === 'at' ? now.value.head.commit : undefined;
  if (at === commit) return { outcome: 'moved' }; // the answer was lost, the deed was done
  return at === expected ? { outcome: 'failed', problem: moved.error } : outdated(repository, bot);
}

/** LIVE is not what it was expected to be: says who published what. */
export async function outdated(
  repository: Repository,
  bot: BotId,
): Promise<Extract<Moved, { outcome: 'outdated' }>> {
  const references = await readLiveReferences(repository, bot);
  if (!references.ok) {
    return { outcome: 'outdated', message: references.error.message, live: unknown(references.error) };
  }
  const live = await readHead(repository, bot, references.value.head);
  return { outcome: 'outdated', message: whoPublished(live), live };
}

function unknown(error: ReleaseProblem): LiveReading {
  return { kind: 'unknown', problem: error };
}

function whoPublished(live: LiveReading): string {
  if (live.kind === 'none') return t('LIVE is gone since the plan was made. Look at the plan again.');
  if (live.kind === 'unknown') return live.problem.message;
  const { version, record } = live.release;
  return t(
    'LIVE changed since the plan was made: version {0} is live now, published by {1} on {2}. Look at the plan again.',
    version,
    record.author.name,
    record.date.slice(0, 10),
  );
}
