import { t } from '@vscode/l10n';
import type { LiveRelease, MakeLiveResult, ReleaseProblem, Result } from '../contract';
import type { GitCall } from '../git/git';
import { readIdentity } from '../git/identity';
import type { BotId, Oid } from '../git/names';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';
import { land } from './land';
import { formatMessage } from './message';
import { prepareToWrite } from './prepare';
import { checkModels, readRelease } from './read';
import { DEPLOYMENT_FILE, FIRST_DEPLOYMENT, formatJson } from './record';
import { contentOf, settle } from './settle';
import { writeCommit } from './write';

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
  const start = await prepareToWrite(repository, bot, call);
  if (!start.ok) return failed(start.error);
  const { history, head } = start.value;
  const source = history.versions.find((candidate) => candidate.version === version);
  if (!source) return failed(problem('version-missing', String(version)));
  const release = await readWhole(repository, bot, source.commit, call);
  if (!release.ok) return failed(release.error);
  if (release.value.version !== version) return failed(problem('integrity', source.tag));
  const author = await readIdentity(repository, call);
  if (!author.ok) return failed(author.error);
  const settled = head ? await settle(repository, bot, head, history, author.value, call) : undefined;
  // Unreadable now: the state that lets nobody in, so that going back never opens an internal bot.
  const now = settled?.ok ? settled.value : undefined;
  const parent = now?.parent ?? head;
  if (head && now?.state.version === version && (await readWhole(repository, bot, now.parent, call)).ok) {
    return { outcome: 'live', version, commit: head, warnings: [t('Version {0} is live already.', version)] };
  }
  const content = await contentOf(repository, source.commit, call);
  if (!content.ok) return failed(content.error);
  const commit = await writeCommit(
    repository,
    new Map([...content.value, [DEPLOYMENT_FILE, formatJson(now?.state.deployment ?? FIRST_DEPLOYMENT)]]),
    parent,
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
  const landing = { commit: commit.value, version: undefined, reason: `make v${version} live` };
  const landed = await land(repository, bot, start.value, landing, { signal: call.signal });
  if (landed.outcome !== 'landed') return landed;
  return { outcome: 'live', version, commit: commit.value, warnings: landed.warnings };
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

function failed(error: ReleaseProblem): { readonly outcome: 'failed'; readonly problem: ReleaseProblem } {
  return { outcome: 'failed', problem: error };
}
