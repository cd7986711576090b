/** How a gateway is told to run. Types only: whoever starts it need not load it. */
import type { Limits } from './http/contract';

export interface RunOptions {
  /** A folder (a path) in the repository whose bots are served. */
  readonly folder: string;
  /** Also serve the bots of the working tree at or below `folder`, to testers. */
  readonly draft: boolean;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Where the embedded database and the key of this gateway lie (a path); in the git directory when absent. */
  readonly data?: string | undefined;
  /** Address of a PostgreSQL server; absent: the embedded database. */
  readonly databaseUrl?: string | undefined;
  /** Addresses and networks of proxies in front of it. */
  readonly trustProxy: readonly string[];
  /** The bot of the REST channel without a name of a bot in its address. */
  readonly defaultBot?: string | undefined;
  /** Hosts that bots may call, as `readAllowedHost` takes them. */
  readonly allowHosts: readonly string[];
  /** The same, of services that may be at private addresses. */
  readonly allowPrivateHosts: readonly string[];
  /** Seconds between two fetches of the configured remote. */
  readonly fetchInterval: number;
  /** How much one address may do; where it says nothing, the limits of the gateway. */
  readonly limits?: Partial<Limits> | undefined;
  /** A token for the admin API that is good as long as this gateway runs, for the editor that starts it. */
  readonly editorToken?: string | undefined;
  /** Where secrets and the key are looked up. */
  readonly environment: NodeJS.ProcessEnv;
  /** Takes one line of the log, JSON without a line break at its end. */
  readonly writeLog: (line: string) => void;
}

/** A gateway that serves. */
export interface RunningGateway {
  /** Where, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Takes nothing new, lets what is under way end within `patience` (milliseconds), and lets go of everything. */
  stop(patience: number): Promise<void>;
}

export type RunOutcome =
  | { readonly ok: true; readonly gateway: RunningGateway }
  /** Translated: what is wrong and what to do. */
  | { readonly ok: false; readonly message: string };
