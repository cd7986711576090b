import { t } from '@vscode/l10n';
import type { AdminScope, AdminToken, Credential, GatewayStore } from '../database/contract';
import { hashPassword, PASSWORD_LENGTH } from './passwords';
import { botOfScope, isBotName, isScope, WHOLE_GATEWAY } from './proof';
import { hashOfToken, randomToken } from './secrets';

/** What an order comes to, or why it does not. `message` is for people. */
export type Done<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: 'not-there' | 'invalid'; readonly message: string };

/** A secret that is told once, beside what is kept of it. */
export interface Issued<T> {
  readonly secret: string;
  readonly kept: T;
}

/** Which bots there are, so that a misspelt name is refused. */
export interface KnownBots {
  /** None where that cannot be known: any name is taken then. */
  readonly names: () => readonly string[] | Promise<readonly string[]>;
  /** Who orders may know of these only; empty: of all. */
  readonly only: readonly string[];
}

const ANY: KnownBots = { names: () => [], only: [] };

const DAY = 24 * 60 * 60 * 1000;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,99}$/u;

/**
 * Gives and takes access, and writes down who did so. The admin API and the command line go through here, so that neither
 * can leave out the audit log.
 */
export class Administration {
  readonly #store: GatewayStore;
  readonly #actor: string;
  readonly #now: () => Date;
  readonly #bots: KnownBots;

  /** @param actor the name of the token, or `cli` */
  constructor(store: GatewayStore, actor: string, now: () => Date, bots = ANY) {
    this.#store = store;
    this.#actor = actor;
    this.#now = now;
    this.#bots = bots;
  }

