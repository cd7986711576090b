import type { BotSnapshot } from '../../project/snapshot';
import type { Ailment, Releases, RemoteChange, RemoteState, Result } from '../contract';
import { examine, mend } from '../doctor/examine';
import { Git } from '../git/git';
import { problem } from '../git/problems';
import { readRemotes, setRemote, unsetRemote } from '../remote/remotes';
import type { Reader } from './reader';

/** The repository that keeps the versions, and the remote that they are shared through. */
export function repositoryOperations(
  reader: Reader,
): Pick<
  Releases,
  'examine' | 'mend' | 'remote' | 'setRemote' | 'fetch' | 'commonDirectory' | 'initializeRepository'
> {
  return {
    async examine(
      bot: BotSnapshot,
      { signal }: { readonly signal?: AbortSignal } = {},
    ): Promise<Result<readonly Ailment[]>> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return access;
      const found = await examine(access.value, { signal });
      if (!found.ok) return found;
      return { ok: true, value: found.value.map(({ run: _run, ...ailment }) => ailment) };
    },

    async mend(bot: BotSnapshot, ailment: string): Promise<Result<undefined>> {
      const access = await reader.gate.access(bot);
      return access.ok ? mend(access.value, ailment) : access;
    },

    async remote(bot: BotSnapshot): Promise<Result<RemoteState>> {
      const access = await reader.gate.access(bot);
      return access.ok ? readRemotes(access.value.repository) : access;
    },

    async setRemote(
      bot: BotSnapshot,
      name: string | undefined,
      { send = false, signal }: { readonly send?: boolean; readonly signal?: AbortSignal } = {},
    ): Promise<Result<RemoteChange>> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return access;
      const { repository, bot: id } = access.value;
      return name === undefined
        ? unsetRemote(repository, id)
        : setRemote(repository, id, name, { send, signal });
    },

    async fetch(
      bot: BotSnapshot,
      { signal }: { readonly signal?: AbortSignal } = {},
    ): Promise<Result<undefined>> {
      const access = await reader.gate.access(bot);
      return access.ok ? reader.fetcher.fetch(access.value, signal) : access;
    },

    async commonDirectory(bot: BotSnapshot): Promise<string | undefined> {
      const repository = await reader.gate.repository(bot);
      return repository.ok ? repository.value.commonDirectory : undefined;
    },

    async initializeRepository(folder: string): Promise<Result<undefined>> {
      if (!reader.gate.trusted) return { ok: false, error: problem('untrusted') };
      const answer = await new Git(folder).run(['init', '--quiet']);
      return answer.ok ? { ok: true, value: undefined } : answer;
    },
  };
}
