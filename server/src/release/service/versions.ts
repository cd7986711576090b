import type { BotSnapshot } from '../../project/snapshot';
import { compareSides } from '../comparing';
import type { Change, Comparison, LiveRelease, Releases, Result, Side, VersionList } from '../contract';
import { differenceOf } from '../difference/difference';
import { zipOf } from '../exportVersion';
import { checkModels } from '../store/read';
import { versionList } from '../store/versions';
import type { Reader } from './reader';
import { snapshotOfRelease } from './reader';

/** The versions of a bot, and what differs between them. */
export function versionOperations(
  reader: Reader,
): Pick<Releases, 'versions' | 'version' | 'versionBot' | 'versionChanges' | 'exportVersion' | 'compare'> {
  return {
    async versions(bot: BotSnapshot): Promise<Result<VersionList>> {
      const history = await reader.history(bot);
      return history.ok ? { ok: true, value: versionList(history.value) } : history;
    },

    version(bot: BotSnapshot, version: number): Promise<Result<LiveRelease>> {
      return reader.version(bot, version);
    },

    async versionBot(bot: BotSnapshot, version: number): Promise<Result<BotSnapshot>> {
      const release = await reader.version(bot, version);
      return release.ok ? snapshotOfRelease(release.value) : release;
    },

    async versionChanges(
      bot: BotSnapshot,
      version: number,
    ): Promise<Result<{ readonly previous: number | null; readonly changes: readonly Change[] }>> {
      const history = await reader.history(bot);
      if (!history.ok) return history;
      const previous = history.value.versions.find((candidate) => candidate.version < version);
      const after = await reader.items(bot, history.value, version);
      if (!after.ok) return after;
      const before = previous && (await reader.items(bot, history.value, previous.version));
      if (before && !before.ok) return before;
      const changes = differenceOf(before?.value ?? new Map(), after.value);
      return { ok: true, value: { previous: previous?.version ?? null, changes } };
    },

    async exportVersion(bot: BotSnapshot, version: number): Promise<Result<Uint8Array>> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return access;
      const release = await reader.version(bot, version);
      if (!release.ok) return release;
      const models = await checkModels(access.value.repository, release.value);
      return models.ok ? { ok: true, value: zipOf(release.value, models.value) } : models;
    },

    compare(bot: BotSnapshot, before: Side, after: Side): Promise<Result<Comparison>> {
      return compare(reader, bot, before, after);
    },
  };
}

/** What differs between any two of draft, LIVE and versions. */
export async function compare(
  reader: Reader,
  bot: BotSnapshot,
  before: Side,
  after: Side,
): Promise<Result<Comparison>> {
  return compareSides(bot, before, after, {
    live: () => reader.side(bot),
    version: async (version) => {
      const history = await reader.history(bot);
      return history.ok ? reader.items(bot, history.value, version) : history;
    },
  });
}
