import type { Result } from '../contract';
import type { GitCall } from '../git/git';
import type { BotId, Oid } from '../git/names';
import { readPaths } from '../git/objects';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';
import type { BranchHead } from './effectiveLive';
import { DEPLOYMENT_FILE, parseDeployment, parseRecord, RECORD_FILE } from './record';

/** What a commit of the live branch says about itself; its files are not looked at. */
export async function readBranchHead(
  repository: Repository,
  bot: BotId,
  commit: Oid,
  call: GitCall = {},
): Promise<Result<BranchHead>> {
  const files = await readPaths(repository, commit, [RECORD_FILE, DEPLOYMENT_FILE], call);
  if (!files.ok) return files;
  const [recordBytes, deploymentBytes] = files.value;
  const record = parseRecord(recordBytes ?? new Uint8Array());
  const deployment = parseDeployment(deploymentBytes ?? new Uint8Array());
  if (record?.bot !== bot) return { ok: false, error: problem('integrity', RECORD_FILE) };
  if (!deployment) return { ok: false, error: problem('integrity', DEPLOYMENT_FILE) };
  const { version, hashes } = record;
  return { ok: true, value: { version, definition: hashes.definition, deployment } };
}
