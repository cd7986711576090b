import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { isatty } from 'node:tty';
import { Writable } from 'node:stream';
import { t } from '@vscode/l10n';
import type { AccessDesk } from '../../admin/accessDesk';
import type { AdminTokenView, CredentialView } from '../../admin/credentials';
import type { Asked } from '../../admin/gateway';
import { remoteDesk } from '../../admin/remoteDesk';
import { CommandError, EXIT } from '../exitCode';
import { type GatewayOptions, gatewayOf } from '../gatewayOption';
import { loadGateway } from '../gatewayProgram';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

export interface DeskOptions extends GatewayOptions, OutputOptions {
  /** Of the embedded database. */
  readonly data?: string;
}

/** Does something at the desk of a gateway that runs, else of the database that one would open, and closes it. */
export async function atDesk<T>(
  terminal: Terminal,
  options: DeskOptions,
  work: (desk: AccessDesk) => Promise<Asked<T>>,
): Promise<T> {
  const desk = await openDesk(terminal, options);
  try {
    const done = await work(desk);
    if (done.ok) return done.value;
    throw new CommandError(done.reason, EXIT.refused);
  } finally {
    await desk.close();
  }
}

async function openDesk(terminal: Terminal, options: DeskOptions): Promise<AccessDesk> {
  if (options.gateway ?? process.env['BOTLANE_GATEWAY']) return remoteDesk(gatewayOf(options));
  const databaseUrl = process.env['DATABASE_URL'];
  const opened = await loadGateway().openAccessDesk({
    folder: terminal.cwd,
    data: options.data === undefined ? undefined : resolve(terminal.cwd, options.data),
    databaseUrl: databaseUrl === '' ? undefined : databaseUrl,
  });
  if (opened.ok) return opened.value;
  throw new CommandError(opened.reason, EXIT.refused);
}

/** Prints what was done, or all of it as JSON. */
export function printDone(terminal: Terminal, options: OutputOptions, value: unknown, words: string): number {
  if (options.format === 'json') printJson(terminal, value ?? {});
  else terminal.out(`${words}\n`);
  return EXIT.ok;
}

/** Prints a secret, which nobody can be told again. */
export function printSecret(
  terminal: Terminal,
  options: OutputOptions,
  value: { readonly secret?: string },
): number {
  if (options.format === 'json') {
    printJson(terminal, value);
    return EXIT.ok;
  }
  terminal.err(`${t('Keep it now: it is not told again.')}\n`);
  terminal.out(`${value.secret ?? ''}\n`);
  return EXIT.ok;
}

/** One line for each, with what it is good for and whether it is in force. */
export function printTokens(
  terminal: Terminal,
  options: OutputOptions,
  tokens: readonly AdminTokenView[],
): number {
  return printList(terminal, options, tokens, ({ name, scopes, bots }) => [
    name,
    scopes.join(' '),
    bots.length === 0 ? t('all bots') : bots.join(' '),
  ]);
}

export function printCredentials(
  terminal: Terminal,
  options: OutputOptions,
  credentials: readonly CredentialView[],
): number {
  return printList(terminal, options, credentials, ({ kind, name }) => [kind, name]);
}

function printList<T extends AdminTokenView | CredentialView>(
  terminal: Terminal,
  options: OutputOptions,
  all: readonly T[],
  words: (one: T) => readonly string[],
): number {
  if (options.format === 'json') {
    printJson(terminal, all);
    return EXIT.ok;
  }
  for (const one of all) {
    const line = [one.id, ...words(one), stateOf(one)].map(printable).join('  ');
    terminal.out(`${one.revokedAt === undefined ? line : paint(terminal, 'dim', line)}\n`);
  }
  return EXIT.ok;
}

function stateOf({ revokedAt, expiresAt, lastUsedAt, createdAt }: AdminTokenView | CredentialView): string {
  if (revokedAt !== undefined) return t('revoked {0}', revokedAt.slice(0, 10));
  if (expiresAt !== undefined) return t('until {0}', expiresAt.slice(0, 10));
  if (lastUsedAt !== undefined) return t('used {0}', lastUsedAt.slice(0, 10));
  return t('since {0}', createdAt.slice(0, 10));
}

/**
 * A password from standard input, which is not shown where a person types it. Arguments would be seen by everybody on the
 * machine.
 */
export async function readPassword(terminal: Terminal): Promise<string> {
  const isTyped = isatty(0);
  if (isTyped) terminal.err(t('Password: '));
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: hidden, terminal: isTyped });
  try {
    for await (const line of lines) {
      if (isTyped) terminal.err('\n');
      return line;
    }
  } finally {
    lines.close();
  }
  throw new CommandError(t('Write the password to standard input.'));
}
