import type { Uri } from '../text/uri';
import type { ReleaseKind, Request, VersionKind } from './connection';
import type { NlpComparisonRow } from './evaluation';

export type GateOutcome = 'pass' | 'warn' | 'block';

export interface GateView {
  readonly id: string;
  readonly title: string;
  readonly outcome: GateOutcome;
  readonly reason: string;
  readonly details: readonly string[];
  /** Command that mends it. */
  readonly mend?: string;
  /** It would block: why it is published all the same. */
  readonly override?: string;
  /** It blocks, and may be overridden with a reason. */
  readonly overridable?: true;
}

export interface EditView {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  readonly text: string;
}

export interface ChangeView {
  readonly part: 'nlp' | 'flow' | 'test';
  readonly change: 'added' | 'removed' | 'changed' | 'renamed';
  readonly symbol: string;
  readonly name: string;
  /** Such as "Intent book_train added". */
  readonly title: string;
  /** One phrase with details, such as "3 expressions added, texts changed". */
  readonly detail: string;
  /** What differs inside, a line each; the first ones when they are many. */
  readonly edits: readonly EditView[];
  /** How many edits are left out. */
  readonly more: number;
  /** Path in the bot folder on either side, for the native diff; absent where the side has no such file. */
  readonly before?: string;
  readonly after?: string;
}

/** What users say, as expressions and tests have it, that would be understood otherwise than in LIVE. */
export interface ChangedUnderstandingView {
  /** How many sentences there are. */
  readonly of: number;
  /** How many of these were asked; of very many a part. */
  readonly asked: number;
  /** How many of them would be understood otherwise. */
  readonly changed: number;
  /** The first of these, what matters most first; places are those of the draft. */
  readonly rows: readonly NlpComparisonRow[];
}

export interface PlanView {
  readonly root: Uri;
  readonly bot: string;
  readonly kind: ReleaseKind;
  /** The flows that were chosen; empty for any other kind. */
  readonly flows: readonly string[];
  readonly possible: boolean;
  readonly gates: readonly GateView[];
  readonly difference: readonly ChangeView[];
  /** What users say that would be understood otherwise; null without LIVE, and before the NLP is trained. */
  readonly understanding: ChangedUnderstandingView | null;
  /** Notes prefilled from the difference. */
  readonly notes: string;
  /** LIVE's commit that it was planned against; null without LIVE. Goes back with the publish request. */
  readonly liveCommit: string | null;
  /** Hash of what would be published. Goes back with the publish request. */
  readonly contentHash: string;
  /** Version number that the publish would get. */
  readonly nextVersion: number;
  /** Why what LIVE holds and the draft lacks shall be overwritten; null: it shall not. */
  readonly overwriteLive: string | null;
  /** Gates that are overridden, and why; null: none is. */
  readonly override: GateOverrideView | null;
}

/** Gates that shall not block a publish, by their ids, and why. */
export interface GateOverrideView {
  readonly gates: readonly string[];
  readonly reason: string;
}

export type PlanOutcome =
  | { readonly kind: 'planned'; readonly plan: PlanView }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface PlanParams {
  readonly bot: Uri;
  readonly release: ReleaseKind;
  /** For `flows`: the names of those that are chosen. */
  readonly flows?: readonly string[];
  /** Why what LIVE holds and the draft does not descend from shall be overwritten. */
  readonly overwriteLive?: string | null;
  /** Counts for gates that `release.overrides` in bot.yaml names. */
  readonly override?: GateOverrideView | null;
  readonly workDoneToken?: string;
}

/**
 * Plans a publish, which measures the NLP beside that of LIVE where bot.yaml asks for it. Reports work-done progress on
 * `workDoneToken`; obeys request cancellation.
 */
export const PlanRequest: Request<PlanParams, PlanOutcome> = {
  method: 'botlane/plan',
};

/** Flows that differ from LIVE; those of one choice share files and go together. */
export interface FlowChoiceView {
  readonly flows: readonly string[];
  readonly changes: readonly ChangeView[];
}

