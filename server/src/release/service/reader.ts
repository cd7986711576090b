import type { BotSnapshot } from '../../project/snapshot';
import { Gatekeeper } from '../access';
import { itemsOf } from '../content/items';
import type { ContentMemory } from '../content/memory';
import { botOf, versionRoot } from '../content/snapshot';
import type { LiveRelease, Result } from '../contract';
import { problem } from '../git/problems';
import { LiveCache, sideWithout } from '../liveCache';
import type { LiveSide } from '../plan/compose';
import { readGround } from '../planning';
import type { Ground } from '../planning';
import { Fetcher } from '../remote/fetcher';
import { readLiveReferences, readRelease } from '../store/read';
import { readHistory, remakeTags } from '../store/versions';
import type { History } from '../store/versions';

/** What the operations read by: the repository of a bot, LIVE as it was read last, and the history. */
export class Reader {
  readonly gate: Gatekeeper;
  readonly cache: LiveCache;
  readonly fetcher = new Fetcher();

  constructor(trusted: boolean, memory?: ContentMemory) {
    this.gate = new Gatekeeper(trusted);
    this.cache = new LiveCache(memory);
  }

  /** What plans start from, with LIVE as the remote has it now. */
  async freshGround(bot: BotSnapshot, signal?: AbortSignal): Promise<Result<Ground>> {
    const access = await this.gate.access(bot);
    if (!access.ok) return access;
    const fetched = await this.fetcher.fetch(access.value, signal);
    return fetched.ok ? readGround(access.value, this.cache, { signal }) : fetched;
  }

  /** LIVE; of a bot that has no store, why there is none. */
  async side(bot: BotSnapshot): Promise<LiveSide> {
    const access = await this.gate.access(bot);
    if (!access.ok) return sideWithout(access.error);
    const { repository, bot: id } = access.value;
    const references = await readLiveReferences(repository, id);
    if (!references.ok) return sideWithout(references.error);
    return this.cache.read(repository, id, references.value, {});
  }

  /** Versions, with the tags made that a killed publish did not come to. */
  async history(bot: BotSnapshot): Promise<Result<History>> {
    const access = await this.gate.access(bot);
    if (!access.ok) return access;
    const { repository, bot: id } = access.value;
    const history = await readHistory(repository, id);
    // A repository that cannot be written can still be read: the next publish will make them.
    if (history.ok && history.value.references.remote === undefined)
      await remakeTags(repository, id, history.value);
    return history;
  }

  async version(bot: BotSnapshot, version: number): Promise<Result<LiveRelease>> {
    const history = await this.history(bot);
    return history.ok ? this.release(bot, history.value, version) : history;
  }

  async release(bot: BotSnapshot, history: History, version: number): Promise<Result<LiveRelease>> {
    const access = await this.gate.access(bot);
    if (!access.ok) return access;
    const known = history.versions.find((candidate) => candidate.version === version);
    if (!known) return { ok: false, error: problem('version-missing', String(version)) };
    return readRelease(access.value.repository, access.value.bot, known.commit);
  }

  async items(bot: BotSnapshot, history: History, version: number) {
    const release = await this.release(bot, history, version);
    if (!release.ok) return release;
    const snapshot = snapshotOfRelease(release.value);
    return snapshot.ok ? { ok: true as const, value: itemsOf(snapshot.value) } : snapshot;
  }
}

/** The files of a version as a bot. */
export function snapshotOfRelease({ bot, version, commit, files }: LiveRelease): Result<BotSnapshot> {
  const snapshot = botOf(versionRoot(bot, version), files);
  return snapshot ? { ok: true, value: snapshot } : { ok: false, error: problem('integrity', commit) };
}
