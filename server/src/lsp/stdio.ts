import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { startServer } from './server';

/** Serves the editor at standard input and output, as `botlane lsp --stdio` does; the process ends with it. */
export function startStdioServer(): void {
  startServer(createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)));
}
