import type { BotSnapshot } from '../../project/snapshot';
import { pathOf } from '../../text/uri';
import type { Access } from '../access';
import { readDraft } from '../content/draft';
import { definitionHash } from '../content/hashes';
import type { BotFiles, ReleaseProblem, RestoreOptions, RestoreResult, Result } from '../contract';
import type { GitCall } from '../git/git';
import type { Oid } from '../git/names';
import { problem } from '../git/problems';
import { readBases, writeBases } from '../store/base';
import { readRelease } from '../store/read';
import type { History } from '../store/versions';
import { keepBackup, listBackups, readBackup, writeBackup } from './backup';
import type { DraftBase } from './backup';
import { unsavedWork } from './unsavedWork';
import { writeDraft } from './writeDraft';
import type { Written } from './writeDraft';

/** What takes the place of the draft. */
interface Target {
  readonly files: BotFiles;
  /** What the draft descends from then, and a commit of the log that vouches for it. */
  readonly base: DraftBase;
  readonly vouching: Oid | undefined;
}

/**
 * Puts the files of a version into the work tree. What was there is kept first; without `force` nothing is done when it
 * holds work that is in no version and no commit.
 */
export async function restoreVersion(
  access: Access,
  history: History,
  draft: BotSnapshot,
  version: number,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const { repository, bot } = access;
  const source = history.versions.find((candidate) => candidate.version === version);
  if (!source) return failed(problem('version-missing', String(version)));
  const release = await readRelease(repository, bot, source.commit, options);
  if (!release.ok) return failed(release.error);
  const target: Target = {
    files: release.value.files,
    base: { nlp: version, flow: version },
    vouching: source.commit,
  };
  return replaceDraft(access, history, draft, target, options);
}

/** Brings back what the draft was before the last restore; doing so again brings back what was restored. */
export async function undoRestore(
  access: Access,
  history: History,
  draft: BotSnapshot,
  options: RestoreOptions,
): Promise<RestoreResult> {
  const backups = await listBackups(access.repository, access.bot, options);
  if (!backups.ok) return failed(backups.error);
  const [newest] = backups.value;
  if (!newest) return failed(problem('no-backup'));
  const backup = await readBackup(access.repository, newest, options);
  if (!backup.ok) return failed(backup.error);
  const { files, base } = backup.value;
  const descended = new Set([base.nlp, base.flow]);
  const vouching = history.versions.find(({ version }) => descended.has(version)) ?? history.versions[0];
  return replaceDraft(access, history, draft, { files, base, vouching: vouching?.commit }, options);
}

/** Puts files in the place of the draft, which is kept first, and notes what the draft descends from then. */
export async function replaceDraft(
  access: Access,
  history: History,
  draft: BotSnapshot,
  target: Target,
  { force = false, signal }: RestoreOptions,
): Promise<RestoreResult> {
  const { repository, bot } = access;
  const current = await readDraft(draft);
  if (!current.ok) return failed(current.error);
  const isSame = definitionHash(current.value) === definitionHash(target.files);
  const backup = isSame ? undefined : await backUp(access, history, current.value, force, { signal });
  if (backup && 'outcome' in backup) return backup;
  const written = isSame ? NOTHING_WRITTEN : await write(draft, current.value, target.files);
  if (!written.ok) return failed(written.error);
  const { vouching } = target;
  const noted = vouching
    ? await writeBases(repository, bot, { commit: vouching, ...target.base }, history.versions)
    : undefined;
  const warnings = noted && !noted.ok ? [noted.error.message] : [];
  return { outcome: 'restored', ...written.value, backup: backup?.commit ?? null, warnings };
}

const NOTHING_WRITTEN = { ok: true, value: { written: 0, removed: 0 } } as const;

/** Keeps the draft, unless it holds work that is kept nowhere else and nobody said that this is known. */
async function backUp(
  { repository, bot }: Access,
  { versions }: History,
  files: BotFiles,
  force: boolean,
  call: GitCall,
): Promise<RestoreResult | { readonly commit: Oid }> {
  const bases = await readBases(repository, bot, versions, call);
  if (!bases.ok) return failed(bases.error);
  const base = { nlp: bases.value.nlp?.version ?? 0, flow: bases.value.flow?.version ?? 0 };
  const kept = await listBackups(repository, bot, call);
  if (!kept.ok) return failed(kept.error);
  const [before] = kept.value;
  const backup = await writeBackup(repository, bot, files, base, before, call);
  if (!backup.ok) return failed(backup.error);
  const unsaved = await unsavedWork(repository, files, backup.value, versions, base.flow, kept.value, call);
  if (!unsaved.ok) return failed(unsaved.error);
  if (unsaved.value.length > 0 && !force) return { outcome: 'unsaved-work', files: unsaved.value };
  if (call.signal?.aborted) return failed(problem('cancelled'));
  const noted = await keepBackup(repository, bot, backup.value, before);
  return noted.ok ? { commit: backup.value } : failed(noted.error);
}

/** Writes the files, or leaves the draft as it was. */
async function write(draft: BotSnapshot, current: BotFiles, wanted: BotFiles): Promise<Result<Written>> {
  const now = await readDraft(draft);
  if (!now.ok) return now;
  // What came in between is in no backup.
  if (definitionHash(now.value) !== definitionHash(current))
    return { ok: false, error: problem('draft-changed') };
  const root = pathOf(draft.root);
  const written = await writeDraft(root, current, wanted);
  if (written.ok) return written;
  const halfway = await readDraft(draft);
  if (halfway.ok && definitionHash(halfway.value) !== definitionHash(current))
    await writeDraft(root, halfway.value, current);
  return written;
}

function failed(error: ReleaseProblem): RestoreResult {
  return { outcome: 'failed', problem: error };
}
