import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { GatewayAccess } from '../../../server/src/protocol';

/** How long a gateway may take until it listens (milliseconds): an embedded database is made the first time. */
const PATIENCE = 60_000;
/** Until a gateway that was told to stop is ended (milliseconds): it finishes what is under way. */
const STOP_PATIENCE = 10_000;

/** What `botlane serve` tells whoever started it as its child. */
interface Listening {
  readonly type: 'listening';
  readonly address: string;
}

/** The gateway that this window has started, if any: `botlane serve` in a process of its own, on this machine only. */
export class GatewayProcess implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #stopped = new vscode.EventEmitter<{ readonly code: number | null; readonly wanted: boolean }>();
  #child: ChildProcess | undefined;
  #isWanted = false;

  /** The process has ended. `wanted`: because it was told to. */
  readonly onDidStop = this.#stopped.event;

  constructor(extension: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#extension = extension;
    this.#log = log;
  }

  get isRunning(): boolean {
    return this.#child !== undefined;
  }

  /**
   * Starts it, and waits until it listens.
   *
   * @param folder a folder of the repository whose bots are served
   * @param data where its embedded database is kept
   * @param databaseUrl the PostgreSQL server to use instead; empty for the embedded one
   * @returns where it is and what opens it
   */
  async start(
    folder: string,
    data: string,
    databaseUrl: string,
    cancel: vscode.CancellationToken,
  ): Promise<GatewayAccess> {
    const token = randomBytes(32).toString('base64url');
    const child = fork(
      vscode.Uri.joinPath(this.#extension, 'dist', 'cli.js').fsPath,
      ['serve', folder, '--port', '0', '--data', data, '--draft', '--log', 'json'],
      {
        silent: true,
        // The debugger's port of the extension host is taken.
        execArgv: [],
        env: {
          ...process.env,
          DATABASE_URL: databaseUrl,
          ELECTRON_RUN_AS_NODE: '1',
          BOTLANE_EDITOR_TOKEN: token,
        },
      },
    );
    this.#child = child;
    this.#isWanted = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#log.info(text.trimEnd()));
    }
    const ended = (code: number | null): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#stopped.fire({ code, wanted: this.#isWanted });
    };
    child.once('exit', ended);
    // One that could not be started does not end.
    child.once('error', () => ended(null));
    const listener = cancel.onCancellationRequested(() => void this.stop());
    try {
      return { address: await listening(child), token };
    } catch (error) {
      await this.stop();
      throw error;
    } finally {
      listener.dispose();
    }
  }

  /** Lets it finish what is under way. Resolves when the process is gone. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#isWanted = true;
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    // On every platform, which signals are not.
    if (child.connected) child.send({ type: 'stop' });
    else child.kill();
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE);
    await gone;
    clearTimeout(late);
  }

  dispose(): void {
    void this.stop();
    this.#stopped.dispose();
  }
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(vscode.l10n.t('it does not listen after {0} seconds', PATIENCE / 1000))),
      PATIENCE,
    );
    child.on('message', (message) => {
      if (!isListening(message)) return;
      clearTimeout(late);
      resolve(message.address);
    });
    child.once('error', (error) => {
      clearTimeout(late);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(vscode.l10n.t('it ended with code {0}', String(code))));
    });
  });
}

function isListening(message: unknown): message is Listening {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'listening' &&
    'address' in message &&
    typeof message.address === 'string'
  );
}
