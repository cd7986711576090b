import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  State,
  TransportKind,
  type ErrorHandler,
} from 'vscode-languageclient/node';
import {
  type InitializationOptions,
  LANGUAGE_ID,
  LIVE_SCHEME,
  SERVER_NODE_OPTIONS,
  TrustedNotification,
} from '../../server/src/protocol';
import { tell } from './requests';

/** How often the server may stop by itself within `RESTART_WINDOW` before we leave it stopped. */
const MOST_RESTARTS = 4;
const RESTART_WINDOW = 3 * 60 * 1000;

/** The client of the language server that comes with the extension. It is not started yet; it stops with `context`. */
export function createLanguageClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): LanguageClient {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const client: LanguageClient = new LanguageClient(
    'botlane',
    'Botlane',
    { module, transport: TransportKind.ipc, options: { execArgv: [...SERVER_NODE_OPTIONS] } },
    {
      documentSelector: [
        { scheme: 'file', language: LANGUAGE_ID },
        { scheme: LIVE_SCHEME, language: LANGUAGE_ID },
      ],
      outputChannel: log,
      initializationOptions: initializationOptions(),
      markdown: { isTrusted: false, supportHtml: false },
      // Whoever starts the client says that it failed.
      initializationFailedHandler: () => false,
      errorHandler: restartingHandler(() => client.state === State.Starting),
    },
  );
  context.subscriptions.push(
    { dispose: () => (client.needsStop() ? client.stop() : undefined) },
    vscode.workspace.onDidGrantWorkspaceTrust(async () => {
      if (client.state === State.Running) await tell(client, TrustedNotification, {});
    }),
  );
  return client;
}

/** Read anew at every start of the server, so that a restart after trust was granted is a trusted one. */
function initializationOptions(): () => InitializationOptions {
  return () => ({
    trusted: vscode.workspace.isTrusted,
    views: true,
    maxFileSize: vscode.workspace.getConfiguration('botlane').get<number>('maxFileSize', 2 * 1024 * 1024),
    ...(vscode.l10n.uri && { l10nUri: vscode.l10n.uri.toString() }),
  });
}

/**
 * Starts the server again when it stops by itself, says so, and gives up when it keeps stopping, or stops before it has
 * started.
 */
function restartingHandler(isStarting: () => boolean): ErrorHandler {
  const stops: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed: () => {
      if (isStarting()) return { action: CloseAction.DoNotRestart, handled: true };
      const now = Date.now();
      while (stops[0] !== undefined && now - stops[0] > RESTART_WINDOW) stops.shift();
      stops.push(now);
      if (stops.length <= MOST_RESTARTS) {
        // The library would only write it to the log.
        void sayRestarted();
        return { action: CloseAction.Restart, handled: true };
      }
      return {
        action: CloseAction.DoNotRestart,
        message: vscode.l10n.t(
          'The Botlane language server stopped {0} times within three minutes and stays stopped. See the log, then reload the window.',
          stops.length,
        ),
      };
    },
  };
}

async function sayRestarted(): Promise<void> {
  const show = vscode.l10n.t('Show Log');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('The Botlane language server stopped and was started again. The log says why.'),
    show,
  );
  if (answer === show) await vscode.commands.executeCommand('botlane.showLog');
}
