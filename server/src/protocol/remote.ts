import type { Uri } from '../text/uri';
import type { Request } from './connection';

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
