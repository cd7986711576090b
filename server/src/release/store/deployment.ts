import type { Deployment, Result } from '../contract';
import type { GitCall } from '../git/git';
import type { Oid } from '../git/names';
import { listTree, readBlobs } from '../git/objects';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';
import { DEPLOYMENT_FILE, FIRST_DEPLOYMENT, parseDeployment } from './record';

/** The deployment state that a commit of the live branch says; that of a first publish without one. */
export async function deploymentOf(
  repository: Repository,
  head: Oid | undefined,
  call: GitCall = {},
): Promise<Result<Deployment>> {
  if (!head) return { ok: true, value: FIRST_DEPLOYMENT };
  const tree = await listTree(repository, head, { ...call, below: DEPLOYMENT_FILE });
  if (!tree.ok) return tree;
  const blobs = await readBlobs(
    repository,
    tree.value.map(({ oid }) => oid),
    call,
  );
  if (!blobs.ok) return blobs;
  const deployment = parseDeployment(blobs.value[0] ?? new Uint8Array());
  return deployment
    ? { ok: true, value: deployment }
    : { ok: false, error: problem('integrity', DEPLOYMENT_FILE) };
}
