import { existsSync } from 'node:fs';
import { t } from '@vscode/l10n';
import type { Result } from '../contract';
import type { Access } from '../access';
import { Git } from '../git/git';
import type { GitCall } from '../git/git';
import { liveRef } from '../git/names';
import { abandonHotfix, readHotfix } from '../hotfix/hotfix';
import { hotfixPlace } from '../hotfix/worktree';
import type { Diagnosis } from './ailment';

/** Worktrees in which LIVE is checked out, and hotfixes that nobody finished. */
export async function findWorktrees(access: Access, call: GitCall): Promise<Result<readonly Diagnosis[]>> {
  const { repository, bot } = access;
  const list = await repository.git.text(['worktree', 'list', '--porcelain'], call);
  if (!list.ok) return list;
  const found: Diagnosis[] = [];
  const place = hotfixPlace(repository, bot);
  for (const entry of list.value.split('\n\n')) {
    const path = /^worktree (.*)$/m.exec(entry)?.[1] ?? '';
    if (entry.split('\n').includes(`branch ${liveRef(bot)}`)) {
      found.push({
        id: 'checked-out',
        what: t('The live branch is checked out in {0}.', path),
        why: t('Publishing is refused while it is: it would pull the branch away under that worktree.'),
        mend: t('Detach that worktree from the branch. Its files stay as they are.'),
        run: async () => {
          const detached = await new Git(path).run(['checkout', '--quiet', '--detach'], call);
          return detached.ok ? { ok: true, value: undefined } : detached;
        },
      });
    }
    if (path === place && !existsSync(path)) {
      found.push({
        id: 'hotfix',
        what: t('The folder of a hotfix was deleted, and git still has it on its list.'),
        why: t('It does no harm. Starting another hotfix takes it off the list, too.'),
        mend: t('Take it off the list.'),
        run: async () => {
          const pruned = await repository.git.run(['worktree', 'prune'], call);
          return pruned.ok ? { ok: true, value: undefined } : pruned;
        },
      });
    }
  }
  const hotfix = await readHotfix(access, call);
  if (hotfix.ok && hotfix.value) found.push(underWay(access, hotfix.value, call));
  return { ok: true, value: found };
}

function underWay(
  access: Access,
  {
    folder,
    version,
    changed,
  }: { readonly folder: string; readonly version: number; readonly changed: boolean },
  call: GitCall,
): Diagnosis {
  const what = t('A hotfix of version {0} is under way in {1}.', version, folder);
  if (changed) {
    return {
      id: 'hotfix',
      what,
      why: t('It holds changes that were not published. Publish it or give it up with “botlane hotfix”.'),
    };
  }
  return {
    id: 'hotfix',
    what,
    why: t('It holds nothing that is not published.'),
    mend: t('Remove the folder.'),
    run: () => abandonHotfix(access, { discard: false }, call),
  };
}
