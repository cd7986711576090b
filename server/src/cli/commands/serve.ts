import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { pathOf } from '../../text/uri';
import { folderUri } from '../folder';
import { CommandError, EXIT } from '../exitCode';
import { loadGateway } from '../gatewayProgram';
import { prettyLogLine } from '../logLines';
import type { Terminal } from '../terminal';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly draft: boolean;
  readonly log: 'pretty' | 'json';
  readonly trustProxy: readonly string[];
  readonly defaultBot?: string;
  readonly allowHost: readonly string[];
  readonly allowPrivateHost: readonly string[];
  readonly fetchInterval: number;
  readonly requestsPerMinute: number;
  readonly conversationsPerHour: number;
}

/** What is under way may take so long to end (milliseconds): longer than the longest turn. */
const PATIENCE = 35_000;

/** `botlane serve`: runs the gateway until it is told to stop. A second signal ends it at once. */
export async function serve(
  terminal: Terminal,
  folder: string | undefined,
  options: ServeOptions,
): Promise<number> {
  // From the beginning on: one that is told to stop while it starts stops when it has.
  const toldToStop = stopSignal();
  const databaseUrl = process.env['DATABASE_URL'];
  const started = await loadGateway().runGateway({
    folder: pathOf(folderUri(terminal.cwd, folder)),
    draft: options.draft,
    host: options.host,
    port: options.port,
    data: options.data === undefined ? undefined : resolve(terminal.cwd, options.data),
    databaseUrl: databaseUrl === '' ? undefined : databaseUrl,
    trustProxy: options.trustProxy,
    defaultBot: options.defaultBot,
    allowHosts: options.allowHost,
    allowPrivateHosts: options.allowPrivateHost,
    fetchInterval: options.fetchInterval,
    limits: {
      requests: { count: options.requestsPerMinute, seconds: 60 },
      starts: { count: options.conversationsPerHour, seconds: 3600 },
    },
    editorToken: process.env['BOTLANE_EDITOR_TOKEN'],
    environment: process.env,
    writeLog: (line) => terminal.out(`${options.log === 'json' ? line : prettyLogLine(terminal, line)}\n`),
  });
  if (!started.ok) throw new CommandError(started.message, EXIT.refused);
  const { gateway } = started;
  if (options.log === 'pretty') {
    terminal.err(`${t('The gateway serves at {0}. Ctrl-C stops it.', gateway.address)}\n`);
  }
  // An editor that is gone by now has said so by that.
  if (process.connected) {
    process.send?.({ type: 'listening', address: gateway.address }, undefined, {}, () => undefined);
  }
  await toldToStop;
  await gateway.stop(PATIENCE);
  if (process.connected) process.disconnect();
  return EXIT.ok;
}

/**
 * The first signal only: a second one ends the process, as if nobody listened. An editor that started it says so in a
 * message instead, or is gone.
 */
function stopSignal(): Promise<void> {
  return new Promise((done) => {
    const stop = (): void => {
      process.removeListener('SIGINT', stop);
      process.removeListener('SIGTERM', stop);
      process.removeListener('message', stop);
      process.removeListener('disconnect', stop);
      done();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    if (!process.connected) return;
    process.once('message', stop);
    process.once('disconnect', stop);
  });
}
