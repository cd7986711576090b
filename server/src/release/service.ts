import type { TrainOptions } from '../nlp/contract';
import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import type { LiveState } from '../rules/rule';
import { Gatekeeper } from './access';
import type { Access } from './access';
import { compareSides } from './comparing';
import { readDraft } from './content/draft';
import { itemsOf } from './content/items';
import { botOf, versionRoot } from './content/snapshot';
import type {
  Ailment,
  Change,
  DeploymentChange,
  DeploymentState,
  DeployResult,
  Comparison,
  FlowChoice,
  HotfixState,
  LiveAt,
  LivePreview,
  LiveReading,
  LiveRelease,
  MakeLiveResult,
  Measure,
  ModelBytes,
  PlanOptions,
  PublishOptions,
  PublishResult,
  ReleaseKind,
  ReleasePlan,
  Releases,
  ReleaseState,
  RemoteChange,
  RemoteState,
  RestoreOptions,
  RestoreResult,
  Result,
  TakeResult,
  Side,
  Trainer,
  TrainingResult,
  VersionList,
} from './contract';
import { examine, mend } from './doctor/examine';
import { readDrift } from './drift/liveDrift';
import { takeLive } from './drift/takeLive';
import { withDrift } from './drift/withDrift';
import { abandonHotfix, readHotfix, startHotfix } from './hotfix/hotfix';
import { deploy } from './deployment/deploy';
import { deploymentState } from './deployment/state';
import { differenceOf } from './difference/difference';
import { doubtsAbout } from './doubts';
import { zipOf } from './exportVersion';
import { Git } from './git/git';
import { problem } from './git/problems';
import { liveAt } from './liveAt';
import { LiveCache, sideWithout } from './liveCache';
import { stateOf } from './plan/compose';
import type { LiveSide } from './plan/compose';
import { flowChoicesOf } from './plan/flowChoices';
import { makePlan, readGround } from './planning';
import type { Ground } from './planning';
import { publishPlan } from './publishing';
import { Fetcher } from './remote/fetcher';
import { readRemotes, setRemote, unsetRemote } from './remote/remotes';
import { restoreVersion, undoRestore } from './restore/restore';
import { readState } from './state';
import { readBranchHead } from './store/branchHead';
import { makeVersionLive } from './store/makeLive';
import { checkModels, readLiveReferences, readModel, readRelease } from './store/read';
import { readHistory, remakeTags, versionList } from './store/versions';
import type { History } from './store/versions';
import { findDraftModel, trainDraft } from './training';

export interface ReleasesOptions {
  /** False: no git is run, LIVE is unknown, and nothing is trained. */
  readonly trusted: boolean;
  /** Does the work that gates need; without it they judge without. */
  readonly measure?: Measure;
}

/** The operations of the release room, for one editor window or one command. */
export function createReleases(options: ReleasesOptions): Releases {
  return new GitReleases(options);
}

class GitReleases implements Releases {
  readonly #gate: Gatekeeper;
  readonly #cache = new LiveCache();
  readonly #fetcher = new Fetcher();

  readonly #measure: Measure | undefined;

  constructor({ trusted, measure }: ReleasesOptions) {
    this.#gate = new Gatekeeper(trusted);
    this.#measure = measure;
  }