export type FlowChoicesOutcome =
  | { readonly kind: 'choices'; readonly choices: readonly FlowChoiceView[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** What can be chosen for a publish of selected flows. */
export const FlowChoicesRequest: Request<{ readonly bot: Uri }, FlowChoicesOutcome> = {
  method: 'botlane/flowChoices',
};

export interface PublishParams extends PlanParams {
  readonly notes: string;
  /** From the plan that the user saw; publishing anything else is refused as outdated. */
  readonly liveCommit: string | null;
  readonly contentHash: string;
}

export type PublishOutcome =
  | { readonly kind: 'published'; readonly version: number; readonly commit: string; readonly tag: string }
  /** Draft or LIVE changed since the plan was shown; `reason` says who published what. */
  | { readonly kind: 'outdated'; readonly reason: string }
  | { readonly kind: 'blocked'; readonly plan: PlanView }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string };

export const PublishRequest: Request<PublishParams, PublishOutcome> = { method: 'botlane/publish' };

export interface VersionView {
  readonly version: number;
  readonly kind: VersionKind;
  readonly notes: string;
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  readonly commit: string;
  readonly live: boolean;
  /** Gates that would have blocked it, each with the reason why it was published, a sentence each. */
  readonly overrides: readonly string[];
}

export type VersionsOutcome =
  | { readonly kind: 'versions'; readonly live: number | null; readonly versions: readonly VersionView[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Newest first; with `search`, those whose notes, author, kind or number hold every word. */
export const VersionsRequest: Request<{ readonly bot: Uri; readonly search?: string }, VersionsOutcome> = {
  method: 'botlane/versions',
};

/** What changed from the version before `version` to it. */
export const VersionChangesRequest: Request<
  { readonly bot: Uri; readonly version: number },
  { readonly previous: number | null; readonly changes: readonly ChangeView[] } | null
> = { method: 'botlane/versionChanges' };

/** What is compared. */
export type SideRef =
  | { readonly kind: 'draft' }
  | { readonly kind: 'live' }
  | { readonly kind: 'version'; readonly version: number };

export type CompareOutcome =
  | {
      readonly kind: 'compared';
      /** What the sides are, in words. */
      readonly before: string;
      readonly after: string;
      readonly changes: readonly ChangeView[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** What differs in meaning between any two of draft (as it stands in the editor), LIVE and versions. */
export const CompareRequest: Request<
  { readonly bot: Uri; readonly before: SideRef; readonly after: SideRef },
  CompareOutcome
> = { method: 'botlane/compare' };

/** What changed from LIVE to the draft. */
export const DraftChangesRequest: Request<{ readonly bot: Uri }, readonly ChangeView[]> = {
  method: 'botlane/draftChanges',
};

export type MakeLiveOutcome =
  | {
      readonly kind: 'live';
      readonly version: number;
      readonly commit: string;
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'outdated'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

export const MakeLiveRequest: Request<{ readonly bot: Uri; readonly version: number }, MakeLiveOutcome> = {
  method: 'botlane/makeLive',
};

export interface LivePreviewView {
  /** From LIVE to the version; undefined when LIVE cannot be read. */
  readonly changes?: readonly ChangeView[];
  /** What speaks against it, each a sentence. */
  readonly doubts: readonly string[];
}

export type LivePreviewOutcome =
  | { readonly kind: 'preview'; readonly preview: LivePreviewView }
  | { readonly kind: 'refused'; readonly reason: string };

/** What making a version live would change, and what speaks against it. */
export const LivePreviewRequest: Request<
  { readonly bot: Uri; readonly version: number },
  LivePreviewOutcome
> = { method: 'botlane/livePreview' };

export type LiveAtOutcome =
  /** `sentence` says what was live, since when, and by whom. */
  | { readonly kind: 'found'; readonly sentence: string; readonly version: number | null }
  | { readonly kind: 'refused'; readonly reason: string };

/** What was live at a time: `2026-11-01T12:00`, of the time zone (IANA) unless it has an offset. `locale` (BCP 47) is the reader's. */
export const LiveAtRequest: Request<
  { readonly bot: Uri; readonly at: string; readonly zone: string; readonly locale?: string },
  LiveAtOutcome
> = { method: 'botlane/liveAt' };

export type ExportOutcome =
  | { readonly kind: 'zip'; readonly name: string; readonly content: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** A version as a zip file, in base 64. */
export const ExportVersionRequest: Request<{ readonly bot: Uri; readonly version: number }, ExportOutcome> = {
  method: 'botlane/exportVersion',
};

export type RestoreOutcome =
  | {
      readonly kind: 'restored';
      readonly written: number;
      readonly removed: number;
      readonly canUndo: boolean;
    }
  /** Nothing was done: these files hold work that is in no version and no commit. */
  | { readonly kind: 'unsaved-work'; readonly files: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The files of a version into the draft, on disk; `version` null brings back what the draft was before the last restore.
 * Without `force` nothing is done when the draft holds work that is kept nowhere else.
 */
export const RestoreRequest: Request<
  { readonly bot: Uri; readonly version: number | null; readonly force?: boolean },
  RestoreOutcome
> = { method: 'botlane/restore' };

/** `git init` in the workspace folder of the bot; only ever on the user's word. */
export const InitializeRepositoryRequest: Request<
  { readonly bot: Uri },
  | { readonly kind: 'initialized'; readonly folder: Uri }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/initializeRepository' };
