import type { AdminTokenView, CredentialView } from '../../admin/credentials';
import type { AdminToken, Credential } from '../database/contract';

/** A credential without its hash. */
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
