import { t } from '@vscode/l10n';
import type {
  BotFiles,
  Deployment,
  GateResult,
  Overridden,
  PartHashes,
  PublishOptions,
  PublishResult,
  ReleaseProblem,
  ReleaseRecord,
  VersionKind,
} from '../contract';
import { definitionHash, sha256 } from '../content/hashes';
import { readIdentity } from '../git/identity';
import type { Identity } from '../git/identity';
import { tagName } from '../git/names';
import type { BotId, Oid } from '../git/names';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';
import { writeBases } from './base';
import { land } from './land';
import { cleanNotes, formatMessage } from './message';
import { outdated, prepareToWrite } from './prepare';
import { readRelease } from './read';
import {
  DEFINITION_FOLDER,
  DEPLOYMENT_FILE,
  FIRST_DEPLOYMENT,
  formatJson,
  modelFile,
  RECORD_FILE,
} from './record';
import { settle } from './settle';
import { nextVersion } from './versions';
import { writeCommit } from './write';
import type { TreeContent } from './write';

/** What a version is made from: the part of a plan that is written. */
export interface NewRelease {
  readonly bot: BotId;
  readonly kind: VersionKind;
  readonly files: BotFiles;
  readonly models: readonly {
    readonly language: string;
    readonly input: string;
    readonly artifact: string;
    readonly bytes: Uint8Array;
  }[];
  readonly hashes: PartHashes;
  readonly gates: readonly GateResult[];
  readonly source: Oid | null;
  readonly base: number | null;
  /** LIVE's commit that it was planned against, and the version in force then. */
  readonly liveCommit: Oid | null;
  readonly liveVersion: number | null;
  /** By part, the version from which the draft descends once this is version `version`. */
  readonly basesAfter: (version: number) => { readonly nlp: number; readonly flow: number };
}

/** Makes a release live: objects first, then the live branch in one step, and the tag. */
export async function publishRelease(
  repository: Repository,
  release: NewRelease,
  { notes, signal, onStep }: PublishOptions,
): Promise<Exclude<PublishResult, { outcome: 'blocked' }>> {
  const { bot, kind } = release;
  const call = { signal };
  onStep?.('checking');
  const broken = contentProblem(release);
  if (broken) return failed(broken);
  const start = await prepareToWrite(repository, bot, call);
  if (!start.ok) return failed(start.error);
  const { history, head } = start.value;
  if ((head ?? null) !== release.liveCommit) return outdated(repository, bot);
  const author = await readIdentity(repository, call);
  if (!author.ok) return failed(author.error);
  const settled = head ? await settle(repository, bot, head, history, author.value, call) : undefined;
  if (settled && !settled.ok) return failed(settled.error);
  const before = settled?.value;
  if ((before?.state.version ?? null) !== release.liveVersion) return outdated(repository, bot);

  onStep?.('writing');
  const version = nextVersion(history);
  const record = recordOf(release, version, cleanNotes(notes), author.value);
  const commit = await writeCommit(
    repository,
    treeOf(release, record, before?.state.deployment ?? FIRST_DEPLOYMENT),
    before?.parent,
    formatMessage({ ...record, source: release.source, action: 'publish', overrides: overridesOf(record) }),
    author.value,
    { signal, onVerify: () => onStep?.('verifying') },
  );
  if (!commit.ok) return failed(commit.error);
  // Read back through the reader that everyone uses: what cannot be read must not become LIVE.
  const written = await readRelease(repository, bot, commit.value, call);
  if (!written.ok) return failed(written.error);
  const bases = { commit: commit.value, ...release.basesAfter(version) };
  const noted = await writeBases(repository, bot, bases, history.versions);
  if (!noted.ok) return failed(noted.error);
  if (signal?.aborted) return failed(problem('cancelled'));

  onStep?.('moving');
  const landed = await land(
    repository,
    bot,
    start.value,
    { commit: commit.value, version, reason: `publish v${version} (${kind})` },
    { signal, onTag: () => onStep?.('tagging') },
  );
  if (landed.outcome !== 'landed') return landed;
  const { warnings } = landed;
  return {
    outcome: 'published',
    version,
    kind,
    commit: commit.value,
    tag: tagName(bot, version),
    gates: release.gates,
    warnings,
  };
}

/** Content of the tree of the new commit. */
function treeOf(release: NewRelease, record: ReleaseRecord, deployment: Deployment): TreeContent {
  const content = new Map<string, Uint8Array>([
    [RECORD_FILE, formatJson(record)],
    [DEPLOYMENT_FILE, formatJson(deployment)],
  ]);
  for (const [path, bytes] of release.files) content.set(`${DEFINITION_FOLDER}${path}`, bytes);
  for (const { file, bytes } of withFiles(release)) content.set(file, bytes);
  return content;
}

function recordOf(release: NewRelease, version: number, notes: string, author: Identity): ReleaseRecord {
  const { bot, kind, source, base, hashes } = release;
  return {
    format: 1,
    bot,
    version,
    kind,
    notes,
    author: { name: author.name, email: author.email },
    date: author.date,
    source,
    base,
    hashes,
    models: withFiles(release).map(({ language, input, artifact, file }) => ({
      language,
      input,
      artifact,
      file,
    })),
    gates: release.gates.map(({ id, outcome, reason, override }) => ({
      id,
      outcome,
      reason,
      ...(override === undefined ? {} : { override: cleanNotes(override) }),
    })),
  };
}

function overridesOf({ gates }: ReleaseRecord): readonly Overridden[] {
  return gates.flatMap(({ id, override }) =>
    override === undefined ? [] : [{ gate: id, reason: override }],
  );
}

function withFiles(release: NewRelease) {
  return release.models.map((model) => ({ ...model, file: modelFile(model.language, model.bytes) ?? '' }));
}

/** A plan is a promise: what it says about its own content must hold before anything is written. */
function contentProblem(release: NewRelease): ReleaseProblem | undefined {
  if (definitionHash(release.files) !== release.hashes.definition) return problem('integrity', release.bot);
  const wrong = withFiles(release).find(
    ({ file, bytes, artifact }) => file === '' || sha256(bytes) !== artifact,
  );
  return wrong && problem('integrity', t('the model for {0}', wrong.language));
}

function failed(error: ReleaseProblem): { readonly outcome: 'failed'; readonly problem: ReleaseProblem } {
  return { outcome: 'failed', problem: error };
}
