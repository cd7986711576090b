import { CheckMemory } from '../cache/checkMemory';
import { CacheEntries } from '../cache/entries';
import { userCache } from '../cache/userCache';
import { liveRevision } from '../release/liveRevision';
import type { Releases } from '../release/contract';
import { pathOf, type Uri } from '../text/uri';
import type { Terminal } from './terminal';

/**
 * What earlier runs of `botlane check` on a folder with the same options said, kept in the user's cache; undefined where
 * there is none.
 * @param store what LIVE is read with; asked for when there is something new to remember
 */
export function rememberedCheck(
  terminal: Terminal,
  folder: Uri,
  options: object,
  store: () => Promise<Releases>,
): CheckMemory | undefined {
  const cache = userCache('checks');
  if (!cache) return undefined;
  return new CheckMemory({
    entries: new CacheEntries(cache.folder),
    key: JSON.stringify(['check', cache.program, terminal.cwd, terminal.color, options]),
    folder: pathOf(folder),
    live: {
      revision: liveRevision,
      nextChange: async ({ bots }) => {
        const releases = await store();
        const times = await Promise.all(bots.map((bot) => releases.nextSwitch(bot)));
        const coming = times.filter((time) => time !== undefined);
        return coming.length > 0 ? Math.min(...coming) : undefined;
      },
    },
  });
}
