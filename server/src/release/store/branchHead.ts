import type { Result } from '../contract';
import type { GitCall } from '../git/git';
import { liveRef } from '../git/names';
import type { BotId, Oid } from '../git/names';
import { readPaths, readPathsAt } from '../git/objects';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';
import type { BranchHead } from './effectiveLive';
import { DEPLOYMENT_FILE, parseDeployment, parseRecord, RECORD_FILE } from './record';

const FILES = [RECORD_FILE, DEPLOYMENT_FILE];

/** What a commit of the live branch says about itself; its files are not looked at. */
export async function readBranchHead(
  repository: Repository,
  bot: BotId,
  commit: Oid,
  call: GitCall = {},
): Promise<Result<BranchHead>> {
  const files = await readPaths(repository, commit, FILES, call);
  return files.ok ? headOf(bot, files.value) : files;
}

/** The same of the live branch of this repository, and where it is; undefined when there is none. */
export async function readLiveBranch(
  repository: Repository,
  bot: BotId,
  call: GitCall = {},
): Promise<{ readonly commit: Oid; readonly state: Result<BranchHead> } | undefined> {
  const found = await readPathsAt(repository, liveRef(bot), FILES, call);
  if (!found.ok || !found.value) return undefined;
  return { commit: found.value.commit, state: headOf(bot, found.value.files) };
}

function headOf(bot: BotId, files: readonly (Buffer | undefined)[]): Result<BranchHead> {
  const [recordBytes, deploymentBytes] = files;
  const record = parseRecord(recordBytes ?? new Uint8Array());
  const deployment = parseDeployment(deploymentBytes ?? new Uint8Array());
  if (record?.bot !== bot) return { ok: false, error: problem('integrity', RECORD_FILE) };
  if (!deployment) return { ok: false, error: problem('integrity', DEPLOYMENT_FILE) };
  const { version, hashes } = record;
  return { ok: true, value: { version, definition: hashes.definition, deployment } };
}
