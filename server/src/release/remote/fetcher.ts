import type { Access } from '../access';
import type { Result } from '../contract';
import { configuredRemote } from '../git/repository';
import { fetchLive } from '../store/remoteLive';

/** Fetches from remotes; who asks while a fetch of the same is under way gets its answer. */
export class Fetcher {
  readonly #running = new Map<string, Promise<Result<undefined>>>();

  /** Brings LIVE and versions of the configured remote here; does nothing without one. */
  async fetch(access: Access, signal?: AbortSignal): Promise<Result<undefined>> {
    const key = `${access.repository.commonDirectory} ${access.bot}`;
    const running = this.#running.get(key);
    const joined = await running;
    // Somebody else called it off, which is not our wish.
    if (joined && (joined.ok || joined.error.reason !== 'cancelled')) return joined;
    const fetching = fetchConfigured(access, signal);
    this.#running.set(key, fetching);
    try {
      return await fetching;
    } finally {
      if (this.#running.get(key) === fetching) this.#running.delete(key);
    }
  }
}

async function fetchConfigured(
  { repository, bot }: Access,
  signal?: AbortSignal,
): Promise<Result<undefined>> {
  const remote = await configuredRemote(repository, { signal });
  if (!remote.ok) return remote;
  if (!remote.value) return { ok: true, value: undefined };
  const fetched = await fetchLive(repository, remote.value, bot, { signal });
  return fetched.ok ? { ok: true, value: undefined } : fetched;
}
