import type { DeploymentChange, DeployResult, ReleaseProblem, Result, VersionContent } from '../contract';
import type { GitCall } from '../git/git';
import { readIdentity } from '../git/identity';
import type { BotId } from '../git/names';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';
import { readBranchHead } from '../store/branchHead';
import { land } from '../store/land';
import { formatMessage } from '../store/message';
import { prepareToWrite } from '../store/prepare';
import { DEPLOYMENT_FILE, formatJson } from '../store/record';
import { contentOf, settle } from '../store/settle';
import type { History } from '../store/versions';
import { writeCommit } from '../store/write';
import { changeDeployment } from './change';
import { deploymentState } from './state';

/** How often a change is made anew on top of what somebody else has done meanwhile: it depends on nothing of that. */
const ATTEMPTS = 6;

/** Changes the deployment state: one commit on the live branch, with the files and the version as they are. */
export async function deploy(
  repository: Repository,
  bot: BotId,
  change: DeploymentChange,
  call: GitCall = {},
): Promise<DeployResult> {
  for (let attempt = 1; ; attempt++) {
    const result = await deployOnce(repository, bot, change, call);
    if (result.outcome !== 'outdated' || attempt >= ATTEMPTS) return result;
  }
}

async function deployOnce(
  repository: Repository,
  bot: BotId,
  change: DeploymentChange,
  call: GitCall,
): Promise<DeployResult> {
  const start = await prepareToWrite(repository, bot, call);
  if (!start.ok) return failed(start.error);
  const { history, head } = start.value;
  if (!head) return failed(problem('nothing-live', bot));
  const author = await readIdentity(repository, call);
  if (!author.ok) return failed(author.error);
  const settled = await settle(repository, bot, head, history, author.value, call);
  if (!settled.ok) return failed(settled.error);
  const { state, parent } = settled.value;
  const target = await targetOf(repository, bot, history, change, call);
  if (!target.ok) return failed(target.error);
  const now = new Date();
  const changed = changeDeployment(state, change, now, target.value);
  if (!changed.ok) return failed(problem('invalid-change', changed.reason));
  const after = { ...state, deployment: changed.deployment };
  const isSame = JSON.stringify(changed.deployment) === JSON.stringify(state.deployment);
  if (isSame) return { outcome: 'unchanged', state: deploymentState(after, now) };
  const content = await contentOf(repository, parent, call);
  if (!content.ok) return failed(content.error);
  const kind = history.versions.find(({ version }) => version === state.version)?.kind ?? 'full';
  const commit = await writeCommit(
    repository,
    new Map([...content.value, [DEPLOYMENT_FILE, formatJson(changed.deployment)]]),
    parent,
    formatMessage({
      bot,
      version: state.version,
      kind,
      action: 'deploy',
      notes: changed.words,
      source: null,
      base: null,
      models: [],
    }),
    author.value,
    call,
  );
  if (!commit.ok) return failed(commit.error);
  const written = await readBranchHead(repository, bot, commit.value, call);
  if (!written.ok) return failed(written.error);
  if (call.signal?.aborted) return failed(problem('cancelled'));
  const landing = { commit: commit.value, version: undefined, reason: 'deployment' };
  const landed = await land(repository, bot, start.value, landing, { signal: call.signal });
  if (landed.outcome !== 'landed') return landed;
  return {
    outcome: 'deployed',
    commit: commit.value,
    state: deploymentState(after, now),
    warnings: landed.warnings,
  };
}

/** What the version holds that shall be made live; undefined for changes that are about none. */
async function targetOf(
  repository: Repository,
  bot: BotId,
  { versions }: History,
  change: DeploymentChange,
  call: GitCall,
): Promise<Result<VersionContent | undefined>> {
  if (change.kind !== 'schedule' || change.action !== 'live') return { ok: true, value: undefined };
  const version = versions.find((candidate) => candidate.version === change.version);
  if (!version) return { ok: false, error: problem('version-missing', String(change.version ?? '')) };
  const content = await readBranchHead(repository, bot, version.commit, call);
  if (!content.ok) return content;
  return { ok: true, value: { version: version.version, definition: content.value.definition } };
}

function failed(error: ReleaseProblem): { readonly outcome: 'failed'; readonly problem: ReleaseProblem } {
  return { outcome: 'failed', problem: error };
}
