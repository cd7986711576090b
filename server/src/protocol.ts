/**
 * What client and server say to each other beyond LSP: names and types only. The client imports nothing else of the
 * server. Everything here is plain JSON. Addresses (`Uri`) are strings in normal form; a bot is told by the address of
 * its folder, which stays the same while its name is being edited.
 */
import type { PictureElement } from './features/flowGraph/element';
import type { Range } from './text/range';
import type { Uri } from './text/uri';

export type { PictureElement } from './features/flowGraph/element';
export type { Range } from './text/range';
export type { Uri } from './text/uri';

/** A request with the types of its parameters and its result; only `method` exists at run time. */
export interface Request<Params, Result> {
  readonly method: string;
  readonly types?: (params: Params) => Result;
}

/** A notification with the type of its parameters. */
export interface Notification<Params> {
  readonly method: string;
  readonly types?: (params: Params) => void;
}

/** Sent by the client with `initialize`. */
export interface InitializationOptions {
  /** Before the workspace is trusted the server runs no git and no training. */
  readonly trusted: boolean;
  /** The client has views, and commands of VS Code: it is told when what they show may have changed. */
  readonly views?: boolean;
  /** Largest definition file that is read, in bytes. */
  readonly maxFileSize?: number;
  /** Address of the translation bundle for server messages. */
  readonly l10nUri?: string;
}

/** Scheme of LIVE's files: `botlive:/<bot>/<path in the bot folder>`. */
export const LIVE_SCHEME = 'botlive';
/** Scheme of a version's files: `botversion:/<bot>/v<number>/<path in the bot folder>`. */
export const VERSION_SCHEME = 'botversion';
/** Language id of definition files. */
export const LANGUAGE_ID = 'bot-definition';

export type Environment = 'draft' | 'live';
export type ReleaseKind = 'full' | 'nlp' | 'flows';
/** How a version came to be. */
export type VersionKind = ReleaseKind | 'hotfix';

// ---------------------------------------------------------------- views

export interface Place {
  readonly uri: Uri;
  /** The name. */
  readonly range: Range;
}

/** How a definition of the draft stands against LIVE; absent when LIVE is not known or the node is LIVE's own. */
export type LiveBadge = 'added' | 'changed' | 'same';

export interface NamedNode extends Place {
  readonly name: string;
  readonly badge?: LiveBadge;
}

export interface IntentNode extends NamedNode {
  /** Number of expressions in all languages. */
  readonly expressions: number;
}

export interface FlowNode extends NamedNode {
  readonly dialogs: readonly NamedNode[];
}

export interface EntityNode extends NamedNode {
  readonly type: string;
}

export interface BotNode extends Place {
  readonly root: Uri;
  readonly id: string;
  readonly title?: string;
  readonly environment: Environment;
  /** Language codes, the default first. */
  readonly languages: readonly string[];
  readonly intents: readonly IntentNode[];
  readonly flows: readonly FlowNode[];
  readonly entities: readonly EntityNode[];
  readonly tests: readonly NamedNode[];
}

/** The bots of the workspace as the Bots view shows them. LIVE lists only bots that have a LIVE. */
export const BotsRequest: Request<{ readonly environment: Environment }, readonly BotNode[]> = {
  method: 'botlane/bots',
};

export type LiveView =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'known'; readonly version: number; readonly commit: string };

/** `stale` and `never` say in `changes` what training would bring; `untrainable` says there why it cannot. */
export interface NlpView {
  readonly state: 'trained' | 'stale' | 'never' | 'untrainable' | 'unknown';
  readonly changes: readonly string[];
}

export interface Possibility {
  readonly possible: boolean;
  /** Reasons of the gates that block, each a sentence. */
  readonly reasons: readonly string[];
}

/** Everything that the status bar item and the DRAFT entry of the Versions view say about a bot. */
export interface BotState {
  readonly root: Uri;
  readonly id: string;
  readonly live: LiveView;
  readonly nlp: NlpView;
  readonly full: Possibility;
  readonly nlpOnly: Possibility;
  /** Number of definitions that differ between draft and LIVE; 0 without LIVE. */
  readonly changes: number;
  /** Somebody published what this draft does not have: a hotfix, or work of others. */
  readonly drift: {
    readonly version: number;
    readonly kind: VersionKind;
    readonly author: string;
    /** One line each. */
    readonly changes: readonly string[];
  } | null;
  /** The bot lies in a hotfix worktree that was made from this version. */
  readonly hotfixOf: number | null;
  /** Why there is no release store: no repository (`git init` is offered), no trust, no git. */
  readonly store:
    | { readonly kind: 'ready' }
    | { readonly kind: 'no-repository' | 'untrusted' | 'unavailable'; readonly reason: string };
}

