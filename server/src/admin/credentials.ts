/** What a token of the admin API is good for. */
export const ADMIN_SCOPES = ['read', 'inbox', 'deploy'] as const;
export type AdminScopeName = (typeof ADMIN_SCOPES)[number];

/** When something that gives access began, and why it may be over (ISO 8601, UTC). */
interface Life {
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
  readonly lastUsedAt?: string;
}

/** A credential as people who give access see it: whom it lets in and whether it is in force, and nothing secret. */
export interface CredentialView extends Life {
  readonly id: string;
  readonly kind: 'password' | 'user' | 'team' | 'token';
  /** Empty for the password. */
  readonly name: string;
}

/** A token of the admin API without its hash. */
export interface AdminTokenView extends Life {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly AdminScopeName[];
  /** Empty: all bots. */
  readonly bots: readonly string[];
}

/** Something whose secret is told once. */
export type Issued<T> = T & { readonly secret: string };

export interface TokenOrder {
  readonly name: string;
  readonly scopes: readonly AdminScopeName[];
  /** Empty: all bots. */
  readonly bots: readonly string[];
  readonly days?: number | undefined;
}

export type CredentialOrder =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'token'; readonly name: string; readonly days?: number | undefined }
  | { readonly kind: 'user' | 'team'; readonly name: string };
