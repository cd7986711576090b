import { NodeFileSystem } from '../../files/nodeFileSystem';
import { snapshotOf } from '../../project/project';
import { configuredRemote, openRepository } from '../../release/git/repository';
import { readLiveBranches } from '../../release/store/liveBranches';
import { fileUri } from '../../text/uri';

/**
 * Names of the bots that a gateway of a repository serves: those that are live, and those of the whole working tree, because its
 * database is of all of it.
 *
 * @param folder a path in the repository
 * @returns none where there is no repository, or none that can be read
 */
export async function knownBotsOf(folder: string): Promise<readonly string[]> {
  const repository = await openRepository(folder);
  if (!repository.ok) return [];
  const remote = await configuredRemote(repository.value);
  const live = await readLiveBranches(repository.value, remote.ok ? remote.value?.name : undefined);
  const drafts = snapshotOf(new NodeFileSystem(), [fileUri(repository.value.top)]).bots.map(({ id }) => id);
  return [...(live.ok ? live.value.keys() : []), ...drafts];
}
