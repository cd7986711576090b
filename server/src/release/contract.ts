/**
 * The contract of the release room: what a version is, what a plan says, and what became of a publish. Types only.
 *
 * Everything here is immutable. Failures are values that are told apart by a reason, never by their text.
 */
import type { BotSnapshot } from '../project/snapshot';
import type { Finding } from '../rules/rule';
import type { Change } from './difference/change';
import type { BotId, Oid } from './git/names';
import type { Measurements } from './measurements';

export type { BotId, Oid } from './git/names';
export type * from './difference/change';
export type * from './operations';
export type * from './measurements';

/** What a publish takes from the draft. */
export type ReleaseKind = 'full' | 'nlp' | 'flows';
/** How a version came to be. */
export type VersionKind = ReleaseKind | 'hotfix';

/** Definition files to the byte: path in the bot folder (`/` between segments) to content, in code unit order of the paths. */
export type BotFiles = ReadonlyMap<string, Uint8Array>;

// ---------------------------------------------------------------- failures

export type ReleaseProblemReason =
  /** No git before the workspace is trusted. */
  | 'untrusted'
  /** The bot's folder is in no repository: `git init` can be offered. */
  | 'not-a-repository'
  | 'git-missing'
  | 'dubious-ownership'
  /** A `*.lock` file stands in the way; `path` names it when git did. */
  | 'lock-held'
  | 'not-permitted'
  | 'disk-full'
  | 'timeout'
  | 'cancelled'
  /** A reference moved between reading and writing. */
  | 'ref-moved'
  | 'object-missing'
  /** git knows neither name nor e-mail address of the user. */
  | 'no-identity'
  /** The bot's name cannot be part of a branch name. */
  | 'invalid-name'
  /** A branch or tag stands where the release store wants a folder of references. */
  | 'namespace-blocked'
  /** The live branch is checked out in a worktree. */
  | 'live-checked-out'
  /** LIVE is not known (not fetched, or changed by hand). */
  | 'live-unknown'
  | 'version-missing'
  /** Nothing was restored in this worktree yet. */
  | 'no-backup'
  /** The draft changed while it was being replaced. */
  | 'draft-changed'
  /** There is no LIVE that could be deployed. */
  | 'nothing-live'
  | 'no-hotfix'
  /** What was to be mended is not there, or cannot be mended by a program. */
  | 'nothing-to-mend'
  /** A hotfix holds changes that were not published. */
  | 'hotfix-changed'
  /** A change of the deployment state that makes no sense; the message says why. */
  | 'invalid-change'
  /** What is stored does not match its own record. */
  | 'integrity'
  /** The remote does not answer. */
  | 'remote-unreachable'
  /** The remote does not accept the credentials that git has. */
  | 'remote-denied'
  /** The remote was reached and refused: a protected branch, a hook. */
  | 'remote-refused'
  /** The connection was lost while something was being sent, and the remote could not be asked since. */
  | 'remote-unclear'
  /** The remote cannot move several references in one step. */
  | 'not-atomic'
  /** The live branch of the remote no longer descends from what was read of it. */
  | 'history-rewritten'
  /** A version's tag is another one on the remote. */
  | 'tag-differs'
  | 'remote-missing'
  /** Here and on the remote different releases went live. */
  | 'remote-diverged'
  /** What is live here is not on the remote, and nobody said to send it. */
  | 'only-here'
  /** Anything else that git says. */
  | 'failed';

export interface ReleaseProblem {
  readonly reason: ReleaseProblemReason;
  /** Translated: what happened and what to do next. */
  readonly message: string;
  readonly path?: string;
}

export type Result<T, E = ReleaseProblem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

// ---------------------------------------------------------------- versions

/** SHA-256 (hex). Never confuse them with each other, or with the hashes of training input and artifact. */
export interface PartHashes {
  /** Canonical content of the NLP part: comments, line endings and the order of files do not count. */
  readonly nlp: string;
  /** Canonical content of the flow part. Conversation tests are in neither. */
  readonly flow: string;
  /** Paths and bytes of all definition files: integrity. */
  readonly definition: string;
}

/** A model as a version holds it. */
export interface ModelRecord {
  readonly language: string;
  /** Hash of the training input. */
  readonly input: string;
  /** Hash of the artifact's bytes. */
  readonly artifact: string;
  /** Path in the version's tree. */
  readonly file: string;
}

/** What a gate said of a version. */
export interface GateRecord {
  readonly id: string;
  readonly outcome: GateOutcome;
  readonly reason: string;
  /** It would have blocked: why somebody published all the same. */
  readonly override?: string;
}

/** A gate that would have blocked a version, and why it was published all the same. */
export interface Overridden {
  readonly gate: string;
  readonly reason: string;
}

