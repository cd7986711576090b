import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { t } from '@vscode/l10n';
import type { HttpRequest } from '../../dialogue/turn';
import { kindOfAddress } from './addresses';
import { Deadline } from './deadline';
import { allowedHostFor, type AllowedHost } from './allowedHosts';

export interface CallSettings {
  /** Nothing else is ever called. */
  readonly hosts: readonly AllowedHost[];
  /** Value of a secret by its name; undefined when the gateway was not given one. */
  readonly secret: (name: string) => string | undefined;
  /** Milliseconds from the first look-up to the last byte. */
  readonly timeLimit: number;
  /** Bytes of an answer. */
  readonly largestAnswer: number;
  /** The addresses of a name; those of the system when absent. */
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
  /** Certificates (PEM) that are trusted instead of those of the system. */
  readonly certificates?: string;
}

/** Whatever its status. `body` is what its JSON says; undefined when it holds none. */
export type CallAnswer =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  /** Translated; without anything that a user said. */
  | { readonly ok: false; readonly reason: string };

/** What the connection is made of is no business of a bot's. */
const FORBIDDEN_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Calls a web service for a bot. The host must be on the list; its name is looked up once, every address is checked, and
 * the connection goes to an address that was checked, so that a name that points elsewhere a moment later changes nothing.
 * No redirect is followed: a service that moved is a failure for the bot's `error` dialog. Never throws.
 */
export async function callService(
  call: HttpRequest,
  settings: CallSettings,
  signal?: AbortSignal,
): Promise<CallAnswer> {
  const target = targetOf(call, settings);
  if ('reason' in target) return { ok: false, reason: target.reason };
  const deadline = new Deadline(settings.timeLimit, signal);
  try {
    const addresses = await checkedAddresses(target, settings, deadline.signal);
    if ('reason' in addresses) return { ok: false, reason: addresses.reason };
    return await exchange(call, target, addresses.list, settings, deadline.signal);
  } catch (error) {
    if (deadline.isOver) return { ok: false, reason: t('{0} did not answer in time', target.url.host) };
    if (deadline.signal.aborted) return { ok: false, reason: t('the call was called off') };
    return { ok: false, reason: reasonOf(error, target.url) };
  } finally {
    deadline.end();
  }
}

interface Target {
  readonly url: URL;
  readonly entry: AllowedHost;
  readonly headers: Record<string, string | string[]>;
}

type Refused = { readonly reason: string };

function targetOf(
  { url: text, headers, secret, body }: HttpRequest,
  settings: CallSettings,
): Target | Refused {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return { reason: t('the address of the service is none') };
  if (url.username !== '' || url.password !== '')
    return { reason: t('the address of a service may hold no password') };
  const entry = allowedHostFor(settings.hosts, url);
  if (!entry) return { reason: t('the gateway may not call {0}', `${url.protocol}//${url.host}`) };
  const sent: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (FORBIDDEN_HEADERS.has(key)) return { reason: t('a bot may not set the header {0}', name) };
    const before = sent[key];
    sent[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  if (secret !== undefined) {
    // A pattern would send it to whatever name a user's word makes of the address.
    if (entry.isPattern)
      return { reason: t('{0} gets no secret: the list of hosts does not name it in full', url.host) };
    const value = settings.secret(secret);
    if (value === undefined) return { reason: t('the gateway has no secret {0}', secret) };
    sent['authorization'] = `Bearer ${value}`;
  }
  sent['accept'] ??= 'application/json';
  sent['accept-encoding'] = 'identity';
  sent['user-agent'] ??= 'botlane';
  if (body !== undefined) sent['content-type'] ??= 'application/json';
  return { url, entry, headers: sent };
}

async function checkedAddresses(
  { url, entry }: Target,
  { resolve = systemAddresses }: CallSettings,
  signal: AbortSignal,
): Promise<{ readonly list: readonly LookupAddress[] } | Refused> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const list = family === 0 ? await abortable(resolve(host), signal) : [{ address: host, family }];
  // One bad address among good ones is a bad name: which one is connected to would be chance.
  const bad = list.find(({ address }) => {
    const kind = kindOfAddress(address);
    return kind === 'never' || (kind === 'private' && !entry.isPrivate);
  });
  if (bad) return { reason: t('{0} is at an address that the gateway may not call', url.host) };
  return list.length === 0 ? { reason: t('{0} has no address', url.host) } : { list };
}

function systemAddresses(host: string): Promise<readonly LookupAddress[]> {
  return lookup(host, { all: true, verbatim: true });
}

/** A look-up cannot be called off, but nobody has to wait for it. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function exchange(
  { method, body }: HttpRequest,
  { url, headers }: Target,
  addresses: readonly LookupAddress[],
  { largestAnswer, certificates }: CallSettings,
  signal: AbortSignal,
): Promise<CallAnswer> {
  const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const options = {
      method,
      headers: { ...headers, ...(content && { 'content-length': content.byteLength }) },
      lookup: pinned(addresses),
      signal,
      // A connection of its own: a shared one could be to an address that was checked for another bot.
      agent: false,
      maxHeaderSize: 16_384,
    } as const;
    let isAnswered = false;
    const take = (answer: IncomingMessage): void => {
      isAnswered = true;
      collect(answer, largestAnswer, url).then(resolve, reject);
    };
    const sent: ClientRequest =
      url.protocol === 'https:'
        ? requestHttps(url, { ...options, ...(certificates !== undefined && { ca: certificates }) }, take)
        : requestHttp(url, options, take);
    sent.on('error', reject);
    // A change of protocol, for one, is told by nothing else. After an answer, what is left of it may still be read.
    sent.on('close', () => {
      if (!isAnswered) reject(new Error('closed without an answer'));
    });
    sent.end(content);
  });
}

/** Answers the look-up of the connection with what was checked, whatever the name says by now. */
function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family ?? 0);
  };
}

async function collect(answer: IncomingMessage, most: number, url: URL): Promise<CallAnswer> {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    answer.destroy();
    return { ok: false, reason: t('{0} answered in an encoding that was not asked for', url.host) };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > most) {
      answer.destroy();
      return { ok: false, reason: t('the answer of {0} is longer than {1} bytes', url.host, most) };
    }
    chunks.push(chunk);
  }
  return { ok: true, status: answer.statusCode ?? 0, body: jsonOf(Buffer.concat(chunks)) };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What went wrong, without the address that was called: it can hold what a user said. */
function reasonOf(error: unknown, url: URL): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return t('{0} could not be called: {1}', url.host, code === '' ? t('no connection') : code);
}
