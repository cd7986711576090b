import type { BotInForce } from '../releases/contract';
import type { Credential, GatewayStore } from '../database/contract';
import type { Limits } from '../http/contract';
import { HashQueue } from './hashQueue';
import { Limiter } from './limiter';
import { isPassword } from './passwords';
import { credentialScope, letsIn, type Proof, WHOLE_GATEWAY } from './proof';
import { hashOfToken, isSameSecret, randomToken } from './secrets';

/** How long somebody stays signed in (milliseconds). */
const SIGN_IN_TIME = 12 * 60 * 60 * 1000;

/** What a request brings along. */
export interface Shown {
  readonly bearer: string | undefined;
  /** The value of the sign-in cookie. */
  readonly cookie: string | undefined;
  /** What limits are counted by. */
  readonly address: string;
}

export type Admission =
  | { readonly outcome: 'in'; readonly proof: Proof | undefined }
  | { readonly outcome: 'out' }
  /** Too many failures; seconds to wait. */
  | { readonly outcome: 'wait'; readonly seconds: number };

export type SignInOutcome =
  | { readonly outcome: 'signed-in'; readonly cookie: string; readonly expiresAt: Date }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'wait'; readonly seconds: number };

/** What the sign-in page asks for. */
export interface Claim {
  /** Empty for a bot's password and for a token. */
  readonly name: string;
  readonly secret: string;
}

/** How long a failure that is nobody's fault but the load's asks to wait (seconds). */
const LOADED = 5;

/** Decides who may talk to a bot. It counts failures, so there is one per gateway. */
export class Doorkeeper {
  readonly #store: GatewayStore;
  readonly #byAddress: Limiter;
  /** Apart from sign-ins: a program with an old token keeps nobody at its address from signing in. */
  readonly #tokensByAddress: Limiter;
  readonly #byBot: Limiter;
  readonly #hashing: HashQueue;

  constructor(store: GatewayStore, limits: Limits) {
    this.#store = store;
    this.#byAddress = new Limiter(limits.failures);
    this.#tokensByAddress = new Limiter(limits.failures);
    this.#byBot = new Limiter(limits.failuresPerBot);
    this.#hashing = new HashQueue(limits.hashing);
  }

  /** Whether a request may reach a bot. `bot` is undefined for a name that is not served: that costs and says the same. */
  async admit(bot: BotInForce | undefined, shown: Shown, now: Date): Promise<Admission> {
    if (bot?.deployment.visibility === 'public') return { outcome: 'in', proof: undefined };
    if (shown.bearer === undefined && shown.cookie === undefined) return { outcome: 'out' };
    // Looked up before any limit: nobody guesses what is random, and whoever is in stays in, whatever others at the same
    // address try.
    const scope = scopeOf(bot);
    const proof =
      (await this.#proofOfToken(scope, shown.bearer, now)) ??
      (await this.#proofOfCookie(scope, shown.cookie, now));
    if (bot && letsIn(bot.deployment, proof)) return { outcome: 'in', proof };
    // A cookie that is over is nobody's attempt; a token that is wrong may be.
    if (shown.bearer === undefined) return { outcome: 'out' };
    const seconds = this.#tokensByAddress.take(shown.address, performance.now());
    return seconds > 0 ? { outcome: 'wait', seconds } : { outcome: 'out' };
  }

  /** Signs somebody in. Limits come before the hash, which is what costs. */
  async signIn(
    bot: BotInForce | undefined,
    name: string,
    claim: Claim,
    address: string,
    now: Date,
  ): Promise<SignInOutcome> {
    const time = performance.now();
    const seconds = Math.max(this.#byAddress.wait(address, time), this.#byBot.wait(name, time));
    if (seconds > 0) return { outcome: 'wait', seconds };
    // Counted before the answer is known, or a thousand attempts at once would all be first.
    this.#byAddress.count(address, time);
    this.#byBot.count(name, time);
    const found = await this.#credentialOf(scopeOf(bot), claim, now);
    if (found === 'loaded') {
      // Nobody has looked at the password, so that it was not wrong.
      this.#giveBack(address, name);
      return { outcome: 'wait', seconds: LOADED };
    }
    if (!bot || !found || !letsIn(bot.deployment, { kind: found.kind, user: claim.name })) {
      return { outcome: 'refused' };
    }
    this.#giveBack(address, name);
    const cookie = randomToken('session');
    const expiresAt = new Date(now.getTime() + SIGN_IN_TIME);
    await this.#store.signIns.create({
      hash: hashOfToken(cookie),
      bot: scopeOf(bot),
      credential: found.id,
      user: found.kind === 'user' || found.kind === 'team' ? claim.name : '',
      createdAt: now,
      expiresAt,
    });
    await this.#store.credentials.used(found.id, now);
    return { outcome: 'signed-in', cookie, expiresAt };
  }

  /** Ends a sign-in; one that is not there is no failure. */
  async signOut(bot: BotInForce, cookie: string): Promise<void> {
    await this.#store.signIns.end(scopeOf(bot), hashOfToken(cookie));
  }

  #giveBack(address: string, name: string): void {
    this.#byAddress.giveBack(address);
    this.#byBot.giveBack(name);
  }

