import type { HotfixState, Result } from '../contract';
import { readFolder } from '../content/draft';
import { definitionHash } from '../content/hashes';
import type { GitCall } from '../git/git';
import { problem } from '../git/problems';
import type { Ground } from '../planning';
import { writeBases } from '../store/base';
import { readBranchHead } from '../store/branchHead';
import type { Access } from '../access';
import { readReferences } from '../git/references';
import { findHotfix, makeHotfix, removeHotfix } from './worktree';
import type { HotfixWorktree } from './worktree';

/** Starts to mend LIVE, or goes on where somebody has started. */
export async function startHotfix(
  { access, live, history }: Ground,
  call: GitCall = {},
): Promise<Result<HotfixState>> {
  const { repository, bot } = access;
  const known = findHotfix(repository, bot);
  if (known) return stateOf(access, known, call);
  if (live.reading.kind === 'unknown') return { ok: false, error: live.reading.problem };
  if (live.reading.kind === 'none') return { ok: false, error: problem('nothing-live', bot) };
  const { release } = live.reading;
  const version = history.versions.find((candidate) => candidate.version === release.version);
  if (!version) return { ok: false, error: problem('version-missing', String(release.version)) };
  const made = await makeHotfix(repository, release, version.commit, call);
  if (!made.ok) return made;
  const base = { commit: version.commit, nlp: release.version, flow: release.version };
  const noted = await writeBases(made.value, bot, base, history.versions);
  if (!noted.ok) return noted;
  const started = findHotfix(repository, bot);
  return started ? stateOf(access, started, call) : { ok: false, error: problem('failed', 'worktree') };
}

/** The hotfix that is under way; undefined when there is none. */
export async function readHotfix(
  access: Access,
  call: GitCall = {},
): Promise<Result<HotfixState | undefined>> {
  const known = findHotfix(access.repository, access.bot);
  return known ? stateOf(access, known, call) : { ok: true, value: undefined };
}

/** Gives up a hotfix. What was changed and not published is lost, so somebody has to say so. */
export async function abandonHotfix(
  access: Access,
  { discard }: { readonly discard: boolean },
  call: GitCall = {},
): Promise<Result<undefined>> {
  const known = findHotfix(access.repository, access.bot);
  if (!known) return { ok: false, error: problem('no-hotfix', access.bot) };
  const state = await stateOf(access, known, call);
  if (!discard && !(state.ok && !state.value.changed)) {
    return { ok: false, error: problem('hotfix-changed', known.folder) };
  }
  return removeHotfix(access.repository, known.top);
}

async function stateOf(
  { repository, bot }: Access,
  { folder, version }: HotfixWorktree,
  call: GitCall,
): Promise<Result<HotfixState>> {
  const files = await readFolder(folder);
  if (!files.ok) return files;
  const references = await readReferences(repository, bot, undefined, call);
  if (!references.ok) return references;
  // What it was made from, or what it has been published as.
  const hash = definitionHash(files.value);
  let changed = true;
  for (const [number, commit] of references.value.tags) {
    if (number < version || !changed) continue;
    const head = await readBranchHead(repository, bot, commit, call);
    changed = !(head.ok && head.value.definition === hash);
  }
  return { ok: true, value: { folder, version, changed } };
}
