import type { AdminScope, AdminToken, GatewayStore } from '../database/contract';
import type { Limits } from '../http/contract';
import { Limiter } from './limiter';
import { editorToken } from './editor';
import { botOfScope } from './proof';
import { hashOfToken, isSameSecret } from './secrets';

export type AdminAdmission =
  | { readonly outcome: 'in'; readonly token: AdminToken }
  /** No token, a wrong one, one that was revoked or is over. */
  | { readonly outcome: 'out' }
  /** The token is good, but not for this: it lacks the scope, or is for some bots only that this is not about. */
  | { readonly outcome: 'not-allowed'; readonly lacks: 'scope' | 'bot' | 'whole gateway' }
  | { readonly outcome: 'wait'; readonly seconds: number };

/** Decides who may use the admin API. */
export class AdminGate {
  readonly #store: GatewayStore;
  readonly #byAddress: Limiter;
  readonly #editor: AdminToken | undefined;

  /** @param editor the secret of the editor that started this gateway */
  constructor(store: GatewayStore, limits: Limits, editor?: string) {
    this.#store = store;
    this.#byAddress = new Limiter(limits.failures);
    this.#editor = editor === undefined ? undefined : editorToken(editor, new Date());
  }

  /**
   * @param scope what the token must be good for
   * @param about the bot or its draft; undefined for the whole gateway, for which a token for some bots is not good; `any` where the
   *   answer is cut to what the token is good for
   */
  async admit(
    bearer: string | undefined,
    scope: AdminScope,
    about: { readonly bot: string | undefined } | 'any',
    address: string,
    now: Date,
  ): Promise<AdminAdmission> {
    if (bearer === undefined) return { outcome: 'out' };
    // Looked up before any limit: nobody guesses what is random, and a program with an old token must not shut out others
    // at its address.
    const hash = hashOfToken(bearer);
    if (this.#editor && isSameSecret(this.#editor.hash, hash)) return { outcome: 'in', token: this.#editor };
    const token = await this.#store.adminTokens.find(hash, now);
    if (!token || !isSameSecret(token.hash, hash)) {
      const seconds = this.#byAddress.take(address, performance.now());
      return seconds > 0 ? { outcome: 'wait', seconds } : { outcome: 'out' };
    }
    await this.#store.adminTokens.used(token.id, now);
    const isForBot =
      about === 'any' ||
      token.bots.length === 0 ||
      (about.bot !== undefined && token.bots.includes(botOfScope(about.bot)));
    if (!token.scopes.includes(scope)) return { outcome: 'not-allowed', lacks: 'scope' };
    if (isForBot) return { outcome: 'in', token };
    return { outcome: 'not-allowed', lacks: about.bot === undefined ? 'whole gateway' : 'bot' };
  }
}
