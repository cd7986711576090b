import { t } from '@vscode/l10n';
import type { Result } from '../contract';
import type { Access } from '../access';
import type { GitCall } from '../git/git';
import { asOid, tagName, tagRef } from '../git/names';
import type { Oid } from '../git/names';
import { problem } from '../git/problems';
import { moveReference } from '../git/references';
import { makeTag, makeTagObject } from '../store/versions';
import type { History } from '../store/versions';
import type { Diagnosis } from './ailment';

/** Tags of versions that are missing, that point elsewhere, or that no release in the log of LIVE made. */
export async function findTagTrouble(
  { repository, bot }: Access,
  { references, versions, untagged }: History,
  call: GitCall,
): Promise<Result<readonly Diagnosis[]>> {
  const { head, tags } = references;
  const inLog = await logOf({ repository, bot }, head.kind === 'at' ? head.commit : undefined, call);
  if (!inLog.ok) return inLog;
  const found: Diagnosis[] = untagged.map(({ version, commit }) => ({
    id: `tag-missing:v${version}`,
    what: t('Version {0} has no tag.', version),
    why: t(
      'Its publish was killed before the tag was made, or somebody deleted it. The release is in the log of LIVE.',
    ),
    mend: t('Make the tag {0} again, the same to the byte.', tagName(bot, version)),
    run: () => makeTag(repository, bot, version, commit, call),
  }));
  const published = new Map(versions.map(({ version, commit }) => [version, commit]));
  for (const [version, commit] of tags) {
    const right = published.get(version);
    const name = tagName(bot, version);
    if (right !== undefined && right !== commit) {
      found.push({
        id: `tag-foreign:v${version}`,
        what: t(
          'The tag {0} points to another commit than the one that published version {1}.',
          name,
          version,
        ),
        why: t('Versions never change, so somebody moved the tag. The log of LIVE says what was published.'),
        mend: t('Move the tag to the commit that published the version.'),
        run: () => moveTag({ repository, bot }, version, right, call),
      });
    } else if (right === undefined) {
      found.push({
        id: `tag-foreign:v${version}`,
        what: t('The tag {0} is no release.', name),
        why: t(
          'Its commit was not made by a publish. Look at it with “git show {0}”, and delete it if nobody needs it.',
          name,
        ),
      });
    } else if (head.kind === 'at' && !inLog.value.has(commit)) {
      found.push({
        id: `never-live:v${version}`,
        what: t('Version {0} is not in the log of LIVE.', version),
        why: t(
          'Its publish was refused after the tag had been sent, or the live branch was cut off. It can be made live; its number is taken.',
        ),
      });
    }
  }
  return { ok: true, value: found };
}

async function logOf(
  { repository }: Access,
  head: Oid | undefined,
  call: GitCall,
): Promise<Result<ReadonlySet<string>>> {
  if (!head) return { ok: true, value: new Set() };
  const log = await repository.git.text(['rev-list', head], call);
  return log.ok ? { ok: true, value: new Set(log.value.split('\n')) } : log;
}

async function moveTag(
  { repository, bot }: Access,
  version: number,
  commit: Oid,
  call: GitCall,
): Promise<Result<undefined>> {
  const ref = tagRef(bot, version);
  const now = await repository.git.text(['rev-parse', '--verify', '--end-of-options', ref], call);
  if (!now.ok) return now;
  const from = asOid(now.value);
  if (!from) return { ok: false, error: problem('failed', ref) };
  const tag = await makeTagObject(repository, bot, version, commit, call);
  return tag.ok ? moveReference(repository, ref, tag.value, from, 'mended', call) : tag;
}
