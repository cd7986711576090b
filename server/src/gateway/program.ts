import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import type { Logger } from 'pino';
import type { AccessDesk } from '../admin/accessDesk';
import type { Asked } from '../admin/gateway';
import { openRepository } from '../release/git/repository';
import { EDITOR } from './access/editor';
import { localDesk } from './access/localDesk';
import { Chores } from './chores';
import type { RunningGateway, RunOptions, RunOutcome } from './contract';
import { createConversations } from './conversation/host';
import { Sealer } from './conversation/sealer';
import { KEY_VARIABLE, readSessionKey } from './conversation/sessionKey';
import type { GatewayStore, StoreAddress } from './database/contract';
import { openStore } from './database/open';
import { type AllowedHost, readAllowedHost } from './effects/allowedHosts';
import { callPerformer, environmentSecret } from './effects/perform';
import { createGatewayApp } from './http/app';
import { listen, type Listening } from './http/listen';
import { httpSettings } from './http/settings';
import { createLog } from './log';
import type { LiveBots } from './releases/contract';
import { knownBotsOf } from './releases/knownBots';
import { openLiveBots } from './releases/liveBots';

/** Milliseconds that a call of a web service may take, and bytes of its answer. */
const CALL_LIMIT = 10_000;
const LARGEST_ANSWER = 1024 * 1024;

/** Starts a gateway. Resolves when it takes requests; what it cannot start with is an outcome. */
export async function runGateway(options: RunOptions): Promise<RunOutcome> {
  const hosts = allowedHosts(options);
  if (typeof hosts === 'string') return { ok: false, message: hosts };
  const repository = await openRepository(options.folder);
  if (!repository.ok) return { ok: false, message: repository.error.message };
  const data = options.data ?? join(repository.value.commonDirectory, 'botlane', 'gateway');
  const key = await readSessionKey(options.environment, join(data, 'session.key'));
  if (!key.ok) return key;
  const url = options.databaseUrl;
  const opened = await openStore(
    url === undefined ? { kind: 'embedded', folder: join(data, 'database') } : { kind: 'postgresql', url },
  );
  if (!opened.ok) return opened;
  const log = createLog(options.writeLog);
  const { folder, draft, fetchInterval } = options;
  const bots = await openLiveBots({ folder, draft, fetchInterval: fetchInterval * 1000 });
  if (!bots.ok) {
    await opened.store.close();
    return { ok: false, message: bots.error.message };
  }
  tell(log, bots.value, options);
  return serve(options, { log, bots: bots.value, store: opened.store, sealer: new Sealer(key.key), hosts });
}

/** Opens the database of a gateway that does not run, or is one of several on a server, to give and take access in it. */
export async function openAccessDesk({
  folder,
  data,
  databaseUrl,
}: Pick<RunOptions, 'folder' | 'data' | 'databaseUrl'>): Promise<Asked<AccessDesk>> {
  const address = await databaseOf(folder, data, databaseUrl);
  if (!address.ok) return address;
  const opened = await openStore(address.value);
  return opened.ok
    ? {
        ok: true,
        value: localDesk(
          opened.store,
          () => new Date(),
          // A database that is named may be of a gateway of another repository than the one of the shell.
          () => (data === undefined && databaseUrl === undefined ? knownBotsOf(folder) : []),
        ),
      }
    : { ok: false, reason: opened.message };
}

async function databaseOf(
  folder: string,
  data: string | undefined,
  url: string | undefined,
): Promise<Asked<StoreAddress>> {
  if (url !== undefined) return { ok: true, value: { kind: 'postgresql', url } };
  if (data !== undefined) return { ok: true, value: { kind: 'embedded', folder: join(data, 'database') } };
  const repository = await openRepository(folder);
  if (!repository.ok) return { ok: false, reason: repository.error.message };
  const own = join(repository.value.commonDirectory, 'botlane', 'gateway', 'database');
  return { ok: true, value: { kind: 'embedded', folder: own } };
}

interface Parts {
  readonly log: Logger;
  readonly bots: LiveBots;
  readonly store: GatewayStore;
  readonly sealer: Sealer;
  readonly hosts: readonly AllowedHost[];
}

