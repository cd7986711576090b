/** What editor and CLI ask of the release room. Types only. */
import type { TrainingData, TrainOptions, TrainResult } from '../nlp/contract';
import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import type { Finding, LiveState } from '../rules/rule';
import type {
  Change,
  Deployment,
  GateOverride,
  Comparison,
  LiveReading,
  LiveRelease,
  MakeLiveResult,
  Oid,
  PublishResult,
  ReleaseKind,
  ReleasePlan,
  ReleaseProblem,
  ReleaseState,
  Result,
  ScheduleEntry,
  Side,
  VersionList,
} from './contract';

// ---------------------------------------------------------------- training

/** A model in the model store. */
export interface StoredModel {
  readonly language: string;
  readonly input: string;
  readonly artifact: string;
  /** Where its bytes lie on disk. */
  readonly path: string;
  /** It was there already: nothing had changed. */
  readonly reused: boolean;
}

export type TrainingResult =
  | { readonly outcome: 'trained'; readonly models: readonly StoredModel[] }
  | { readonly outcome: 'cancelled' }
  /** Sentences that say why a language cannot be trained. */
  | { readonly outcome: 'refused'; readonly reasons: readonly string[] };

/** Trains one language; in a worker thread where there is one. */
export type Trainer = (data: TrainingData, options: TrainOptions) => Promise<TrainResult>;

/** A model with its bytes, from the store or from a version. */
export interface ModelBytes {
  readonly bytes: Uint8Array;
  readonly input: string;
  readonly artifact: string;
}

// ---------------------------------------------------------------- the remote

/** Through which remote a repository publishes. */
export interface RemoteState {
  /** Undefined: versions are published in this repository only. */
  readonly name: string | undefined;
  /** Names of the remotes that the repository has. */
  readonly known: readonly string[];
}

export interface RemoteChange {
  /** Bots whose releases were sent to the remote because they were only here. */
  readonly sent: readonly string[];
}

// ---------------------------------------------------------------- hotfix and drift

/** What taking LIVE into the draft did; paths in the bot folder. */
export interface TakeResult {
  readonly version: number;
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  /** Files with conflict markers, and files that one side changed and the other deleted. */
  readonly conflicts: readonly string[];
}

/** LIVE being mended, outside of the draft. */
export interface HotfixState {
  /** The folder of the bot there (a path). */
  readonly folder: string;
  /** The version that it was made from. */
  readonly version: number;
  /** It holds changes that were not published. */
  readonly changed: boolean;
}

// ---------------------------------------------------------------- the doctor

/** Something that keeps a bot from being published, or its versions from being read. */
export interface Ailment {
  /** Tells it from the others of the bot; stays the same as long as it lasts. */
  readonly id: string;
  /** One sentence. */
  readonly what: string;
  /** How it came about, and what to do; may be empty. */
  readonly why: string;
  /** What mending does; absent where no program can mend it. */
  readonly mend?: string;
}

// ---------------------------------------------------------------- deployment

/** A change of the deployment state. */
export type DeploymentChange =
  | { readonly kind: 'status'; readonly status: Deployment['status'] }
  | { readonly kind: 'visibility'; readonly visibility: Deployment['visibility'] }
  | { readonly kind: 'access'; readonly access: Deployment['access'] }
  | {
      readonly kind: 'schedule';
      readonly action: ScheduleEntry['action'];
      /** For `live`: which one. */
      readonly version?: number;
      /** What a clock shows, such as `2026-12-01T09:00`, or with an offset. */
      readonly at: string;
      /** IANA time zone. */
      readonly zone: string;
    }
  | { readonly kind: 'unschedule'; readonly id: number };

/** An entry of the schedule as people see it. */
export interface ScheduleView {
  readonly id: number;
  readonly action: ScheduleEntry['action'];
  readonly version: number | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly zone: string;
  /** The version that has to be live then. */
  readonly expects: number;
  /** `missed`: its time came and LIVE was something else; `will-not`: so it will be, as things stand. */
  readonly outlook: 'waiting' | 'will-not' | 'missed';
  /** A sentence that says why not. */
  readonly reason?: string;
}

/** How a bot is deployed now. */
export interface DeploymentState {
  readonly version: number;
  readonly visibility: Deployment['visibility'];
  readonly access: Deployment['access'];
  readonly status: Deployment['status'];
  readonly schedule: readonly ScheduleView[];
  /** What speaks against it, each a sentence. */
  readonly doubts: readonly string[];
}

