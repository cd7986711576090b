import type { Asked } from './gateway';
import type { AdminTokenView, CredentialOrder, CredentialView, Issued, TokenOrder } from './credentials';

/** Where access is given and taken: at a gateway that runs, or in the database of one. */
export interface AccessDesk {
  tokens(): Promise<Asked<readonly AdminTokenView[]>>;
  createToken(order: TokenOrder): Promise<Asked<Issued<AdminTokenView>>>;
  rotateToken(id: string): Promise<Asked<Issued<AdminTokenView>>>;
  revokeToken(id: string): Promise<Asked<unknown>>;
  credentials(bot: string): Promise<Asked<readonly CredentialView[]>>;
  /** `secret` of a token only. */
  give(bot: string, order: CredentialOrder): Promise<Asked<CredentialView & { readonly secret?: string }>>;
  take(bot: string, id: string): Promise<Asked<unknown>>;
  users(): Promise<Asked<readonly CredentialView[]>>;
  setUser(name: string, password: string): Promise<Asked<unknown>>;
  removeUser(name: string): Promise<Asked<unknown>>;
  members(team: string): Promise<Asked<readonly string[]>>;
  join(team: string, user: string): Promise<Asked<unknown>>;
  leave(team: string, user: string): Promise<Asked<unknown>>;
  close(): Promise<void>;
}
