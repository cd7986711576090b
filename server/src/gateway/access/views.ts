import type { AdminToken, Credential } from '../database/contract';

/** A credential as people who give access see it: whom it lets in and whether it is in force, and nothing secret. */
export interface CredentialView {
  readonly id: string;
  readonly kind: Credential['kind'];
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
  readonly lastUsedAt?: string;
}

export function credentialView({
  id,
  kind,
  name,
  createdAt,
  expiresAt,
  revokedAt,
  lastUsedAt,
}: Credential): CredentialView {
  return { id, kind, name, ...datesOf({ createdAt, expiresAt, revokedAt, lastUsedAt }) };
}

/** A token of the admin API without its hash. */
export interface AdminTokenView {
  readonly id: string;
  readonly name: string;
  readonly scopes: AdminToken['scopes'];
  /** Empty: all bots. */
  readonly bots: readonly string[];
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
  readonly lastUsedAt?: string;
}

export function adminTokenView({
  id,
  name,
  scopes,
  bots,
  createdAt,
  expiresAt,
  revokedAt,
  lastUsedAt,
}: AdminToken): AdminTokenView {
  return { id, name, scopes, bots, ...datesOf({ createdAt, expiresAt, revokedAt, lastUsedAt }) };
}

function datesOf({
  createdAt,
  expiresAt,
  revokedAt,
  lastUsedAt,
}: {
  readonly createdAt: Date;
  readonly expiresAt: Date | undefined;
  readonly revokedAt: Date | undefined;
  readonly lastUsedAt: Date | undefined;
}): Pick<CredentialView, 'createdAt' | 'expiresAt' | 'revokedAt' | 'lastUsedAt'> {
  return {
    createdAt: createdAt.toISOString(),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(revokedAt && { revokedAt: revokedAt.toISOString() }),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
  };
}
