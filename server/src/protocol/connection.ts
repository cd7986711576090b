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

/**
 * Options of Node with which the server's process is started, sizes in MB. Young objects get 4 instead of 16: what a key
 * stroke leaves behind is collected a little more often, and the process is smaller by three times the difference. All
 * others are collected for the first time at 16, so that what is left of starting goes.
 */
export const SERVER_NODE_OPTIONS: readonly string[] = ['--max-semi-space-size=4', '--initial-heap-size=16'];

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
