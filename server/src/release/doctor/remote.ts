import { t } from '@vscode/l10n';
import type { Access } from '../access';
import type { Result } from '../contract';
import type { GitCall } from '../git/git';
import { fetchReferences, listRemote } from '../git/remote';
import type { Remote } from '../git/remote';
import { configuredRemote } from '../git/repository';
import { fetchLive } from '../store/remoteLive';
import type { Diagnosis } from './ailment';

/** What stands between this repository and its remote. */
export async function findRemoteTrouble(
  { repository, bot }: Access,
  call: GitCall,
): Promise<readonly Diagnosis[]> {
  const remote = await configuredRemote(repository, call);
  if (!remote.ok) return [{ id: 'remote', what: remote.error.message, why: t('Set the remote anew.') }];
  if (!remote.value) return [];
  const fetched = await fetchLive(repository, remote.value, bot, call);
  if (fetched.ok) return [];
  const { reason, message } = fetched.error;
  const id = `remote:${reason}`;
  const there = reason === 'history-rewritten' || reason === 'tag-differs';
  if (!there) return [{ id, what: message, why: t('LIVE is what was read last.') }];
  return [
    {
      id,
      what: message,
      why: t(
        'A release that was live is no longer what the remote has. Ask who did that before you take it over.',
      ),
      mend: t('Take over what the remote has now, and forget what it had.'),
      run: () => takeOver({ repository, bot }, remote.value as Remote, call),
    },
  ];
}

async function takeOver(
  { repository, bot }: Access,
  remote: Remote,
  call: GitCall,
): Promise<Result<undefined>> {
  const there = await listRemote(repository, remote, bot, call);
  return there.ok ? fetchReferences(repository, remote, bot, there.value, { ...call, force: true }) : there;
}