export type DeployResult =
  | {
      readonly outcome: 'deployed';
      readonly commit: Oid;
      readonly state: DeploymentState;
      readonly warnings: readonly string[];
    }
  /** It was so already; nothing was written. */
  | { readonly outcome: 'unchanged'; readonly state: DeploymentState }
  | { readonly outcome: 'outdated'; readonly message: string; readonly live: LiveReading }
  | { readonly outcome: 'failed'; readonly problem: ReleaseProblem };

// ---------------------------------------------------------------- the service

export interface PlanOptions {
  /** For the kind `flows`: the names of those that are chosen. */
  readonly flows?: readonly string[];
  /** Why what LIVE holds and the draft does not descend from shall be overwritten. */
  readonly overwriteLive?: string | undefined;
  /** Gates that shall not block, and why; it counts where `release.overrides` in bot.yaml names them. */
  readonly override?: GateOverride | undefined;
  readonly signal?: AbortSignal;
}

/** Flows that can be chosen for a publish; those of one choice share files and go together. */
export interface FlowChoice {
  readonly flows: readonly string[];
  /** From LIVE to the draft. */
  readonly changes: readonly Change[];
}

/** What making a version live would do. */
export interface LivePreview {
  /** From LIVE to the version; undefined when LIVE cannot be read, which must not keep anybody from going back. */
  readonly comparison: Comparison | undefined;
  /** What speaks against it, each a sentence. */
  readonly doubts: readonly string[];
}