  /**
   * A token of the admin API. `days` undefined: until it is revoked.
   *
   * @param latest when it ends at the latest: that of the token that asks for it
   */
  async createToken(
    name: string,
    scopes: readonly AdminScope[],
    bots: readonly string[],
    days: number | undefined,
    latest?: Date,
  ): Promise<Done<Issued<AdminToken>>> {
    if (!NAME.test(name)) return wrongName(name);
    for (const bot of bots) {
      const problem = isBotName(bot) ? await this.#misspelt(bot) : wrongBot(bot);
      if (problem) return problem;
    }
    if (scopes.length === 0) return invalid(t('A token needs a scope: read, inbox or deploy.'));
    const secret = randomToken('admin');
    const kept = await this.#store.adminTokens.create(
      { name, hash: hashOfToken(secret), scopes, bots, expiresAt: earlier(this.#after(days), latest) },
      this.#now(),
    );
    await this.#note('token.create', '', { id: kept.id, name, scopes: scopes.join(',') });
    return { ok: true, value: { secret, kept } };
  }

  /** A new secret for a token; the old one is good for nothing from then on. */
  async rotateToken(id: string): Promise<Done<Issued<AdminToken>>> {
    const secret = randomToken('admin');
    const kept = await this.#store.adminTokens.rotate(id, hashOfToken(secret), this.#now());
    if (!kept) return unknown(t('There is no token {0} that is in force.', id));
    await this.#note('token.rotate', '', { id, name: kept.name });
    return { ok: true, value: { secret, kept } };
  }

  async revokeToken(id: string): Promise<Done<undefined>> {
    const isRevoked = await this.#store.adminTokens.revoke(id, this.#now());
    if (!isRevoked) return unknown(t('There is no token {0} that is in force.', id));
    await this.#note('token.revoke', '', { id });
    return { ok: true, value: undefined };
  }

  /** The password of a bot, for everybody who knows it. Who signed in with the one before has to do so again. */
  async setPassword(bot: string, password: string): Promise<Done<Credential>> {
    const wrong = await this.#wrongScope(bot);
    if (wrong) return wrong;
    const problem = passwordProblem(password);
    if (problem !== undefined) return invalid(problem);
    return this.#put(bot, 'password', '', await hashPassword(password), undefined);
  }

  /** A bearer token for a bot. */
  async createBotToken(
    bot: string,
    name: string,
    days: number | undefined,
  ): Promise<Done<Issued<Credential>>> {
    const wrong = await this.#wrongScope(bot);
    if (wrong) return wrong;
    if (!NAME.test(name)) return wrongName(name);
    const secret = randomToken('bot');
    const put = await this.#put(bot, 'token', name, hashOfToken(secret), this.#after(days));
    return put.ok ? { ok: true, value: { secret, kept: put.value } } : put;
  }

  /** Lets a user or a team in to a bot. The user's password is that of the account. */
  async allow(bot: string, kind: 'user' | 'team', name: string): Promise<Done<Credential>> {
    const wrong = await this.#wrongScope(bot);
    if (wrong) return wrong;
    if (!NAME.test(name)) return wrongName(name);
    if (kind === 'user' && !(await this.#account(name))) return noAccount(name);
    return this.#put(bot, kind, name, '', undefined);
  }

  /** Who is let in to a bot, the revoked ones too; also to one that there is no more, as long as something is kept of it. */
  async credentials(bot: string): Promise<Done<readonly Credential[]>> {
    const kept = await this.#store.credentials.list(bot);
    const wrong = kept.length === 0 ? await this.#wrongScope(bot) : undefined;
    return wrong ?? { ok: true, value: kept };
  }

  /** Takes a credential away, and ends what was signed in with it. */
  async revoke(bot: string, id: string): Promise<Done<undefined>> {
    if (!isScope(bot)) return wrongBot(bot);
    const isRevoked = await this.#store.credentials.revoke(bot, id, this.#now());
    if (!isRevoked) return unknown(t('{0} has no credential {1} that is in force.', bot, id));
    await this.#note('credential.revoke', bot, { id });
    return { ok: true, value: undefined };
  }

  /** Makes an account, or gives it a new password. An account opens nothing by itself. */
  async setUser(name: string, password: string): Promise<Done<Credential>> {
    if (!NAME.test(name)) return wrongName(name);
    const problem = passwordProblem(password);
    if (problem !== undefined) return invalid(problem);
    return this.#put(WHOLE_GATEWAY, 'user', name, await hashPassword(password), undefined);
  }

  /**
   * Ends an account, wherever it is signed in, with everything that it was let in to: another person who gets the same name
   * later inherits nothing.
   */
  async removeUser(name: string): Promise<Done<undefined>> {
    const wasKnown = await this.#store.credentials.forgetUser(name, this.#now());
    if (!wasKnown) return noAccount(name);
    await this.#note('user.remove', '', { name });
    return { ok: true, value: undefined };
  }

  async join(team: string, user: string): Promise<Done<undefined>> {
    if (!NAME.test(team)) return wrongName(team);
    if (!(await this.#account(user))) return noAccount(user);
    await this.#store.credentials.addMember(WHOLE_GATEWAY, team, user, this.#now());
    await this.#note('team.join', '', { team, user });
    return { ok: true, value: undefined };
  }

  async leave(team: string, user: string): Promise<Done<undefined>> {
    const wasIn = await this.#store.credentials.removeMember(WHOLE_GATEWAY, team, user);
    if (!wasIn) return unknown(t('{0} is not in the team {1}.', user, team));
    await this.#note('team.leave', '', { team, user });
    return { ok: true, value: undefined };
  }

  async #put(
    bot: string,
    kind: Credential['kind'],
    name: string,
    hash: string,
    expiresAt: Date | undefined,
  ): Promise<Done<Credential>> {
    const kept = await this.#store.credentials.put({ bot, kind, name, hash, expiresAt }, this.#now());
    await this.#note('credential.put', bot, { id: kept.id, kind, name });
    return { ok: true, value: kept };
  }

  async #wrongScope(bot: string): Promise<Done<never> | undefined> {
    return isScope(bot) ? this.#misspelt(botOfScope(bot)) : wrongBot(bot);
  }

  async #misspelt(bot: string): Promise<Done<never> | undefined> {
    const names = new Set(await this.#bots.names());
    if (names.size === 0 || names.has(bot)) return undefined;
    const { only } = this.#bots;
    const told = [...names].filter((name) => only.length === 0 || only.includes(name)).sort();
    if (told.length === 0) return invalid(t('There is no bot {0} here.', bot));
    return invalid(t('There is no bot {0} here. There are: {1}.', bot, told.join(', ')));
  }

  #account(name: string): Promise<Credential | undefined> {
    return this.#store.credentials.find(WHOLE_GATEWAY, 'user', name, this.#now());
  }

  #after(days: number | undefined): Date | undefined {
    return days === undefined ? undefined : new Date(this.#now().getTime() + days * DAY);
  }

  #note(action: string, bot: string, details: Readonly<Record<string, string>>): Promise<void> {
    return this.#store.audit.add({ at: this.#now(), actor: this.#actor, action, bot, details });
  }
}

function earlier(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

function passwordProblem(password: string): string | undefined {
  const { least, most } = PASSWORD_LENGTH;
  const { length } = password;
  return length < least || length > most
    ? t('A password has {0} to {1} characters.', least, most)
    : undefined;
}

function noAccount(name: string): Done<never> {
  return unknown(t('There is no account {0}. Make it first.', name));
}

function wrongName(name: string): Done<never> {
  return invalid(t('“{0}” is no name: use letters, digits, dots, hyphens and at signs.', name));
}

function wrongBot(bot: string): Done<never> {
  return invalid(t('“{0}” is no name of a bot: use lower-case letters, digits and hyphens.', bot));
}

function unknown(message: string): Done<never> {
  return { ok: false, code: 'not-there', message };
}

function invalid(message: string): Done<never> {
  return { ok: false, code: 'invalid', message };
}
