import assert from 'node:assert/strict';
import type { SemanticTokens, SemanticTokensOptions } from 'vscode-languageserver/node';
import type { LanguageClient } from '../support/languageClient';
import { type DiskFolder, TRIP, useServer } from './fixture';

const NOBODY = { uri: 'file:///no/such.flow.yaml' };

describe('what helps reading, over the protocol', () => {
  const server = useServer();
  const flowText = TRIP.get('trip.flow.yaml') ?? '';

  async function opened(): Promise<{
    client: LanguageClient;
    folder: DiskFolder;
    textDocument: { uri: string };
  }> {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const uri = folder.uri('trip.flow.yaml');
    await client.open(uri, flowText);
    return { client, folder, textDocument: { uri } };
  }

  it('colours names by the announced legend, in a document and in a part of it', async () => {
    const { client, textDocument } = await opened();
    const options = client.initialized.capabilities.semanticTokensProvider as SemanticTokensOptions;
    const { tokenTypes } = options.legend;
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    });
    // Five numbers a token: lines down, characters on, length, type, modifiers.
    const types = data.flatMap((number, index) => (index % 5 === 3 ? [tokenTypes[number]] : []));
    assert.deepEqual(types, ['namespace', 'function', 'class', 'namespace', 'function']);
    assert.deepEqual(data.slice(0, 5), [0, 6, 4, tokenTypes.indexOf('namespace'), 1]);
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const part = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument,
      range,
    });
    assert.deepEqual(part.data, [4, 14, 10, tokenTypes.indexOf('class'), 0]);
    const none = await client.request('textDocument/semanticTokens/full', { textDocument: NOBODY });
    assert.deepEqual(none, { data: [] });
  });
});