  async liveState(bot: BotSnapshot): Promise<LiveState> {
    const state = stateOf(await this.#side(bot));
    const access = await this.#gate.access(bot);
    if (state.kind !== 'known' || !access.ok) return state;
    const ground = await readGround(access.value, this.#cache, {});
    return ground.ok ? withDrift(state, await readDrift(ground.value, bot)) : state;
  }

  async live(bot: BotSnapshot): Promise<LiveReading> {
    return (await this.#side(bot)).reading;
  }

  async liveBot(bot: BotSnapshot): Promise<BotSnapshot | undefined> {
    return (await this.#side(bot)).bot;
  }

  state(bot: BotSnapshot, project: ProjectSnapshot): Promise<ReleaseState> {
    return readState(this.#gate, this.#cache, bot, project);
  }

  async plan(
    bot: BotSnapshot,
    project: ProjectSnapshot,
    kind: ReleaseKind,
    options: PlanOptions = {},
  ): Promise<Result<ReleasePlan>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const fetched = await this.#fetcher.fetch(access.value, options.signal);
    if (!fetched.ok) return fetched;
    const ground = await readGround(access.value, this.#cache, { signal: options.signal });
    if (!ground.ok) return ground;
    const files = await readDraft(bot);
    if (!files.ok) return files;
    return makePlan(ground.value, bot, project, files.value, kind, options, { measure: this.#measure });
  }

  async flowChoices(bot: BotSnapshot): Promise<Result<readonly FlowChoice[]>> {
    const live = await this.#side(bot);
    if (live.reading.kind === 'unknown') return { ok: false, error: live.reading.problem };
    return { ok: true, value: live.bot ? flowChoicesOf(live, bot) : [] };
  }

  async publish(bot: BotSnapshot, plan: ReleasePlan, options: PublishOptions): Promise<PublishResult> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return { outcome: 'failed', problem: access.error };
    return publishPlan(access.value, plan, options);
  }

  async versions(bot: BotSnapshot): Promise<Result<VersionList>> {
    const history = await this.#history(bot);
    return history.ok ? { ok: true, value: versionList(history.value) } : history;
  }

  async version(bot: BotSnapshot, version: number): Promise<Result<LiveRelease>> {
    const history = await this.#history(bot);
    return history.ok ? this.#release(bot, history.value, version) : history;
  }

  async versionBot(bot: BotSnapshot, version: number): Promise<Result<BotSnapshot>> {
    const release = await this.version(bot, version);
    return release.ok ? snapshotOfRelease(release.value) : release;
  }

  async versionChanges(
    bot: BotSnapshot,
    version: number,
  ): Promise<Result<{ readonly previous: number | null; readonly changes: readonly Change[] }>> {
    const history = await this.#history(bot);
    if (!history.ok) return history;
    const previous = history.value.versions.find((candidate) => candidate.version < version);
    const after = await this.#items(bot, history.value, version);
    if (!after.ok) return after;
    const before = previous && (await this.#items(bot, history.value, previous.version));
    if (before && !before.ok) return before;
    const changes = differenceOf(before?.value ?? new Map(), after.value);
    return { ok: true, value: { previous: previous?.version ?? null, changes } };
  }

  async previewLive(bot: BotSnapshot, version: number): Promise<Result<LivePreview>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const release = await this.version(bot, version);
    if (!release.ok) return release;
    const models = await checkModels(access.value.repository, release.value);
    if (!models.ok) return models;
    const snapshot = snapshotOfRelease(release.value);
    if (!snapshot.ok) return snapshot;
    const comparison = await this.compare(bot, { kind: 'live' }, { kind: 'version', version });
    const doubts = doubtsAbout(snapshot.value, models.value);
    return comparison.ok
      ? { ok: true, value: { comparison: comparison.value, doubts } }
      : { ok: true, value: { comparison: undefined, doubts: [comparison.error.message, ...doubts] } };
  }

  async liveAt(bot: BotSnapshot, instant: Date): Promise<Result<LiveAt | undefined>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const { repository, bot: id } = access.value;
    const references = await readLiveReferences(repository, id);
    return references.ok ? liveAt(repository, id, references.value.head, instant) : references;
  }

  async exportVersion(bot: BotSnapshot, version: number): Promise<Result<Uint8Array>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const release = await this.version(bot, version);
    if (!release.ok) return release;
    const models = await checkModels(access.value.repository, release.value);
    return models.ok ? { ok: true, value: zipOf(release.value, models.value) } : models;
  }

  async restore(bot: BotSnapshot, version: number, options: RestoreOptions = {}): Promise<RestoreResult> {
    return this.#replaceDraft(bot, (access, history) =>
      restoreVersion(access, history, bot, version, options),
    );
  }

  async undoRestore(bot: BotSnapshot, options: RestoreOptions = {}): Promise<RestoreResult> {
    return this.#replaceDraft(bot, (access, history) => undoRestore(access, history, bot, options));
  }

  async #replaceDraft(
    bot: BotSnapshot,
    replace: (access: Access, history: History) => Promise<RestoreResult>,
  ): Promise<RestoreResult> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return { outcome: 'failed', problem: access.error };
    const history = await this.#history(bot);
    return history.ok ? replace(access.value, history.value) : { outcome: 'failed', problem: history.error };
  }

  async compare(bot: BotSnapshot, before: Side, after: Side): Promise<Result<Comparison>> {
    return compareSides(bot, before, after, {
      live: () => this.#side(bot),
      version: async (version) => {
        const history = await this.#history(bot);
        return history.ok ? this.#items(bot, history.value, version) : history;
      },
    });
  }

  async makeLive(
    bot: BotSnapshot,
    version: number,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<MakeLiveResult> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return { outcome: 'failed', problem: access.error };
    const { repository, bot: id } = access.value;
    const result = await makeVersionLive(repository, id, version, { signal });
    if (result.outcome !== 'live') return result;
    const release = await readRelease(repository, id, result.commit);
    const models = release.ok ? await checkModels(repository, release.value) : release;
    const snapshot = release.ok ? snapshotOfRelease(release.value) : release;
    const doubts = snapshot.ok && models.ok ? doubtsAbout(snapshot.value, models.value) : [];
    return { ...result, warnings: [...result.warnings, ...doubts] };
  }

  async take(
    bot: BotSnapshot,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Result<TakeResult>> {
    const ground = await this.#freshGround(bot, signal);
    return ground.ok ? takeLive(ground.value, bot, { signal }) : ground;
  }

  async hotfix(bot: BotSnapshot): Promise<Result<HotfixState | undefined>> {
    const access = await this.#gate.access(bot);
    return access.ok ? readHotfix(access.value) : access;
  }

  async startHotfix(
    bot: BotSnapshot,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Result<HotfixState>> {
    const ground = await this.#freshGround(bot, signal);
    return ground.ok ? startHotfix(ground.value, { signal }) : ground;
  }

  async abandonHotfix(bot: BotSnapshot, options: { readonly discard: boolean }): Promise<Result<undefined>> {
    const access = await this.#gate.access(bot);
    return access.ok ? abandonHotfix(access.value, options) : access;
  }

  async examine(
    bot: BotSnapshot,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Result<readonly Ailment[]>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const found = await examine(access.value, { signal });
    if (!found.ok) return found;
    return { ok: true, value: found.value.map(({ run: _run, ...ailment }) => ailment) };
  }

  async mend(bot: BotSnapshot, ailment: string): Promise<Result<undefined>> {
    const access = await this.#gate.access(bot);
    return access.ok ? mend(access.value, ailment) : access;
  }

  async deployment(bot: BotSnapshot): Promise<Result<DeploymentState | undefined>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const { repository, bot: id } = access.value;
    const references = await readLiveReferences(repository, id);
    if (!references.ok) return references;
    const { head } = references.value;
    if (head.kind === 'none') return { ok: true, value: undefined };
    if (head.kind === 'unknown') return { ok: false, error: problem('live-unknown', head.reason) };
    const state = await readBranchHead(repository, id, head.commit);
    return state.ok ? { ok: true, value: deploymentState(state.value, new Date()) } : state;
  }

  async deploy(
    bot: BotSnapshot,
    change: DeploymentChange,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<DeployResult> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return { outcome: 'failed', problem: access.error };
    return deploy(access.value.repository, access.value.bot, change, { signal });
  }

  async nextSwitch(bot: BotSnapshot): Promise<number | undefined> {
    const access = await this.#gate.access(bot);
    return access.ok ? this.#cache.nextSwitch(access.value.repository, access.value.bot) : undefined;
  }

  async remote(bot: BotSnapshot): Promise<Result<RemoteState>> {
    const access = await this.#gate.access(bot);
    return access.ok ? readRemotes(access.value.repository) : access;
  }

  async setRemote(
    bot: BotSnapshot,
    name: string | undefined,
    { send = false, signal }: { readonly send?: boolean; readonly signal?: AbortSignal } = {},
  ): Promise<Result<RemoteChange>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const { repository, bot: id } = access.value;
    return name === undefined
      ? unsetRemote(repository, id)
      : setRemote(repository, id, name, { send, signal });
  }

  async fetch(
    bot: BotSnapshot,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Result<undefined>> {
    const access = await this.#gate.access(bot);
    return access.ok ? this.#fetcher.fetch(access.value, signal) : access;
  }

  train(bot: BotSnapshot, trainer: Trainer, options: TrainOptions = {}): Promise<Result<TrainingResult>> {
    return trainDraft(this.#gate, this.#cache, bot, trainer, options);
  }

  draftModel(
    bot: BotSnapshot,
    language: string,
  ): Promise<Result<{ readonly model: ModelBytes; readonly stale: boolean } | undefined>> {
    return findDraftModel(this.#gate, this.#cache, bot, language);
  }

  async liveModel(bot: BotSnapshot, language: string): Promise<Result<ModelBytes | undefined>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const reading = await this.live(bot);
    if (reading.kind === 'unknown') return { ok: false, error: reading.problem };
    if (reading.kind === 'none') return { ok: true, value: undefined };
    return readModel(access.value.repository, reading.release, language);
  }

  async commonDirectory(bot: BotSnapshot): Promise<string | undefined> {
    const repository = await this.#gate.repository(bot);
    return repository.ok ? repository.value.commonDirectory : undefined;
  }

  async initializeRepository(folder: string): Promise<Result<undefined>> {
    if (!this.#gate.trusted) return { ok: false, error: problem('untrusted') };
    const answer = await new Git(folder).run(['init', '--quiet']);
    return answer.ok ? { ok: true, value: undefined } : answer;
  }

  /** What plans start from, with LIVE as the remote has it now. */
  async #freshGround(bot: BotSnapshot, signal?: AbortSignal): Promise<Result<Ground>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const fetched = await this.#fetcher.fetch(access.value, signal);
    return fetched.ok ? readGround(access.value, this.#cache, { signal }) : fetched;
  }

  async #side(bot: BotSnapshot): Promise<LiveSide> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return sideWithout(access.error);
    const { repository, bot: id } = access.value;
    const references = await readLiveReferences(repository, id);
    if (!references.ok) return sideWithout(references.error);
    return this.#cache.read(repository, id, references.value, {});
  }

  /** Versions, with the tags made that a killed publish did not come to. */
  async #history(bot: BotSnapshot): Promise<Result<History>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const { repository, bot: id } = access.value;
    const history = await readHistory(repository, id);
    // A repository that cannot be written can still be read: the next publish will make them.
    if (history.ok && history.value.references.remote === undefined)
      await remakeTags(repository, id, history.value);
    return history;
  }

  async #release(bot: BotSnapshot, history: History, version: number): Promise<Result<LiveRelease>> {
    const access = await this.#gate.access(bot);
    if (!access.ok) return access;
    const known = history.versions.find((candidate) => candidate.version === version);
    if (!known) return { ok: false, error: problem('version-missing', String(version)) };
    return readRelease(access.value.repository, access.value.bot, known.commit);
  }

  async #items(bot: BotSnapshot, history: History, version: number) {
    const release = await this.#release(bot, history, version);
    if (!release.ok) return release;
    const snapshot = snapshotOfRelease(release.value);
    return snapshot.ok ? { ok: true as const, value: itemsOf(snapshot.value) } : snapshot;
  }
}

function snapshotOfRelease({ bot, version, commit, files }: LiveRelease): Result<BotSnapshot> {
  const snapshot = botOf(versionRoot(bot, version), files);
  return snapshot ? { ok: true, value: snapshot } : { ok: false, error: problem('integrity', commit) };
}