export interface RestoreOptions {
  /** The user knows that the draft holds work that is in no version and no commit. It is kept all the same. */
  readonly force?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export type RestoreResult =
  | {
      readonly outcome: 'restored';
      /** How many files were written and removed. */
      readonly written: number;
      readonly removed: number;
      /** The commit that keeps what the draft was; null when it was the same already. */
      readonly backup: Oid | null;
      readonly warnings: readonly string[];
    }
  /** Nothing was done: these files hold work that is in no version and no commit. */
  | { readonly outcome: 'unsaved-work'; readonly files: readonly string[] }
  | { readonly outcome: 'failed'; readonly problem: ReleaseProblem };

/** What was in force at some time, and which change of LIVE had made it so. */
export interface LiveAt {
  readonly version: number;
  /** Since when (ISO 8601). */
  readonly since: string;
  readonly action: 'publish' | 'switch' | 'deploy' | 'schedule';
  readonly author: string;
  /** The commit of the live branch that was its head. */
  readonly commit: Oid;
}

/** A step of a publish; after `moving` it cannot be cancelled any more. */
export type PublishStep = 'checking' | 'writing' | 'verifying' | 'moving' | 'tagging';

export interface PublishOptions {
  readonly notes: string;
  readonly signal?: AbortSignal;
  readonly onStep?: (step: PublishStep) => void;
}

/**
 * What editor and CLI ask of releases. `bot` is a bot of the draft; plan and publish read its files from disk, as saved,
 * whatever the snapshot says. Never throws for what a user, a file or a repository can do.
 */
export interface Releases {
  /** LIVE as rules compare with it, and what of it the draft does not descend from. Cheap when nothing moved. */
  liveState(bot: BotSnapshot): Promise<LiveState>;
  live(bot: BotSnapshot): Promise<LiveReading>;
  /** LIVE's files as a bot with addresses `botlive:/<bot>/<path>`; undefined when LIVE is not known. */
  liveBot(bot: BotSnapshot): Promise<BotSnapshot | undefined>;
  /** For status bar and views, of the snapshot as it stands in the editor. */
  state(bot: BotSnapshot, project: ProjectSnapshot): Promise<ReleaseState>;
  plan(
    bot: BotSnapshot,
    project: ProjectSnapshot,
    kind: ReleaseKind,
    options?: PlanOptions,
  ): Promise<Result<ReleasePlan>>;
  /**
   * Takes note of what gates would find in a bot by itself, so that a publish of the same does not check it again.
   *
   * @param live what it was compared with
   */
  noteFindings(bot: BotSnapshot, live: LiveState, findings: readonly Finding[]): Promise<void>;
  /** What can be chosen for a publish of selected flows: what differs from LIVE. */
  flowChoices(bot: BotSnapshot): Promise<Result<readonly FlowChoice[]>>;
  publish(bot: BotSnapshot, plan: ReleasePlan, options: PublishOptions): Promise<PublishResult>;
  versions(bot: BotSnapshot): Promise<Result<VersionList>>;
  version(bot: BotSnapshot, version: number): Promise<Result<LiveRelease>>;
  /** Git directory that all worktrees of the bot's repository share (a path): where references move. */
  commonDirectory(bot: BotSnapshot): Promise<string | undefined>;
  /** A version's files as a bot with addresses `botversion:/<bot>/v<number>/<path>`. */
  versionBot(bot: BotSnapshot, version: number): Promise<Result<BotSnapshot>>;
  /** What changed from the version before `version` to it. */
  versionChanges(
    bot: BotSnapshot,
    version: number,
  ): Promise<Result<{ readonly previous: number | null; readonly changes: readonly Change[] }>>;
  /** What making a version live would change, and what speaks against it by the rules of today. Writes nothing. */
  previewLive(bot: BotSnapshot, version: number): Promise<Result<LivePreview>>;
  /** What was live at an instant, by the log of the live branch; undefined: nothing was. */
  liveAt(bot: BotSnapshot, instant: Date): Promise<Result<LiveAt | undefined>>;
  /** A version as a zip file: the same bytes whenever and wherever it is made. */
  exportVersion(bot: BotSnapshot, version: number): Promise<Result<Uint8Array>>;
  /** The files of a version into the work tree, on disk: unsaved editors are not known here. */
  restore(bot: BotSnapshot, version: number, options?: RestoreOptions): Promise<RestoreResult>;
  undoRestore(bot: BotSnapshot, options?: RestoreOptions): Promise<RestoreResult>;
  /** What differs in meaning between any two of draft, LIVE and versions. */
  compare(bot: BotSnapshot, before: Side, after: Side): Promise<Result<Comparison>>;
  makeLive(
    bot: BotSnapshot,
    version: number,
    options?: { readonly signal?: AbortSignal },
  ): Promise<MakeLiveResult>;
  /** Merges what LIVE holds into the draft, on disk. */
  take(bot: BotSnapshot, options?: { readonly signal?: AbortSignal }): Promise<Result<TakeResult>>;
  /** The hotfix of the bot that is under way; undefined when there is none. */
  hotfix(bot: BotSnapshot): Promise<Result<HotfixState | undefined>>;
  /** Makes a worktree with LIVE's files outside of the repository; answers the one that is there. */
  startHotfix(bot: BotSnapshot, options?: { readonly signal?: AbortSignal }): Promise<Result<HotfixState>>;
  /** Removes it; what was changed there and not published only with `discard`. */
  abandonHotfix(bot: BotSnapshot, options: { readonly discard: boolean }): Promise<Result<undefined>>;
  /** What is wrong with the store of a bot. Asks the remote, where there is one; changes nothing. */
  examine(bot: BotSnapshot, options?: { readonly signal?: AbortSignal }): Promise<Result<readonly Ailment[]>>;
  /** Mends one thing, on the user's word. */
  mend(bot: BotSnapshot, ailment: string): Promise<Result<undefined>>;
  /** How the bot is deployed; undefined when nothing is live. */
  deployment(bot: BotSnapshot): Promise<Result<DeploymentState | undefined>>;
  deploy(
    bot: BotSnapshot,
    change: DeploymentChange,
    options?: { readonly signal?: AbortSignal },
  ): Promise<DeployResult>;
  /** When the schedule changes LIVE next, as LIVE was read last (milliseconds since 1970); undefined: not by itself. */
  nextSwitch(bot: BotSnapshot): Promise<number | undefined>;
  remote(bot: BotSnapshot): Promise<Result<RemoteState>>;
  /**
   * Publishes through `name` from now on; undefined: in this repository only. Nothing changes unless it was reached.
   *
   * @param options `send`: releases that are only here may be sent there; without it that is refused as `only-here`
   */
  setRemote(
    bot: BotSnapshot,
    name: string | undefined,
    options?: { readonly send?: boolean; readonly signal?: AbortSignal },
  ): Promise<Result<RemoteChange>>;
  /** Brings LIVE and versions of the remote here; does nothing without a remote. */
  fetch(bot: BotSnapshot, options?: { readonly signal?: AbortSignal }): Promise<Result<undefined>>;
  /** Trains what is not trained yet, and keeps it in the model store. */
  train(bot: BotSnapshot, trainer: Trainer, options?: TrainOptions): Promise<Result<TrainingResult>>;
  /** The model of the draft in one language; the last one that was trained when the present input has none. */
  draftModel(
    bot: BotSnapshot,
    language: string,
  ): Promise<Result<{ readonly model: ModelBytes; readonly stale: boolean } | undefined>>;
  liveModel(bot: BotSnapshot, language: string): Promise<Result<ModelBytes | undefined>>;
  /** `git init` in `folder` (a path); only ever on the user's word. */
  initializeRepository(folder: string): Promise<Result<undefined>>;
}