export const StateRequest: Request<{ readonly bot: Uri }, BotState | null> = { method: 'botlane/state' };

// ---------------------------------------------------------------- editing

/** The expressions of an intent file that a selection meets. */
export interface ExpressionSelection {
  readonly uri: Uri;
  readonly range: Range;
}

/** An intent that they can move to, with the number of its expressions in their language. */
export interface MoveTarget {
  readonly intent: string;
  readonly expressions: number;
}

/** Likely targets first. Empty when no expression is selected. */
export const MoveTargetsRequest: Request<ExpressionSelection, readonly MoveTarget[]> = {
  method: 'botlane/moveTargets',
};

/** The server sends the edit by itself (`workspace/applyEdit`). */
export const MoveExpressionsRequest: Request<
  ExpressionSelection & { readonly intent: string },
  { readonly kind: 'moved' } | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/moveExpressions' };

/** What a bot has elsewhere that refers to what is deleted. */
export interface LeftBehind {
  /** The folder of the bot. */
  readonly bot: Uri;
  readonly names: readonly string[];
  readonly uses: number;
  /** The definition files that go. */
  readonly files: readonly Uri[];
  /** Intents that go and to which dialogs are linked. */
  readonly intents: readonly string[];
  /** Intents that stay, to which these dialogs could be linked. */
  readonly others: readonly string[];
}

/** What is defined in these files or folders only and used elsewhere: asked before they are deleted. One per bot. */
export const LeftBehindRequest: Request<{ readonly uris: readonly Uri[] }, readonly LeftBehind[]> = {
  method: 'botlane/leftBehind',
};

/**
 * Links the dialogs of intents to another one, or takes their triggers out where there is no other. The server sends the
 * edit by itself (`workspace/applyEdit`).
 */
export const RelinkRequest: Request<
  { readonly bot: Uri; readonly intents: readonly string[]; readonly to?: string },
  { readonly kind: 'relinked' } | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/relink' };

export interface NewDefinitionParams {
  readonly kind: 'bot' | 'intent' | 'flow';
  /** For a bot the folder in which its own will be; else the folder of the bot. */
  readonly place: Uri;
  readonly name: string;
  /** For a bot: the language that it begins with. */
  readonly language?: string;
}

