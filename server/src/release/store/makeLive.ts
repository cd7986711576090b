import { t } from '@vscode/l10n';
import type { LiveRelease, MakeLiveResult, ReleaseProblem, Result } from '../contract';
import type { GitCall } from '../git/git';
import { readIdentity } from '../git/identity';
import type { BotId, Oid } from '../git/names';
import { listTree } from '../git/objects';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';
import { deploymentOf } from './deployment';
import { formatMessage } from './message';
import { moveLive, prepareToWrite } from './prepare';
import { checkModels, readRelease } from './read';
import { DEPLOYMENT_FILE, FIRST_DEPLOYMENT, formatJson } from './record';
import { headOf } from './versions';
import { writeCommit } from './write';
import type { TreeContent } from './write';

/**
 * Makes a version live again. It must work in an emergency: only integrity can refuse. Files and models are those of the
 * version, to the byte; the deployment state stays as it is now; the number stays that of the version.
 */
export async function makeVersionLive(
  repository: Repository,
  bot: BotId,
  version: number,
  call: GitCall = {},
): Promise<MakeLiveResult> {
  const history = await prepareToWrite(repository, bot, call);
  if (!history.ok) return failed(history.error);
  const source = history.value.versions.find((candidate) => candidate.version === version);
  if (!source) return failed(problem('version-missing', String(version)));
  const release = await readWhole(repository, bot, source.commit, call);
  if (!release.ok) return failed(release.error);
  if (release.value.version !== version) return failed(problem('integrity', source.tag));
  const head = headOf(history.value);
  if (head && history.value.live === version && (await readWhole(repository, bot, head, call)).ok) {
    return { outcome: 'live', version, commit: head, warnings: [t('Version {0} is live already.', version)] };
  }
  const deployment = await deploymentOf(repository, head, call);
  const content = await contentOf(repository, source.commit, call);
  if (!content.ok) return failed(content.error);
  const author = await readIdentity(repository, call);
  if (!author.ok) return failed(author.error);
  const commit = await writeCommit(
    repository,
    // Unreadable now: the state that lets nobody in, so that going back never opens an internal bot.
    new Map([
      ...content.value,
      [DEPLOYMENT_FILE, formatJson(deployment.ok ? deployment.value : FIRST_DEPLOYMENT)],
    ]),
    head,
    formatMessage({
      bot,
      version,
      kind: source.kind,
      action: 'switch',
      notes: '',
      source: null,
      base: null,
      models: [],
    }),
    author.value,
    call,
  );
  if (!commit.ok) return failed(commit.error);
  const written = await readWhole(repository, bot, commit.value, call);
  if (!written.ok) return failed(written.error);
  if (call.signal?.aborted) return failed(problem('cancelled'));
  const moved = await moveLive(repository, bot, commit.value, head, `make v${version} live`);
  if (moved.outcome !== 'moved') return moved;
  return { outcome: 'live', version, commit: commit.value, warnings: [] };
}

/** Reads a release with all of its models. */
async function readWhole(
  repository: Repository,
  bot: BotId,
  commit: Oid,
  call: GitCall,
): Promise<Result<LiveRelease>> {
  const release = await readRelease(repository, bot, commit, call);
  if (!release.ok) return release;
  const models = await checkModels(repository, release.value, call);
  return models.ok ? release : models;
}

async function contentOf(repository: Repository, commit: Oid, call: GitCall): Promise<Result<TreeContent>> {
  const tree = await listTree(repository, commit, call);
  return tree.ok ? { ok: true, value: new Map(tree.value.map(({ path, oid }) => [path, oid])) } : tree;
}

function failed(error: ReleaseProblem): { readonly outcome: 'failed'; readonly problem: ReleaseProblem } {
  return { outcome: 'failed', problem: error };
}
