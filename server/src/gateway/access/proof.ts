import type { Deployment } from '../../release/contract';
import { asBotId } from '../../release/git/names';
import type { CredentialKind, Environment } from '../database/contract';

/** What a request showed, after it was looked up: a credential that is in force. */
export interface Proof {
  /** With what somebody signed in, or what came with the request. */
  readonly kind: CredentialKind;
  /** The user's name; empty where none is known. */
  readonly user: string;
}

/**
 * Whether a bot lets somebody in who shows `proof`. Pure: the whole policy of the gateway is these lines.
 *
 * The access method says which kind of credential counts, so that switching it shuts the other kind out at once. An
 * internal bot without a method lets nobody in. Whether it is active makes no difference.
 */
export function letsIn(
  { visibility, access }: Pick<Deployment, 'visibility' | 'access'>,
  proof: Proof | undefined,
): boolean {
  if (visibility === 'public') return true;
  if (!proof || access === null) return false;
  return access === 'token' ? proof.kind === 'token' : proof.kind !== 'token';
}

/** Accounts and teams are of the whole gateway and kept under this name, which no bot can have. */
export const WHOLE_GATEWAY = '*';

const DRAFT = '@draft';

/** Under which name the credentials of a bot in an environment are kept: those of LIVE open no draft. */
export function credentialScope(bot: string, environment: Environment): string {
  return environment === 'live' ? bot : `${bot}${DRAFT}`;
}

/** The bot of such a name. */
export function botOfScope(scope: string): string {
  return scope.endsWith(DRAFT) ? scope.slice(0, -DRAFT.length) : scope;
}

/** Whether a bot can have the name. */
export function isBotName(name: string): boolean {
  return asBotId(name) !== undefined;
}

/** Whether credentials of a bot can be kept under the name. */
export function isScope(name: string): boolean {
  return isBotName(botOfScope(name));
}
