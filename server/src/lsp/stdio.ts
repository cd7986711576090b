import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './server';
import { connectionStrategy } from './strategy';

/** Serves the editor at standard input and output, as `botlane lsp --stdio` does; the process ends with it. */
export function startStdioServer(): void {
  startServer(createConnection(process.stdin, process.stdout, { connectionStrategy }));
}
