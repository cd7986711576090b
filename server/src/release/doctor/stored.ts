import { t } from '@vscode/l10n';
import type { ReleaseProblem, Version } from '../contract';
import type { Access } from '../access';
import type { GitCall } from '../git/git';
import type { Oid } from '../git/names';
import { makeVersionLive } from '../store/makeLive';
import { checkModels, readRelease } from '../store/read';
import type { History } from '../store/versions';
import type { Diagnosis } from './ailment';

/** Releases that cannot be read as they were written: LIVE first, then every version. */
export async function findDamage(
  access: Access,
  { references: { head }, versions }: History,
  call: GitCall,
): Promise<readonly Diagnosis[]> {
  const found: Diagnosis[] = [];
  const sound: Version[] = [];
  for (const version of versions) {
    const trouble = await troubleOf(access, version.commit, call);
    if (!trouble) sound.push(version);
    else {
      found.push({
        id: `unreadable:v${version.version}`,
        what: t('Version {0} cannot be read.', version.version),
        why: t(
          '{0} It cannot be made live. Another clone or a backup may have what is missing.',
          trouble.message,
        ),
      });
    }
  }
  const live = head.kind === 'at' ? await troubleOf(access, head.commit, call) : undefined;
  if (live) found.unshift(liveTrouble(access, live, sound[0], call));
  return found;
}

function liveTrouble(
  { repository, bot }: Access,
  live: ReleaseProblem,
  last: Version | undefined,
  call: GitCall,
): Diagnosis {
  const isEdited = live.reason === 'integrity';
  return {
    id: 'live',
    what: isEdited ? t('Somebody changed the live branch by hand.') : t('LIVE cannot be read.'),
    why: live.message,
    ...(last && {
      mend: t(
        'Make version {0}, the newest that is whole, live again. The log keeps what was done.',
        last.version,
      ),
      run: async () => {
        const made = await makeVersionLive(repository, bot, last.version, call);
        if (made.outcome === 'live') return { ok: true, value: undefined };
        const error: ReleaseProblem =
          made.outcome === 'failed' ? made.problem : { reason: 'ref-moved', message: made.message };
        return { ok: false, error };
      },
    }),
  };
}

async function troubleOf(
  { repository, bot }: Access,
  commit: Oid,
  call: GitCall,
): Promise<ReleaseProblem | undefined> {
  const release = await readRelease(repository, bot, commit, call);
  if (!release.ok) return release.error;
  const models = await checkModels(repository, release.value, call);
  return models.ok ? undefined : models.error;
}
