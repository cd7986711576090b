import type { Result } from '../contract';
import type { GitCall } from '../git/git';
import { asBotId } from '../git/names';
import type { BotId, RemoteName } from '../git/names';
import type { Repository } from '../git/repository';

/**
 * Bots that have a live branch in this repository or, as last fetched, on the remote; each with a text that is another one
 * whenever one of its references moved.
 */
export async function readLiveBranches(
  repository: Repository,
  remote: RemoteName | undefined,
  call: GitCall = {},
): Promise<Result<ReadonlyMap<BotId, string>>> {
  const tracked = remote === undefined ? [] : [`refs/remotes/${remote}/bots/*/live`];
  const answer = await repository.git.text(
    [
      'for-each-ref',
      '--format=%(refname) %(objectname)',
      'refs/heads/bots/*/live',
      ...tracked,
      'refs/tags/bots/*/*',
    ],
    call,
  );
  if (!answer.ok) return answer;
  const lines = new Map<BotId, string[]>();
  const live = new Set<BotId>();
  for (const line of answer.value.split('\n')) {
    const [, name = '', end = ''] = /\/bots\/([^/]+)\/([^/ ]+) /.exec(line) ?? [];
    const bot = asBotId(name);
    if (!bot) continue;
    if (end === 'live') live.add(bot);
    const known = lines.get(bot);
    if (known) known.push(line);
    else lines.set(bot, [line]);
  }
  return {
    ok: true,
    value: new Map([...live].sort().map((bot) => [bot, (lines.get(bot) ?? []).join('\n')])),
  };
}
