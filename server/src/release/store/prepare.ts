import { t } from '@vscode/l10n';
import type { LiveReading, ReleaseProblem, Result } from '../contract';
import type { GitCall } from '../git/git';
import type { BotId, Oid } from '../git/names';
import { problem } from '../git/problems';
import { checkNamespace } from '../git/references';
import type { Remote } from '../git/remote';
import { configuredRemote } from '../git/repository';
import type { Repository } from '../git/repository';
import { fetchLive } from './remoteLive';
import { readHead, readLiveReferences } from './read';
import { readHistory, remakeTags } from './versions';
import type { History } from './versions';

/** From where a writer of the live branch starts. */
export interface Start {
  readonly history: History;
  /** Writing goes through it. */
  readonly remote: Remote | undefined;
  /** Where the live branch is, and has to be still when it moves. */
  readonly head: Oid | undefined;
}

/**
 * What every writer of the live branch does first: is writing possible, what is there, and mend what a crash left. With a
 * remote it is asked what is there now.
 */
export async function prepareToWrite(
  repository: Repository,
  bot: BotId,
  call: GitCall,
): Promise<Result<Start>> {
  const remote = await configuredRemote(repository, call);
  if (!remote.ok) return remote;
  const ready = remote.value
    ? await fetchLive(repository, remote.value, bot, call)
    : await checkNamespace(repository, bot, call);
  if (!ready.ok) return ready;
  const history = await readHistory(repository, bot, call);
  if (!history.ok) return history;
  const { head } = history.value.references;
  if (head.kind === 'unknown') return { ok: false, error: problem('live-unknown', head.reason) };
  const tags = remote.value ? undefined : await remakeTags(repository, bot, history.value, call);
  if (tags && !tags.ok) return tags;
  return {
    ok: true,
    value: {
      history: history.value,
      remote: remote.value,
      head: head.kind === 'at' ? head.commit : undefined,
    },
  };
}

/** LIVE moved since somebody looked; `message` says who published what. */
export interface Outdated {
  readonly outcome: 'outdated';
  readonly message: string;
  readonly live: LiveReading;
}

/** LIVE is not what it was expected to be: says who published what. */
export async function outdated(repository: Repository, bot: BotId): Promise<Outdated> {
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
