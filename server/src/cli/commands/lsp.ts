import { startStdioServer } from '../../lsp/stdio';

/** `botlane lsp --stdio`: the language server for other editors. Ends with its client. */
export function lsp(): void {
  startStdioServer();
}
