import { t } from '@vscode/l10n';
import {
  ADMIN_PATH,
  type AdminBot,
  type AdminPage,
  type FeedbackItem,
  type InboxDecisions,
  type InboxItem,
  type Statistics,
} from './api';

/** An answer, or a sentence for people that says what went wrong and what to do. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Longer than a gateway that works ever takes (milliseconds). */
const PATIENCE = 15_000;
/** Answers are cut by the gateway long before (bytes). */
const LARGEST_ANSWER = 32 * 1024 * 1024;

/** A gateway as people who run bots ask it, over its admin API. */
export class Gateway {
  readonly #base: URL;
  readonly #token: string;

  private constructor(base: URL, token: string) {
    this.#base = base;
    this.#token = token;
  }

  /**
   * @param address where the gateway is, such as `http://127.0.0.1:8080`; what it serves below a path keeps it
   * @param token of the admin API. It travels over HTTPS, or to this machine, and nowhere else.
   */
  static at(address: string, token: string): Asked<Gateway> {
    const base = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
    if (!base || (base.protocol !== 'https:' && base.protocol !== 'http:')) {
      return refused(
        t('“{0}” is no address of a gateway. Say one such as https://bots.example.org.', address),
      );
    }
    if (base.protocol === 'http:' && !isThisMachine(base.hostname)) {
      return refused(
        t('The token would travel to {0} in clear. Use an address that begins with https.', base.host),
      );
    }
    if (!/^[\x21-\x7e]+$/.test(token)) {
      return refused(t('This is no token of a gateway. Make one with “botlane token create”.'));
    }
    base.username = '';
    base.password = '';
    base.search = '';
    base.hash = '';
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    return { ok: true, value: new Gateway(base, token) };
  }

  /** Scope `read`. */
  bots(signal?: AbortSignal): Promise<Asked<readonly AdminBot[]>> {
    return this.#ask('GET', 'bots', { signal });
  }

  /** Scope `inbox`. */
  inbox(bot: string, query: Query, signal?: AbortSignal): Promise<Asked<AdminPage<InboxItem>>> {
    return this.#ask('GET', `bots/${encodeURIComponent(bot)}/inbox`, { query, signal });
  }

  /** Scope `inbox`. All of them or none. */
  decide(bot: string, decisions: InboxDecisions['decisions']): Promise<Asked<unknown>> {
    return this.#ask('POST', `bots/${encodeURIComponent(bot)}/inbox/decisions`, { body: { decisions } });
  }

  /** Scope `inbox`. What was decided waits again. */
  undo(bot: string, ids: readonly string[]): Promise<Asked<{ readonly undone: number }>> {
    return this.#ask('POST', `bots/${encodeURIComponent(bot)}/inbox/undo`, { body: { ids } });
  }

  /** Scope `read`. */
  statistics(bot: string, query: Query, signal?: AbortSignal): Promise<Asked<Statistics>> {
    return this.#ask('GET', `bots/${encodeURIComponent(bot)}/statistics`, { query, signal });
  }

  /** Scope `read`. */
  feedback(bot: string, query: Query, signal?: AbortSignal): Promise<Asked<AdminPage<FeedbackItem>>> {
    return this.#ask('GET', `bots/${encodeURIComponent(bot)}/feedback`, { query, signal });
  }

  /** Anything else of the admin API, mostly with scope `deploy`. @param path below `ADMIN_PATH`, encoded */
  order<T>(method: Method, path: string, body?: unknown): Promise<Asked<T>> {
    return this.#ask(method, path, { body });
  }

  async #ask<T>(
    method: Method,
    path: string,
    {
      query = {},
      body,
      signal,
    }: { readonly query?: Query; readonly body?: unknown; readonly signal?: AbortSignal | undefined },
  ): Promise<Asked<T>> {
    const url = new URL(`.${ADMIN_PATH}/${path}`, this.#base);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    try {
      const limit = AbortSignal.timeout(PATIENCE);
      const answer = await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // A gateway answers by itself; whoever sends the token elsewhere is none.
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      const text = await readText(answer);
      if (answer.status === 204) return { ok: true, value: undefined as T };
      const value: unknown = text === '' ? undefined : JSON.parse(text);
      return answer.ok
        ? { ok: true, value: value as T }
        : refused(whyNot(answer.status, value, this.#base.host));
    } catch (error) {
      return refused(t('The gateway at {0} does not answer: {1}', this.#base.host, causeOf(error)));
    }
  }
}

async function readText(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > LARGEST_ANSWER) throw new Error(t('its answer is too large'));
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

/** Codes of refusals in which the gateway says more than anybody here can guess. */
const TOLD: ReadonlySet<unknown> = new Set(['not-there', 'not-allowed']);

function whyNot(status: number, value: unknown, host: string): string {
  const { code, message } = ownWords(value);
  if ((status === 401 || status === 403 || status === 404) && !(TOLD.has(code) && message !== '')) {
    return t(
      'The gateway at {0} does not know the bot, or the token may not do this. Check the token and its scopes.',
      host,
    );
  }
  return t('The gateway at {0} refused this ({1}). {2}', host, status, message).trim();
}

/** What an answer says by itself: it may come from anything that is at the address. */
function ownWords(value: unknown): { readonly code?: unknown; readonly message: string } {
  if (typeof value !== 'object' || value === null || !('error' in value)) return { message: '' };
  const { error } = value;
  if (typeof error !== 'object' || error === null || !('message' in error)) return { message: '' };
  const { message } = error;
  return {
    ...('code' in error && { code: error.code }),
    message: typeof message === 'string' ? message : '',
  };
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return t('it took too long');
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
