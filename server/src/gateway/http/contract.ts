/**
 * What the HTTP face of the gateway is made of and what it can be told. Types only: it holds no state of the process, so
 * that any number of them can run in one.
 */
import type { Conversations } from '../conversation/contract';
import type { GatewayStore } from '../database/contract';
import type { LiveBots } from '../releases/contract';

export interface GatewayDeps {
  readonly bots: LiveBots;
  readonly conversations: Conversations;
  readonly store: GatewayStore;
  /** The clock. */
  readonly now: () => Date;
  /** Told of every request that was answered. */
  readonly log: (entry: RequestEntry) => void;
  readonly page: PageFiles;
  /** A secret that opens the admin API of this process, beside the tokens in the database. */
  readonly editorToken?: string | undefined;
  readonly settings: HttpSettings;
}

/** One request, without anything of its user: no address, no path, no text. */
export interface RequestEntry {
  readonly id: string;
  readonly method: string;
  /** The pattern of the route, such as `/bots/{bot}`; `none` where no route was found. */
  readonly route: string;
  readonly bot?: string;
  readonly status: number;
  /** Milliseconds. */
  readonly duration: number;
  /** What went wrong in here, for a status of 500 and above. */
  readonly problem?: string;
}

/** What the chat page loads, as it is sent. */
export interface PageFiles {
  readonly script: Uint8Array<ArrayBuffer>;
}

export interface HttpSettings {
  /**
   * Addresses and networks (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. Empty:
   * nobody's are.
   */
  readonly trustProxy: readonly string[];
  /** The bot that answers at `/webhooks/rest/webhook`; undefined: none. */
  readonly defaultBot: string | undefined;
  readonly limits: Limits;
}

/** So many in so many seconds. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

/** Where the gateway says no, so that one client cannot take it from all others. Each gateway counts for itself. */
export interface Limits {
  /** Largest body of a request (bytes). */
  readonly body: number;
  /** Until all headers are there (milliseconds). */
  readonly headersTimeout: number;
  /** Until the whole request is there (milliseconds). */
  readonly requestTimeout: number;
  /** How long a connection may be idle (milliseconds). */
  readonly idleTimeout: number;
  readonly requestsPerConnection: number;
  readonly connections: number;
  /** Connections of one address; those of trusted proxies are not counted. */
  readonly connectionsPerAddress: number;
  /** Requests of one address. */
  readonly requests: Rate;
  /** Conversations that one address begins. */
  readonly starts: Rate;
  /** Attempts of one address that failed: to sign in, to use a bot's token, to use the admin API; each counted apart. */
  readonly failures: Rate;
  /** The same for one bot, whatever the address. */
  readonly failuresPerBot: Rate;
  /** Passwords that are hashed at the same time, and how many more may wait. */
  readonly hashing: { readonly atOnce: number; readonly waiting: number };
}