async function serve(options: RunOptions, { log, bots, store, sealer, hosts }: Parts): Promise<RunOutcome> {
  const clock = (): Date => new Date();
  const chores = new Chores(bots, store, log, clock);
  const conversations = createConversations({
    bots,
    store: store.conversations,
    sealer,
    perform: callPerformer(
      {
        hosts,
        secret: environmentSecret(options.environment),
        timeLimit: CALL_LIMIT,
        largestAnswer: LARGEST_ANSWER,
      },
      (report) =>
        report.problem === undefined ? log.info(report, 'called') : log.warn(report, 'call failed'),
    ),
    callLimit: CALL_LIMIT,
  });
  conversations.on('turn', (turn) => log.info(turn, 'turn'));
  let dismissEditor = (): Promise<void> => Promise.resolve();
  const stopAll = async (listening: Listening | undefined, patience: number): Promise<void> => {
    const steps: readonly (() => Promise<unknown>)[] = [
      // Nothing new from here on; what is under way may still use the database.
      () => Promise.all([listening?.close(patience), conversations.drain(patience)]),
      () => chores.stop(),
      () => dismissEditor(),
      () => bots.close(),
      () => store.close(),
    ];
    for (const step of steps) {
      // What one step cannot end must not keep the next from it: a database that stays open is locked.
      await step().catch((error: unknown) => log.error({ problem: messageOf(error) }, 'stopping'));
    }
  };
  const { trustProxy, defaultBot, limits = {} } = options;
  const settings = httpSettings({ trustProxy, defaultBot, limits });
  try {
    dismissEditor = await admitEditor(store, options.editorToken, clock);
    const app = createGatewayApp({
      bots,
      conversations,
      store,
      now: clock,
      log: (entry) =>
        entry.problem === undefined ? log.info(entry, 'request') : log.error(entry, 'request'),
      page: { script: await pageScript(log) },
      editorToken: options.editorToken,
      settings,
    });
    const listening = await listen(app, settings, options);
    log.info({ address: listening.address }, 'listening');
    return { ok: true, gateway: running(listening, (patience) => stopAll(listening, patience), log) };
  } catch (error) {
    await stopAll(undefined, 0);
    return { ok: false, message: whyNotListening(error, options) };
  }
}

/** Writes down that the editor that started this gateway may administer it. @returns what writes down that it may no more */
async function admitEditor(
  store: GatewayStore,
  token: string | undefined,
  clock: () => Date,
): Promise<() => Promise<void>> {
  if (token === undefined) return () => Promise.resolve();
  const note = (action: string): Promise<void> =>
    store.audit.add({ at: clock(), actor: EDITOR, action, bot: '', details: {} });
  await note('editor.admit');
  return () => note('editor.dismiss');
}

function running(
  { address }: Listening,
  stopAll: (patience: number) => Promise<void>,
  log: Logger,
): RunningGateway {
  let stopping: Promise<void> | undefined;
  return {
    address,
    stop: (patience) => {
      stopping ??= (async () => {
        log.info('stopping');
        await stopAll(patience);
        log.info('stopped');
      })();
      return stopping;
    },
  };
}

/** @returns what is wrong with an entry, when one is wrong */
function allowedHosts({ allowHosts, allowPrivateHosts }: RunOptions): readonly AllowedHost[] | string {
  const read = [
    ...allowHosts.map((entry) => readAllowedHost(entry, false)),
    ...allowPrivateHosts.map((entry) => readAllowedHost(entry, true)),
  ];
  const hosts: AllowedHost[] = [];
  for (const entry of read) {
    if (typeof entry === 'string') return entry;
    hosts.push(entry);
  }
  return hosts;
}

/** Says what is served and what is not, now and whenever it changes. */
function tell(log: Logger, bots: LiveBots, { host, databaseUrl, environment }: RunOptions): void {
  const now = new Date();
  for (const state of bots.states(now)) log.info(state, 'serving');
  if (bots.states(now).length === 0) log.warn('nothing is live');
  bots.on('switched', (after, before) =>
    log.info(
      { bot: after.bot, version: after.version, before: before?.version, deployment: after.deployment },
      'switched',
    ),
  );
  bots.on('refused', (refusal) => log.error(refusal, 'refused'));
  bots.on('gone', (bot) => log.warn(bot, 'gone'));
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
    log.warn({ host }, 'other machines can reach this gateway; put a proxy with TLS in front of it');
  }
  if (databaseUrl !== undefined && environment[KEY_VARIABLE] === undefined) {
    log.warn(
      `other gateways on this database cannot read sensitive variables; give all of them one ${KEY_VARIABLE}`,
    );
  }
}

/** The script of the chat page: beside the bundle, or in dist/ of a clone. One that was not built has none. */
async function pageScript(log: Logger): Promise<Uint8Array<ArrayBuffer>> {
  const name = 'gatewayPage.js';
  const places = [join(__dirname, name), join(__dirname, '..', '..', '..', '..', 'dist', name)];
  const file = places.find((place) => existsSync(place));
  if (file === undefined) log.warn('the script of the chat page was not built');
  return file === undefined ? new Uint8Array() : new Uint8Array(await readFile(file));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function whyNotListening(error: unknown, { host, port }: RunOptions): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return t('Port {0} of {1} is taken. End what uses it, or choose another one with --port.', port, host);
  }
  if (code === 'EACCES') return t('Port {0} may not be used by this user. Choose one above 1023.', port);
  if (code === 'EADDRNOTAVAIL') return t('This machine has no address {0}.', host);
  throw error;
}
