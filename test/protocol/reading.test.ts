import assert from 'node:assert/strict';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CodeLens,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type InlayHint,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensOptions,
} from 'vscode-languageserver/node';
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

  it('folds, grows selections and leads from links', async () => {
    const { client, folder, textDocument } = await opened();
    assert.deepEqual(await client.request('textDocument/foldingRange', { textDocument }), [
      { startLine: 1, endLine: 8 },
      { startLine: 2, endLine: 8 },
      { startLine: 3, endLine: 4 },
      { startLine: 5, endLine: 7 },
      { startLine: 6, endLine: 7 },
    ]);
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [{ line: 4, character: 16 }],
    });
    assert.deepEqual(selection?.range, {
      start: { line: 4, character: 14 },
      end: { line: 4, character: 24 },
    });
    assert.deepEqual(selection.parent?.range.start, { line: 4, character: 6 });
    const [link] = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.deepEqual(link?.range.start, { line: 8, character: 10 });
    assert.match(link.target ?? '', /#L\d+,\d+$/);
    assert.ok(link.target?.startsWith(folder.uri('.')));
    const [unknown] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [{ line: 999, character: 0 }],
    });
    assert.ok(unknown);
  });

  it('counts uses for those who look, and shows them in our own client', async () => {
    const { client, folder, textDocument } = await opened();
    const intent = { textDocument: { uri: folder.uri('book_train.intent.yaml') } };
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', intent);
    assert.equal(lens?.command, undefined);
    const resolved = await client.request<CodeLens>('codeLens/resolve', lens);
    assert.deepEqual(resolved.command, { title: '1 use', command: '' });
    const own = await server.start({
      folders: [folder.path],
      initializationOptions: { trusted: false, views: true },
    });
    const shown = await own.request<CodeLens>('codeLens/resolve', lens);
    assert.equal(shown.command?.command, 'botlane.showReferences');
    assert.equal(shown.command.arguments?.[0], intent.textDocument.uri);
    assert.deepEqual(shown.command.arguments[2], [
      {
        uri: textDocument.uri,
        range: { start: { line: 4, character: 14 }, end: { line: 4, character: 24 } },
      },
    ]);
  });

  it('hints at numbers and marks the other places of a name', async () => {
    const { client, folder, textDocument } = await opened();
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: folder.uri('book_train.intent.yaml') },
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['2 expressions'],
    );
    const marks = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', {
      textDocument,
      position: { line: 2, character: 3 },
    });
    assert.deepEqual(
      marks.map(({ kind }) => kind),
      [DocumentHighlightKind.Write],
    );
  });

  it('tells which dialog leads to which', async () => {
    const { client, folder, textDocument } = await opened();
    const [start] = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      textDocument,
      position: { line: 7, character: 14 },
    });
    assert.equal(start?.name, 'start');
    const outgoing = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: start,
    });
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.name, fromRanges[0]?.start.line]),
      [['welcome', 8]],
    );
    const incoming = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item: start,
    });
    assert.deepEqual(
      incoming.map(({ from }) => from.uri),
      [folder.uri('book_train.intent.yaml')],
    );
  });

  it('is asked for again when another file has changed what it says', async () => {
    const folder = server.folder();
    const client = await server.start({
      folders: [folder.path],
      adapt: (params) => ({
        ...params,
        capabilities: {
          ...params.capabilities,
          workspace: { ...params.capabilities.workspace, codeLens: { refreshSupport: true } },
        },
      }),
    });
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/codeLens/refresh', () => {
        resolve();
        return null;
      });
    });
    await client.open(folder.uri('trip.flow.yaml'), flowText.replace('book_train', 'something_else'));
    await refreshed;
  });
});
