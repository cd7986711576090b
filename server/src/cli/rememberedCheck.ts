import { join } from 'node:path';
import { CheckMemory } from '../cache/checkMemory';
import { CacheEntries } from '../cache/entries';
import { cacheFolder } from '../cache/folder';
import { programStamp } from '../cache/program';
import { liveRevision } from '../release/liveRevision';
import type { Releases } from '../release/contract';
import { pathOf, type Uri } from '../text/uri';
import type { Terminal } from './terminal';

/**
 * What earlier runs of `botlane check` on a folder with the same options said, kept in the user's cache.
 * @param store what LIVE is read with; asked for when there is something new to remember
 */
export function rememberedCheck(
  terminal: Terminal,
  folder: Uri,
  options: object,
  store: () => Promise<Releases>,
): CheckMemory {
  return new CheckMemory({
    entries: new CacheEntries(join(cacheFolder(), 'checks')),
    key: JSON.stringify(['check', programStamp(), terminal.cwd, terminal.color, options]),
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
