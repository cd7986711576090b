import type { LiveAt, Result } from './contract';
import type { GitCall } from './git/git';
import type { BotId } from './git/names';
import type { Repository } from './git/repository';
import { readBranchHead } from './store/branchHead';
import { inForceAt } from './store/effectiveLive';
import type { LiveHead } from './store/read';
import { readLiveLog } from './store/versions';

/**
 * What was live at an instant: the newest change of the live branch until then, and what its schedule had made of it by
 * then. Undefined when nothing was live yet.
 */
export async function liveAt(
  repository: Repository,
  bot: BotId,
  head: LiveHead,
  instant: Date,
  call: GitCall = {},
): Promise<Result<LiveAt | undefined>> {
  const log = await readLiveLog(repository, head, call);
  if (!log.ok) return log;
  const entry = log.value.find(({ date }) => Date.parse(date) <= instant.getTime());
  if (!entry) return { ok: true, value: undefined };
  const { commit, author, date, message } = entry;
  const state = await readBranchHead(repository, bot, commit, call);
  // A commit that someone made by hand still says in its message what it was.
  const last = state.ok ? inForceAt(state.value, instant).switches.findLast(({ fired }) => fired) : undefined;
  return {
    ok: true,
    value: {
      version: last?.after.version ?? message.version,
      since: last?.entry.at ?? date,
      action: last ? 'schedule' : message.action,
      author,
      commit,
    },
  };
}
