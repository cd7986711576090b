import type { BotSnapshot } from '../../project/snapshot';
import type { LiveState } from '../../rules/rule';
import type {
  DeployResult,
  DeploymentChange,
  DeploymentState,
  LiveAt,
  LivePreview,
  LiveReading,
  MakeLiveResult,
  ModelBytes,
  Releases,
  Result,
} from '../contract';
import { deploy } from '../deployment/deploy';
import { deploymentState } from '../deployment/state';
import { doubtsAbout } from '../doubts';
import { readDrift } from '../drift/liveDrift';
import { withDrift } from '../drift/withDrift';
import { problem } from '../git/problems';
import { liveAt } from '../liveAt';
import { stateOf } from '../plan/compose';
import { readGround } from '../planning';
import { readBranchHead } from '../store/branchHead';
import { makeVersionLive } from '../store/makeLive';
import { checkModels, readLiveReferences, readModel, readRelease } from '../store/read';
import type { Reader } from './reader';
import { snapshotOfRelease } from './reader';
import { compare } from './versions';

/** What is live, and making something else live. */
export function liveOperations(
  reader: Reader,
): Pick<
  Releases,
  | 'liveState'
  | 'live'
  | 'liveBot'
  | 'liveModel'
  | 'liveAt'
  | 'previewLive'
  | 'makeLive'
  | 'deployment'
  | 'deploy'
  | 'nextSwitch'
> {
  return {
    async liveState(bot: BotSnapshot): Promise<LiveState> {
      const state = stateOf(await reader.side(bot));
      const access = await reader.gate.access(bot);
      if (state.kind !== 'known' || !access.ok) return state;
      const ground = await readGround(access.value, reader.cache, {});
      return ground.ok ? withDrift(state, await readDrift(ground.value, bot)) : state;
    },

    async live(bot: BotSnapshot): Promise<LiveReading> {
      return (await reader.side(bot)).reading;
    },

    async liveBot(bot: BotSnapshot): Promise<BotSnapshot | undefined> {
      return (await reader.side(bot)).bot;
    },

    async liveModel(bot: BotSnapshot, language: string): Promise<Result<ModelBytes | undefined>> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return access;
      const reading = (await reader.side(bot)).reading;
      if (reading.kind === 'unknown') return { ok: false, error: reading.problem };
      if (reading.kind === 'none') return { ok: true, value: undefined };
      return readModel(access.value.repository, reading.release, language);
    },

    async liveAt(bot: BotSnapshot, instant: Date): Promise<Result<LiveAt | undefined>> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return access;
      const { repository, bot: id } = access.value;
      const references = await readLiveReferences(repository, id);
      return references.ok ? liveAt(repository, id, references.value.head, instant) : references;
    },

    async previewLive(bot: BotSnapshot, version: number): Promise<Result<LivePreview>> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return access;
      const release = await reader.version(bot, version);
      if (!release.ok) return release;
      const models = await checkModels(access.value.repository, release.value);
      if (!models.ok) return models;
      const snapshot = snapshotOfRelease(release.value);
      if (!snapshot.ok) return snapshot;
      const comparison = await compare(reader, bot, { kind: 'live' }, { kind: 'version', version });
      const doubts = doubtsAbout(snapshot.value, models.value);
      return comparison.ok
        ? { ok: true, value: { comparison: comparison.value, doubts } }
        : { ok: true, value: { comparison: undefined, doubts: [comparison.error.message, ...doubts] } };
    },

    async makeLive(
      bot: BotSnapshot,
      version: number,
      { signal }: { readonly signal?: AbortSignal } = {},
    ): Promise<MakeLiveResult> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return { outcome: 'failed', problem: access.error };
      const { repository, bot: id } = access.value;
      const result = await makeVersionLive(repository, id, version, { signal });
      if (result.outcome !== 'live') return result;
      const release = await readRelease(repository, id, result.commit);
      const models = release.ok ? await checkModels(repository, release.value) : release;
      const snapshot = release.ok ? snapshotOfRelease(release.value) : release;
      const doubts = snapshot.ok && models.ok ? doubtsAbout(snapshot.value, models.value) : [];
      return { ...result, warnings: [...result.warnings, ...doubts] };
    },

    async deployment(bot: BotSnapshot): Promise<Result<DeploymentState | undefined>> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return access;
      const { repository, bot: id } = access.value;
      const references = await readLiveReferences(repository, id);
      if (!references.ok) return references;
      const { head } = references.value;
      if (head.kind === 'none') return { ok: true, value: undefined };
      if (head.kind === 'unknown') return { ok: false, error: problem('live-unknown', head.reason) };
      const state = await readBranchHead(repository, id, head.commit);
      return state.ok ? { ok: true, value: deploymentState(state.value, new Date()) } : state;
    },

    async deploy(
      bot: BotSnapshot,
      change: DeploymentChange,
      { signal }: { readonly signal?: AbortSignal } = {},
    ): Promise<DeployResult> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return { outcome: 'failed', problem: access.error };
      return deploy(access.value.repository, access.value.bot, change, { signal });
    },

    async nextSwitch(bot: BotSnapshot): Promise<number | undefined> {
      const access = await reader.gate.access(bot);
      return access.ok ? reader.cache.nextSwitch(access.value.repository, access.value.bot) : undefined;
    },
  };
}
