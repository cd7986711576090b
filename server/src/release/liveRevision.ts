import type { BotSnapshot } from '../project/snapshot';
import { pathOf } from '../text/uri';
import { Gatekeeper } from './access';
import type { Repository } from './git/repository';
import { LastTraining } from './models/lastTraining';
import { folderRevision, modelFolder } from './models/modelStore';
import { measuredRevision } from './quality/folder';
import { baseRevision } from './store/base';
import { readLiveReferences } from './store/read';

/**
 * A text that is another one whenever LIVE of one of the bots may be another, a schedule aside, or may have drifted, or
 * something was measured or trained: what their references and HEAD point to. Much cheaper than reading LIVE. Undefined when it
 * cannot be told.
 */
export async function liveRevision(
  bots: readonly Pick<BotSnapshot, 'root' | 'id'>[],
): Promise<string | undefined> {
  const gate = new Gatekeeper(true);
  const revisions = await Promise.all(bots.map((bot) => revisionOf(gate, bot)));
  return revisions.includes(undefined) ? undefined : JSON.stringify(revisions);
}

async function revisionOf(gate: Gatekeeper, bot: Pick<BotSnapshot, 'root' | 'id'>): Promise<unknown> {
  const access = await gate.access(bot);
  if (!access.ok) {
    const { reason } = access.error;
    return reason === 'not-a-repository' || reason === 'invalid-name'
      ? [reason, measuredOf(undefined, bot)]
      : undefined;
  }
  const { repository, bot: id } = access.value;
  const references = await readLiveReferences(repository, id);
  if (!references.ok) return undefined;
  const { head, tags } = references.value;
  const measured = measuredOf(repository, bot);
  if (head.kind !== 'at') return [head, [...tags], measured];
  const base = await baseRevision(repository, id, head.commit);
  return base && [head, [...tags], measured, base];
}

/** What was measured, and of which model: the draft's may be another one although nothing was measured. */
function measuredOf(
  repository: Repository | undefined,
  { root }: Pick<BotSnapshot, 'root'>,
): readonly number[] {
  const trained = new LastTraining(repository, pathOf(root));
  return [measuredRevision(repository), folderRevision(modelFolder(repository)), trained.revision()];
}