/** Content of `release.json`. */
export interface ReleaseRecord {
  readonly format: 1;
  readonly bot: string;
  readonly version: number;
  readonly kind: VersionKind;
  readonly notes: string;
  readonly author: { readonly name: string; readonly email: string };
  /** ISO 8601 with the author's offset. */
  readonly date: string;
  /** The commit that holds the same definition files, when HEAD did. */
  readonly source: string | null;
  /** The version that the draft descended from. */
  readonly base: number | null;
  readonly hashes: PartHashes;
  readonly models: readonly ModelRecord[];
  readonly gates: readonly GateRecord[];
}

/** Content of `deployment.json`. */
export interface Deployment {
  readonly format: 1;
  readonly visibility: 'public' | 'internal';
  readonly access: 'password' | 'token' | null;
  readonly status: 'active' | 'inactive';
  /** What is still to come, in the order in which it was scheduled. */
  readonly schedule: readonly ScheduleEntry[];
}

/** A version together with what it holds: a number alone could come to mean something else. */
export interface VersionContent {
  readonly version: number;
  /** Hash of its definition files, as in its record. */
  readonly definition: string;
}

/** Something that is to happen to LIVE by itself. */
export interface ScheduleEntry {
  /** Unique in the schedule. */
  readonly id: number;
  readonly action: 'activate' | 'deactivate' | 'live';
  /** The version to make live; null for the other actions. */
  readonly target: VersionContent | null;
  /** The instant (ISO 8601, UTC). */
  readonly at: string;
  /** The time zone (IANA) in which people said it. */
  readonly zone: string;
  /** What LIVE has to be just before; otherwise nothing happens. */
  readonly expects: VersionContent;
}

/** What one commit of the live branch holds. */
export interface LiveRelease {
  readonly bot: BotId;
  readonly version: number;
  readonly commit: Oid;
  readonly record: ReleaseRecord;
  readonly deployment: Deployment;
  readonly files: BotFiles;
}

/** LIVE of a bot. `unknown` is never taken for `none`. */
export type LiveReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly problem: ReleaseProblem }
  | { readonly kind: 'known'; readonly release: LiveRelease };

/** One line of the list of versions. */
export interface Version {
  readonly version: number;
  readonly kind: VersionKind;
  readonly notes: string;
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  /** The commit that published it. */
  readonly commit: Oid;
  /** Full name of the tag without `refs/tags/`. */
  readonly tag: string;
  readonly source: Oid | null;
  readonly base: number | null;
  /** Language to hash of the training input of the models that it holds. */
  readonly models: ReadonlyMap<string, string>;
  /** Gates that would have blocked it. */
  readonly overrides: readonly Overridden[];
  readonly live: boolean;
}

export interface VersionList {
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly live: number | null;
  /** Set when LIVE is unknown. */
  readonly liveProblem?: ReleaseProblem;
}

// ---------------------------------------------------------------- plan

export type GateId =
  | 'validation'
  | 'trained'
  | 'tests'
  | 'nlp-quality'
  | 'first-publish'
  | 'nlp-changed'
  | 'intents-removed'
  | 'live-links'
  | 'nothing-changed'
  | 'drift';

/** The gates that judge how good a bot is, not whether it holds together: `release.overrides` in bot.yaml can name them. */
export type OverridableGate = Extract<GateId, 'tests' | 'nlp-quality'>;

/** Why somebody publishes although these gates block. */
export interface GateOverride {
  readonly gates: readonly OverridableGate[];
  readonly reason: string;
}

export type GateOutcome = 'pass' | 'warn' | 'block';

export interface GateResult {
  readonly id: GateId;
  /** Translated name of the gate. */
  readonly title: string;
  readonly outcome: GateOutcome;
  /** One translated sentence. */
  readonly reason: string;
  /** One line each: findings, intents with the LIVE dialogs linked to them, what would be overwritten. */
  readonly details: readonly string[];
  /** Command that mends it. */
  readonly mend?: string;
  /** It would block: why somebody publishes all the same. */
  readonly override?: string;
  /** It blocks, and the configuration allows to override it with a reason. */
  readonly overridable?: true;
}

/** A model that the composed bot needs. */
export interface ModelNeed {
  readonly language: string;
  /** Hash of the training input of the composed bot in this language. */
  readonly input: string;
  /** Found in the model store or in a version, and its bytes are sound. */
  readonly model?: { readonly bytes: Uint8Array; readonly artifact: string };
  /** Why this language cannot be trained. */
  readonly problems: readonly string[];
}