  async #proofOfToken(scope: string, token: string | undefined, now: Date): Promise<Proof | undefined> {
    if (token === undefined) return undefined;
    const found = await this.#tokenOf(scope, token, now);
    if (!found) return undefined;
    await this.#store.credentials.used(found.id, now);
    return { kind: 'token', user: '' };
  }

  async #tokenOf(scope: string, token: string, now: Date): Promise<Credential | undefined> {
    const hash = hashOfToken(token);
    const found = await this.#store.credentials.findByHash(scope, 'token', hash, now);
    return found && isSameSecret(found.hash, hash) ? found : undefined;
  }

  async #proofOfCookie(scope: string, cookie: string | undefined, now: Date): Promise<Proof | undefined> {
    if (cookie === undefined) return undefined;
    const signIn = await this.#store.signIns.find(scope, hashOfToken(cookie), now);
    if (!signIn) return undefined;
    const { user, credential, createdAt } = signIn;
    if (user === '') {
      // The store has said that the credential is in force. Without a name it is the password or a token.
      const password = await this.#store.credentials.find(scope, 'password', '', now);
      return { kind: password?.id === credential ? 'password' : 'token', user: '' };
    }
    const account = await this.#store.credentials.find(WHOLE_GATEWAY, 'user', user, now);
    // A new password ends what was begun with the old one.
    if (!account || account.createdAt > createdAt) return undefined;
    const grant = await this.#grantOf(scope, user, now);
    return grant && { kind: grant.kind, user };
  }

  /** The credential that lets somebody in who knows a secret; `loaded` when too many want to know at the moment. */
  async #credentialOf(
    scope: string,
    { name, secret }: Claim,
    now: Date,
  ): Promise<Credential | 'loaded' | undefined> {
    const { credentials } = this.#store;
    const token = name === '' ? await this.#tokenOf(scope, secret, now) : undefined;
    if (token) return token;
    const kept =
      name === ''
        ? await credentials.find(scope, 'password', '', now)
        : await credentials.find(WHOLE_GATEWAY, 'user', name, now);
    const isRight = await this.#hashing.run(() => isPassword(secret, kept?.hash));
    if (isRight === undefined) return 'loaded';
    if (!isRight || !kept) return undefined;
    return name === '' ? kept : this.#grantOf(scope, name, now);
  }

  /** What gives a user access: a grant of their own, else one of a team that they are in. */
  async #grantOf(scope: string, user: string, now: Date): Promise<Credential | undefined> {
    const { credentials } = this.#store;
    const own = await credentials.find(scope, 'user', user, now);
    if (own) return own;
    for (const team of await credentials.teamsOf(WHOLE_GATEWAY, user)) {
      const grant = await credentials.find(scope, 'team', team, now);
      if (grant) return grant;
    }
    return undefined;
  }
}

/** Names that are not served have a scope, too: they are looked up like all others, and nothing is found. */
function scopeOf(bot: BotInForce | undefined): string {
  return bot ? credentialScope(bot.bot, bot.environment) : '';
}
