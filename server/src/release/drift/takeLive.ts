import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import type { Access } from '../access';
import { isNlpFile } from '../content/compose';
import { readDraft } from '../content/draft';
import { sortedFiles } from '../content/hashes';
import type { Bases, BotFiles, Result, TakeResult, Version } from '../contract';
import type { GitCall } from '../git/git';
import { problem } from '../git/problems';
import type { Ground } from '../planning';
import { replaceDraft } from '../restore/restore';
import { readBases } from '../store/base';
import { readRelease } from '../store/read';
import { mergeFiles } from './mergeFiles';

/**
 * Takes what LIVE holds into the draft: a three-way merge with the version that the draft descends from. From then on the
 * draft descends from LIVE, whether or not there are conflicts to settle: files with markers do not pass the gates.
 */
export async function takeLive(
  { access, live, history }: Ground,
  draft: BotSnapshot,
  call: GitCall = {},
): Promise<Result<TakeResult>> {
  const { repository, bot } = access;
  if (live.reading.kind === 'unknown') return { ok: false, error: live.reading.problem };
  if (live.reading.kind === 'none') return { ok: false, error: problem('nothing-live', bot) };
  const { version, files } = live.reading.release;
  const bases = await readBases(repository, bot, history.versions, call);
  if (!bases.ok) return bases;
  const base = await baseFiles(access, bases.value, history.versions, call);
  if (!base.ok) return base;
  const mine = await readDraft(draft);
  if (!mine.ok) return mine;
  const labels = { draft: t('draft'), base: t('before'), live: t('LIVE (version {0})', version) };
  const merged = await mergeFiles(
    repository,
    { base: base.value, draft: mine.value, live: files, labels },
    call,
  );
  if (!merged.ok) return merged;
  const { edits, conflicts } = merged.value;
  const commit = history.versions.find((candidate) => candidate.version === version)?.commit;
  if (!commit) return { ok: false, error: problem('version-missing', String(version)) };
  const wanted = new Map(mine.value);
  for (const [path, bytes] of edits) {
    if (bytes) wanted.set(path, bytes);
    else wanted.delete(path);
  }
  // Nothing is lost that could stop it: what was there is kept, and can be brought back like before a restore.
  const target = { files: sortedFiles(wanted), base: { nlp: version, flow: version }, vouching: commit };
  const taken = await replaceDraft(access, history, draft, target, { ...call, force: true });
  if (taken.outcome === 'failed') return { ok: false, error: taken.problem };
  return {
    ok: true,
    value: {
      version,
      written: [...edits].flatMap(([path, bytes]) => (bytes ? [path] : [])),
      deleted: [...edits].flatMap(([path, bytes]) => (bytes ? [] : [path])),
      conflicts,
    },
  };
}

/** The files that the draft descends from: of different versions, where NLP only was published in between. */
async function baseFiles(
  { repository, bot }: Access,
  { nlp, flow }: Bases,
  versions: readonly Version[],
  call: GitCall,
): Promise<Result<BotFiles>> {
  const files = new Map<string, Uint8Array>();
  for (const [base, isPart] of [
    [nlp, isNlpFile],
    [flow, (path: string) => !isNlpFile(path)],
  ] as const) {
    const commit = versions.find((candidate) => candidate.version === base?.version)?.commit;
    if (!commit) continue;
    const release = await readRelease(repository, bot, commit, call);
    if (!release.ok) return release;
    for (const [path, bytes] of release.value.files) if (isPart(path)) files.set(path, bytes);
  }
  return { ok: true, value: sortedFiles(files) };
}