/** The version from which a part of the draft descends. */
export interface Base {
  readonly version: number;
  /** Versions that it descends from in turn, itself included. */
  readonly ancestors: ReadonlySet<number>;
}

/** The parts descend from different versions after NLP only was published over somebody else's flows. */
export interface Bases {
  readonly nlp: Base | undefined;
  readonly flow: Base | undefined;
}

/** What LIVE holds although the draft does not descend from it, by part; undefined when the base is not known. */
export interface Drift {
  readonly nlp: readonly Change[] | undefined;
  readonly flow: readonly Change[] | undefined;
}

/** What would be published, and against what. An immutable value; gates are pure functions of it. */
export interface PlanFacts {
  readonly bot: BotId;
  readonly kind: ReleaseKind;
  /** The flows that were chosen; empty for any other kind. */
  readonly flows: readonly string[];
  readonly live: LiveReading;
  /** LIVE's files as a bot; set when LIVE is known. */
  readonly liveBot?: BotSnapshot;
  /** What would be live. */
  readonly files: BotFiles;
  readonly composed: BotSnapshot;
  readonly draft: BotSnapshot;
  readonly hashes: PartHashes;
  /** Every finding that counts, of what would be live. */
  readonly findings: readonly Finding[];
  readonly models: readonly ModelNeed[];
  /** From LIVE to what would be live. */
  readonly difference: readonly Change[];
  readonly bases: Bases;
  readonly drift: Drift;
  /** Why the user said to overwrite it. */
  readonly overwriteLive: string | undefined;
  /** Gates that the user said to override, and why. */
  readonly override: GateOverride | undefined;
  /** What was measured for the gates that need it. */
  readonly measured: Measurements;
  /** Why NLP of the draft and flows of LIVE cannot be put together. */
  readonly composeProblem?: string;
  /** The commit that holds the same definition files as the draft. */
  readonly source: Oid | null;
}

export interface ReleasePlan extends PlanFacts {
  readonly gates: readonly GateResult[];
  /** No gate blocks. */
  readonly possible: boolean;
  /** LIVE's commit that it was planned against; null without LIVE. */
  readonly liveCommit: Oid | null;
  /** SHA-256 over kind, files and models: what would be written, the notes aside. */
  readonly contentHash: string;
  /** The number that it would get. */
  readonly nextVersion: number;
  /** Prefilled notes from the difference. */
  readonly notes: string;
}

// ---------------------------------------------------------------- outcomes

export type PublishResult =
  | {
      readonly outcome: 'published';
      readonly version: number;
      readonly kind: VersionKind;
      readonly commit: Oid;
      readonly tag: string;
      /** What the gates said; none blocked. */
      readonly gates: readonly GateResult[];
      /** What did not work after the release was live (the tag is remade later, …). */
      readonly warnings: readonly string[];
    }
  | { readonly outcome: 'blocked'; readonly plan: ReleasePlan }
  /** LIVE moved since the plan was made; `message` says who published what. */
  | { readonly outcome: 'outdated'; readonly message: string; readonly live: LiveReading }
  | { readonly outcome: 'failed'; readonly problem: ReleaseProblem };

export type MakeLiveResult =
  | {
      readonly outcome: 'live';
      readonly version: number;
      readonly commit: Oid;
      readonly warnings: readonly string[];
    }
  | { readonly outcome: 'outdated'; readonly message: string; readonly live: LiveReading }
  | { readonly outcome: 'failed'; readonly problem: ReleaseProblem };

/** How the draft's training stands, per language. */
export interface TrainingState {
  /** `unknown`: nothing is looked up before the workspace is trusted. */
  readonly state: 'trained' | 'stale' | 'never' | 'untrainable' | 'unknown';
  /** Phrases: what changed since the last training, or why it cannot be trained. */
  readonly changes: readonly string[];
}

/** Somebody published what this draft does not have. */
export interface LiveDrift {
  readonly version: number;
  readonly kind: VersionKind;
  readonly author: string;
  readonly changes: readonly Change[];
}

/** Everything that status bar and views say about a bot. */
export interface ReleaseState {
  readonly bot: string;
  readonly live: LiveReading;
  readonly training: TrainingState;
  readonly full: { readonly possible: boolean; readonly reasons: readonly string[] };
  readonly nlp: { readonly possible: boolean; readonly reasons: readonly string[] };
  /** From LIVE to the draft; empty without LIVE. */
  readonly changes: readonly Change[];
  /** What LIVE holds and the draft does not descend from; absent when there is nothing like that. */
  readonly drift?: LiveDrift;
  /** The bot lies in a hotfix worktree that was made from this version. */
  readonly hotfixOf?: number;
  /** Why there is no release store. */
  readonly problem?: ReleaseProblem;
}