export type NewDefinitionOutcome =
  | {
      readonly kind: 'made';
      readonly files: readonly { readonly uri: Uri; readonly text: string }[];
      /** The file to open, and the line (from zero) at whose end the work goes on. */
      readonly open: Uri;
      readonly line: number;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Codes of the languages in which a new bot can begin, the default first. */
export const NewBotLanguagesRequest: Request<Record<string, never>, readonly string[]> = {
  method: 'botlane/newBotLanguages',
};

/** What a new bot, intent or flow of this name would be; the client writes it. Also tells whether a name can be used. */
export const NewDefinitionRequest: Request<NewDefinitionParams, NewDefinitionOutcome> = {
  method: 'botlane/newDefinition',
};

// ---------------------------------------------------------------- flow graph

export interface FlowGraphParams {
  readonly bot: Uri;
  readonly environment: Environment;
  /** Only this flow, with what leads into it and where it leads. */
  readonly flow?: string;
}

/** Something in the picture, in pixels from its corner at the left and top. */
export interface FlowGraphBox {
  /** The same as long as names stay; the picture's elements bear it as `data-box`. */
  readonly id: string;
  readonly title: string;
  /** Everything that the picture says about it, for those who do not see it. */
  readonly description: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where it is defined: the name, and the whole of it. */
  readonly source?: Place & { readonly extent: Range };
}

export interface FlowGraphView {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly picture: PictureElement;
  readonly boxes: readonly FlowGraphBox[];
  /** Arrows by the ids of boxes. */
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

/** The dialogs of a bot or a flow as a picture; `cancelled` when the request was. */
export const FlowGraphRequest: Request<
  FlowGraphParams,
  | { readonly kind: 'drawn'; readonly graph: FlowGraphView }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/flowGraph' };

/** The same as the text of an SVG file. */
export const FlowGraphSvgRequest: Request<
  FlowGraphParams,
  | { readonly kind: 'svg'; readonly text: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/flowGraphSvg' };

// ---------------------------------------------------------------- NLP

export interface TrainedModel {
  readonly language: string;
  /** SHA-256 of the training input and of the artifact's bytes. */
  readonly input: string;
  readonly artifact: string;
  readonly path: string;
  /** The model was there already: nothing had changed. */
  readonly reused: boolean;
}

export type TrainOutcome =
  | { readonly kind: 'trained'; readonly models: readonly TrainedModel[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** Trains the draft. Reports work-done progress on `workDoneToken`; obeys request cancellation. */
export const TrainRequest: Request<{ readonly bot: Uri; readonly workDoneToken?: string }, TrainOutcome> = {
  method: 'botlane/train',
};

export interface UnderstandParams {
  readonly bot: Uri;
  readonly environment: Environment;
  readonly text: string;
  /** The bot's default language when absent. */
  readonly language?: string;
}

export interface Understanding {
  readonly language: string;
  readonly intents: readonly { readonly name: string; readonly score: number }[];
  readonly entities: readonly {
    readonly entity: string;
    readonly value: string | number;
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly score: number;
  }[];
  /** The best intent's score is above the threshold. */
  readonly understood: boolean;
  readonly threshold: number;
  /** The dialog that would follow in a fresh conversation; the not-understood dialog when nothing is understood. */
  readonly dialog?: NamedNode;
  /** What decided for the best intent, strongest first. */
  readonly features: readonly { readonly feature: string; readonly weight: number }[];
  /** The answer comes from a model of an earlier draft, because the present one is not trained. */
  readonly stale: boolean;
}

export type UnderstandOutcome =
  | { readonly kind: 'understood'; readonly result: Understanding }
  | { readonly kind: 'refused'; readonly reason: string };

export const UnderstandRequest: Request<UnderstandParams, UnderstandOutcome> = {
  method: 'botlane/understand',
};

// ---------------------------------------------------------------- conversation tests

/** A test by its file and name; `nth` tells tests of one name in a file apart, from 0. */
export interface TestId {
  readonly uri: Uri;
  readonly name: string;
  readonly nth: number;
}

export interface RunTestsParams {
  readonly bot: Uri;
  /** All tests of the bot when absent. */
  readonly tests?: readonly TestId[];
  /** Goes back with every `TestProgressNotification` of this run. */
  readonly run: string;
}

export interface TestFailureView extends Place {
  readonly message: string;
  /** Set together, where one can be held against the other. */
  readonly expected?: string;
  readonly actual?: string;
}

export type TestProgress =
  /** What is not trained is trained first. */
  | { readonly kind: 'training'; readonly run: string; readonly percentage: number }
  | { readonly kind: 'started'; readonly run: string; readonly test: TestId }
  | {
      readonly kind: 'finished';
      readonly run: string;
      readonly test: TestId;
      /** Milliseconds. */
      readonly duration: number;
      /** Empty when it passed. */
      readonly failures: readonly TestFailureView[];
      /** The conversation as it went, a line per message. */
      readonly conversation: readonly string[];
    };

/** Sent while tests run. */
export const TestProgressNotification: Notification<TestProgress> = { method: 'botlane/testProgress' };

/** What tests came through in a file of intents or flows. */
export interface CoverageView {
  readonly uri: Uri;
  readonly definitions: readonly {
    readonly name: string;
    readonly range: Range;
    readonly reached: boolean;
    readonly branches: readonly { readonly range: Range; readonly reached: boolean }[];
  }[];
}

export type RunTestsOutcome =
  | {
      readonly kind: 'ran';
      readonly passed: number;
      readonly failed: number;
      readonly coverage: readonly CoverageView[];
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Runs conversation tests of the draft as it stands in the editor. Obeys request cancellation. */
export const RunTestsRequest: Request<RunTestsParams, RunTestsOutcome> = { method: 'botlane/runTests' };

// ---------------------------------------------------------------- chat

/** What happens in a chat. The client keeps the conversation; the server answers from it alone. */
export type ChatEvent =
  | { readonly type: 'start' }
  | { readonly type: 'message'; readonly text: string }
  /** The id that came with the button. */
  | { readonly type: 'press'; readonly button: string }
  | { readonly type: 'language'; readonly language: string }
  /** The person plays the web service; `body` is JSON. */
  | { readonly type: 'answer'; readonly effect: number; readonly status: number; readonly body: unknown }
  | { readonly type: 'failed'; readonly effect: number; readonly reason: string };

export interface ChatParams {
  readonly bot: Uri;
  readonly environment: Environment;
  /** What the turn before gave; null for a conversation that begins. */
  readonly session: unknown;
  readonly event: ChatEvent;
  /** Of a conversation that begins; the bot's default language when absent. */
  readonly language?: string;
}

export interface ChatMessageView {
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly url?: string }[];
}

export interface ChatTraceLine {
  readonly text: string;
  readonly isProblem: boolean;
  /** Where the dialog stands that it is about. */
  readonly place?: Place;
}

export interface ChatTurnView {
  /** Goes back with the next turn. */
  readonly session: unknown;
  readonly language: string;
  readonly languages: readonly string[];
  readonly messages: readonly ChatMessageView[];
  /** The call of a web service that the conversation waits for, with an answer that would fit. */
  readonly asked?: {
    readonly effect: number;
    readonly call: string;
    readonly body: string;
    readonly suggestion: string;
  };
  /** The best intent with its score, and the entities that were found; for a message only. */
  readonly heard?: {
    readonly intent: string;
    readonly score: number;
    readonly understood: boolean;
    readonly entities: readonly string[];
  };
  readonly trace: readonly ChatTraceLine[];
  readonly variables: readonly (readonly [name: string, value: string])[];
  readonly contexts: readonly (readonly [name: string, messages: number])[];
  /** The model is of an earlier draft, because the present one is not trained. */
  readonly stale: boolean;
}

export type ChatOutcome =
  | { readonly kind: 'turn'; readonly turn: ChatTurnView }
  | { readonly kind: 'refused'; readonly reason: string };

/** One turn of a chat with the draft as it stands in the editor, or with LIVE. No network is used. */
export const ChatRequest: Request<ChatParams, ChatOutcome> = { method: 'botlane/chat' };

/** A chat as the text of a conversation test of the draft. */
export const ChatTestRequest: Request<
  {
    readonly bot: Uri;
    readonly name: string;
    readonly language: string;
    readonly events: readonly ChatEvent[];
  },
  { readonly kind: 'test'; readonly text: string } | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/chatTest' };

// ---------------------------------------------------------------- release

export type GateOutcome = 'pass' | 'warn' | 'block';

export interface GateView {
  readonly id: string;
  readonly title: string;
  readonly outcome: GateOutcome;
  readonly reason: string;
  readonly details: readonly string[];
  /** Command that mends it. */
  readonly mend?: string;
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

export interface PlanView {
  readonly root: Uri;
  readonly bot: string;
  readonly kind: ReleaseKind;
  /** The flows that were chosen; empty for any other kind. */
  readonly flows: readonly string[];
  readonly possible: boolean;
  readonly gates: readonly GateView[];
  readonly difference: readonly ChangeView[];
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
}

export type PlanOutcome =
  | { readonly kind: 'planned'; readonly plan: PlanView }
  | { readonly kind: 'refused'; readonly reason: string };

export interface PlanParams {
  readonly bot: Uri;
  readonly release: ReleaseKind;
  /** For `flows`: the names of those that are chosen. */
  readonly flows?: readonly string[];
  /** Why what LIVE holds and the draft does not descend from shall be overwritten. */
  readonly overwriteLive?: string | null;
}

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
  readonly workDoneToken?: string;
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

/** What was live at a time: `2026-11-01T12:00`, of the time zone (IANA) unless it has an offset. */
export const LiveAtRequest: Request<
  { readonly bot: Uri; readonly at: string; readonly zone: string },
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

// ---------------------------------------------------------------- hotfix and drift

export type TakeOutcome =
  | {
      readonly kind: 'taken';
      readonly version: number;
      /** Paths in the bot folder. */
      readonly written: readonly string[];
      readonly deleted: readonly string[];
      /** Files with conflict markers, and files that one side changed and the other deleted. */
      readonly conflicts: readonly string[];
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Merges LIVE into the draft. Files are read from disk and written there. */
export const TakeRequest: Request<{ readonly bot: Uri }, TakeOutcome> = { method: 'botlane/take' };

/** Where LIVE is being mended. */
export interface HotfixView {
  readonly folder: Uri;
  /** The version that it was made from. */
  readonly version: number;
  /** It holds changes that were not published. */
  readonly changed: boolean;
}

/** Makes a worktree with LIVE's files outside of the repository, or answers the one that is there. */
export const StartHotfixRequest: Request<
  { readonly bot: Uri },
  | { readonly kind: 'started'; readonly hotfix: HotfixView }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/startHotfix' };

/** Removes that worktree; what was changed there and not published only with `discard`. */
export const AbandonHotfixRequest: Request<
  { readonly bot: Uri; readonly discard: boolean },
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'changed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/abandonHotfix' };

// ---------------------------------------------------------------- the doctor

/** Something that keeps a bot from being published, or its versions from being read. */
export interface AilmentView {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  /** What mending does; absent where no program can mend it. */
  readonly mend?: string;
}

/** Looks for what is wrong with the store of a bot. Asks the remote, where there is one; changes nothing. */
export const ExamineRequest: Request<
  { readonly bot: Uri },
  | { readonly kind: 'examined'; readonly ailments: readonly AilmentView[] }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/examine' };

/** Mends one thing; only ever on the user's word. */
export const MendRequest: Request<
  { readonly bot: Uri; readonly ailment: string },
  { readonly kind: 'mended' } | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/mend' };

// ---------------------------------------------------------------- deployment

/** An entry of the schedule; `reason` says why it did not, or will not, happen. */
export interface ScheduleEntryView {
  readonly id: number;
  readonly action: 'activate' | 'deactivate' | 'live';
  /** The version to make live. */
  readonly version: number | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** IANA time zone in which it was said. */
  readonly zone: string;
  /** The version that has to be live then. */
  readonly expects: number;
  readonly outlook: 'waiting' | 'will-not' | 'missed';
  readonly reason?: string;
}

/** How LIVE is deployed. */
export interface DeploymentView {
  readonly version: number;
  readonly visibility: 'public' | 'internal';
  readonly access: 'password' | 'token' | null;
  readonly status: 'active' | 'inactive';
  readonly schedule: readonly ScheduleEntryView[];
  /** What speaks against it, each a sentence. */
  readonly doubts: readonly string[];
}

export const DeploymentRequest: Request<
  { readonly bot: Uri },
  | { readonly kind: 'deployment'; readonly deployment: DeploymentView }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/deployment' };

export type DeploymentChange =
  | { readonly kind: 'status'; readonly status: 'active' | 'inactive' }
  | { readonly kind: 'visibility'; readonly visibility: 'public' | 'internal' }
  | { readonly kind: 'access'; readonly access: 'password' | 'token' | null }
  | {
      readonly kind: 'schedule';
      readonly action: 'activate' | 'deactivate' | 'live';
      readonly version?: number;
      /** What a clock shows, such as `2026-12-01T09:00`, or with an offset. */
      readonly at: string;
      readonly zone: string;
    }
  | { readonly kind: 'unschedule'; readonly id: number };

export const DeployRequest: Request<
  { readonly bot: Uri; readonly change: DeploymentChange },
  | { readonly kind: 'deployed'; readonly deployment: DeploymentView }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/deploy' };

// ---------------------------------------------------------------- remote

/** Through which remote the bot is published (null: in its repository only), and which its repository has. */
export const RemoteRequest: Request<
  { readonly bot: Uri },
  | { readonly kind: 'remote'; readonly name: string | null; readonly known: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/remote' };

export type SetRemoteOutcome =
  /** `sent`: bots whose releases were only here and are on the remote now. */
  | { readonly kind: 'set'; readonly sent: readonly string[] }
  /** Asked again with `send`, it sends what is only here. */
  | { readonly kind: 'only-here'; readonly reason: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Talks to the remote. Null publishes in the repository only. */
export const SetRemoteRequest: Request<
  { readonly bot: Uri; readonly name: string | null; readonly send: boolean },
  SetRemoteOutcome
> = { method: 'botlane/setRemote' };

/** Talks to the remote: brings LIVE and the versions here. */
export const FetchRequest: Request<
  { readonly bot: Uri },
  | { readonly kind: 'fetched' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/fetch' };

// ---------------------------------------------------------------- virtual files

/** Text of a `botlive:` or `botversion:` file; null when there is none. */
export const VirtualFileRequest: Request<
  { readonly uri: Uri },
  { readonly text: string; readonly version: number } | null
> = { method: 'botlane/virtualFile' };

// ---------------------------------------------------------------- notifications

/** Server to client: what the views show may have changed. `live`: LIVE or the versions moved too. */
export const ChangedNotification: Notification<{ readonly live: boolean }> = { method: 'botlane/changed' };

/** Client to server: the user has come to trust the workspace. */
export const TrustedNotification: Notification<Record<string, never>> = { method: 'botlane/trusted' };
