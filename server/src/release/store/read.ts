import { t } from '@vscode/l10n';
import type { BotFiles, LiveReading, LiveRelease, ModelBytes, Result } from '../contract';
import { definitionHash, sha256, sortedFiles } from '../content/hashes';
import type { GitCall } from '../git/git';
import type { BotId, Oid, RemoteName } from '../git/names';
import { listTree, readBlobs } from '../git/objects';
import { problem } from '../git/problems';
import { readAllReferences, referencesOf } from '../git/references';
import type { BotReferences } from '../git/references';
import type { Remote } from '../git/remote';
import { configuredRemote } from '../git/repository';
import type { Repository } from '../git/repository';
import { isSeenEmpty } from './seenEmpty';
import { DEFINITION_FOLDER, DEPLOYMENT_FILE, parseDeployment, parseRecord, RECORD_FILE } from './record';

/** Where LIVE is to be found, and its head. */
export type LiveHead =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'at'; readonly commit: Oid };

/** References of a bot together with what they say about LIVE. */
export interface LiveReferences extends BotReferences {
  readonly head: LiveHead;
  /** Publishing goes through this remote. */
  readonly remote: Remote | undefined;
}

export async function readLiveReferences(
  repository: Repository,
  bot: BotId,
  call: GitCall = {},
): Promise<Result<LiveReferences>> {
  const [remote, all] = await Promise.all([
    configuredRemote(repository, call),
    readAllReferences(repository, bot, call),
  ]);
  if (!remote.ok) return remote;
  if (!all.ok) return all;
  const references = referencesOf(all.value, bot, remote.value?.name);
  return {
    ok: true,
    value: {
      ...references,
      head: remote.value
        ? remoteHeadOf(repository, bot, references, remote.value.name)
        : headOf(bot, references),
      remote: remote.value,
    },
  };
}

/** With a remote, LIVE is its branch. A clone that has not fetched it must never take that for a first publish. */
function remoteHeadOf(
  repository: Repository,
  bot: BotId,
  { live, remoteLive, tags }: BotReferences,
  remote: RemoteName,
): LiveHead {
  if (remoteLive) return { kind: 'at', commit: remoteLive };
  if (live || tags.size > 0) {
    return {
      kind: 'unknown',
      reason: t(
        'Versions of {0} exist here, but the remote “{1}” was not seen to have its branch bots/{0}/live. Fetch the versions, or set the remote anew to send them there.',
        bot,
        remote,
      ),
    };
  }
  if (isSeenEmpty(repository, remote, bot)) return { kind: 'none' };
  return {
    kind: 'unknown',
    reason: t(
      'The live branch bots/{0}/live of the remote “{1}” has not been fetched. Fetch the versions.',
      bot,
      remote,
    ),
  };
}

/** Versions that this repository has no live branch for are never taken for a first publish either. */
function headOf(bot: BotId, { live, liveElsewhere, tags }: BotReferences): LiveHead {
  if (live) return { kind: 'at', commit: live };
  if (liveElsewhere || tags.size > 0) {
    return {
      kind: 'unknown',
      reason: t(
        'Versions of {0} exist, but this repository has no branch bots/{0}/live. Create it from the branch of the remote, or set git config botlane.remote.',
        bot,
      ),
    };
  }
  return { kind: 'none' };
}

/** Reads LIVE, and checks that it is what was published. */
export async function readHead(
  repository: Repository,
  bot: BotId,
  head: LiveHead,
  call: GitCall = {},
): Promise<LiveReading> {
  if (head.kind === 'none') return { kind: 'none' };
  if (head.kind === 'unknown') return { kind: 'unknown', problem: problem('live-unknown', head.reason) };
  const release = await readRelease(repository, bot, head.commit, call);
  return release.ok ? { kind: 'known', release: release.value } : { kind: 'unknown', problem: release.error };
}

/** What a commit of the live branch (or of a version's tag) holds; refused when it does not match its own record. */
export async function readRelease(
  repository: Repository,
  bot: BotId,
  commit: Oid,
  call: GitCall = {},
): Promise<Result<LiveRelease>> {
  const tree = await listTree(repository, commit, call);
  if (!tree.ok) return tree;
  const wanted = tree.value.filter(
    ({ path }) => path === RECORD_FILE || path === DEPLOYMENT_FILE || path.startsWith(DEFINITION_FOLDER),
  );
  const foreign = wanted.find(({ mode, type }) => type !== 'blob' || !mode.startsWith('100'));
  if (foreign) return mismatch(commit, t('{0} is not a regular file', foreign.path));
  const blobs = await readBlobs(
    repository,
    wanted.map(({ oid }) => oid),
    call,
  );
  if (!blobs.ok) return blobs;
  const content = new Map(wanted.map(({ path }, index) => [path, blobs.value[index] ?? new Uint8Array()]));
  const record = parseRecord(content.get(RECORD_FILE) ?? new Uint8Array());
  const deployment = parseDeployment(content.get(DEPLOYMENT_FILE) ?? new Uint8Array());
  if (!record || record.bot !== bot) return mismatch(commit, t('release.json is missing or changed'));
  if (!deployment) return mismatch(commit, t('deployment.json is missing or changed'));
  const files = definitionFiles(content);
  if (definitionHash(files) !== record.hashes.definition) {
    return mismatch(commit, t('the files of the bot were changed by hand'));
  }
  return { ok: true, value: { bot, version: record.version, commit, record, deployment, files } };
}

function definitionFiles(content: ReadonlyMap<string, Uint8Array>): BotFiles {
  return sortedFiles(
    [...content]
      .filter(([path]) => path.startsWith(DEFINITION_FOLDER))
      .map(([path, bytes]) => [path.slice(DEFINITION_FOLDER.length), bytes] as const),
  );
}

/** The model of one language in a version; undefined when the version has none for it. */
export async function readModel(
  repository: Repository,
  release: Pick<LiveRelease, 'commit' | 'record'>,
  language: string,
  call: GitCall = {},
): Promise<Result<ModelBytes | undefined>> {
  const model = release.record.models.find((candidate) => candidate.language === language);
  if (!model) return { ok: true, value: undefined };
  const tree = await listTree(repository, release.commit, { ...call, below: model.file });
  if (!tree.ok) return tree;
  const entry = tree.value.find(({ path, type }) => path === model.file && type === 'blob');
  if (!entry) return mismatch(release.commit, t('{0} is missing', model.file));
  const blobs = await readBlobs(repository, [entry.oid], call);
  if (!blobs.ok) return blobs;
  const bytes = blobs.value[0] ?? new Uint8Array();
  if (sha256(bytes) !== model.artifact) return mismatch(release.commit, t('{0} was changed', model.file));
  return { ok: true, value: { bytes, input: model.input, artifact: model.artifact } };
}

/** Checks that every model of a release is there and whole. */
export async function checkModels(
  repository: Repository,
  release: LiveRelease,
  call: GitCall = {},
): Promise<Result<readonly ModelBytes[]>> {
  const models: ModelBytes[] = [];
  for (const { language } of release.record.models) {
    const model = await readModel(repository, release, language, call);
    if (!model.ok) return model;
    if (model.value) models.push(model.value);
  }
  return { ok: true, value: models };
}

function mismatch(
  commit: Oid,
  detail: string,
): { readonly ok: false; readonly error: ReturnType<typeof problem> } {
  return { ok: false, error: problem('integrity', t('{0} in commit {1}', detail, commit.slice(0, 12))) };
}
