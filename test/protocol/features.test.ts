import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DefinitionLink,
  DocumentSymbol,
  Hover,
  Location,
  MarkupContent,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { LanguageClient } from '../support/languageClient';
import { type DiskFolder, TRIP, useServer } from './fixture';

describe('language features over the protocol', () => {
  const server = useServer();
  const flowText = TRIP.get('trip.flow.yaml') ?? '';

  async function opened(): Promise<{ client: LanguageClient; folder: DiskFolder; uri: string }> {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const uri = folder.uri('trip.flow.yaml');
    await client.open(uri, flowText);
    return { client, folder, uri };
  }

  it('are announced, with incremental changes', async () => {
    const { client } = await opened();
    const { capabilities } = client.initialized;
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    for (const provider of [
      'hoverProvider',
      'definitionProvider',
      'referencesProvider',
      'renameProvider',
    ] as const) {
      assert.ok(capabilities[provider], provider);
    }
    await client.request('workspace/symbol', { query: '' });
    assert.match(JSON.stringify(client.registrations), /workspace\/didChangeWatchedFiles/);
  });

  it('complete right after a key stroke', async () => {
    const { client, uri } = await opened();
    const text = await client.edit(uri, flowText, 'intent: book_train', 'intent: ');
    const list = await client.request<CompletionList>(
      'textDocument/completion',
      LanguageClient.at(uri, text, 'intent: |'),
    );
    assert.deepEqual(
      list.items.map(({ label, textEdit }) => [label, textEdit?.newText]),
      [['book_train', 'book_train']],
    );
  });

  it('tell about a proposal when somebody looks at it', async () => {
    const { client, uri } = await opened();
    const text = await client.edit(uri, flowText, 'next: ', 'next:  ');
    const place = LanguageClient.at(uri, text, 'next: | ');
    const { items } = await client.request<CompletionList>('textDocument/completion', place);
    const dialog = items.find(({ data }) => data !== undefined);
    assert.ok(dialog && dialog.detail === undefined);
    const looked = await client.request<CompletionItem>('completionItem/resolve', dialog);
    assert.equal(looked.detail, 'intent book_train');
  });

  it('explain names, as Markdown or plain as the client can', async () => {
    const { client, uri, folder } = await opened();
    const place = LanguageClient.at(uri, flowText, 'intent: book|_train');
    const hover = await client.request<Hover>('textDocument/hover', place);
    assert.equal((hover.contents as MarkupContent).kind, 'markdown');
    assert.match((hover.contents as MarkupContent).value, /^\*\*Intent\*\* book\\_train/);
    const plain = await server.start({
      folders: [folder.path],
      adapt: (params) => ({ ...params, capabilities: {} }),
    });
    const answer = await plain.request<Hover>('textDocument/hover', place);
    assert.match((answer.contents as MarkupContent).value, /^Intent book_train/);
  });

  it('lead to definitions and references in other files, open or not', async () => {
    const { client, uri, folder } = await opened();
    const place = LanguageClient.at(uri, flowText, 'intent: book|_train');
    const [link] = await client.request<DefinitionLink[]>('textDocument/definition', place);
    assert.equal(link?.targetUri, folder.uri('book_train.intent.yaml'));
    assert.deepEqual(link.targetSelectionRange, {
      start: { line: 0, character: 8 },
      end: { line: 0, character: 18 },
    });
    const found = await client.request<Location[]>('textDocument/references', {
      ...place,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(found.map((one) => one.uri).sort(), [link.targetUri, uri].sort());
  });

  it('rename across files and with the file of the definition', async () => {
    const { client, uri, folder } = await opened();
    const place = LanguageClient.at(uri, flowText, 'intent: book|_train');
    assert.deepEqual(await client.request('textDocument/prepareRename', place), {
      range: { start: { line: 4, character: 14 }, end: { line: 4, character: 24 } },
      placeholder: 'book_train',
    });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...place,
      newName: 'buy_ticket',
    });
    const edits = (edit.documentChanges ?? []).filter((one): one is TextDocumentEdit => 'edits' in one);
    const versions = new Map(edits.map(({ textDocument }) => [textDocument.uri, textDocument.version]));
    assert.deepEqual(
      versions,
      new Map([
        [folder.uri('book_train.intent.yaml'), null],
        [uri, 1],
      ]),
    );
    assert.deepEqual(edit.documentChanges?.at(-1), {
      kind: 'rename',
      oldUri: folder.uri('book_train.intent.yaml'),
      newUri: folder.uri('buy_ticket.intent.yaml'),
    });
  });

  it('refuse a rename with the reason', async () => {
    const { client, uri } = await opened();
    const place = LanguageClient.at(uri, flowText, 'intent: book|_train');
    await assert.rejects(
      client.request('textDocument/rename', { ...place, newName: 'not a name' }),
      /"not a name" is not a valid name/,
    );
    await client.request('textDocument/hover', place);
  });

  it('offer quick fixes that mend what they are offered for', async () => {
    const { client, uri } = await opened();
    const text = await client.edit(uri, flowText, 'intent: book_train', 'intent: book_trian');
    await client.until(() => client.codes(uri).includes('references/unknown-intent'));
    const [diagnostic] = client.diagnostics(uri);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostic?.range,
      context: { diagnostics: [diagnostic] },
    });
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(preferred, actions.map(({ title }) => title).join());
    const [change] = preferred.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    const [edit] = change.edits;
    assert.ok(edit && 'newText' in edit);
    assert.equal(change.textDocument.version, 2);
    const lines = text.split('\n');
    const line = lines[edit.range.start.line] ?? '';
    const mended =
      line.slice(0, edit.range.start.character) + edit.newText + line.slice(edit.range.end.character);
    assert.equal(mended, '      intent: book_train');
  });

  it('create files only for a client that can', async () => {
    const create = (actions: CodeAction[]) =>
      actions.some(({ edit }) =>
        edit?.documentChanges?.some((one) => 'kind' in one && one.kind === 'create'),
      );
    const { client, uri, folder } = await opened();
    const text = await client.edit(uri, flowText, 'intent: book_train', 'intent: something_else');
    const params = {
      ...LanguageClient.at(uri, text, 'something|_else'),
      range: { start: { line: 4, character: 16 }, end: { line: 4, character: 16 } },
      context: { diagnostics: [] },
    };
    assert.ok(create(await client.request('textDocument/codeAction', params)));
    const simple = await server.start({
      folders: [folder.path],
      adapt: (given) => ({ ...given, capabilities: {} }),
    });
    await simple.open(uri, text);
    assert.ok(!create(await simple.request('textDocument/codeAction', params)));
  });

  it('outline documents and find symbols of the workspace', async () => {
    const { client, uri } = await opened();
    const [flow] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual([flow?.name, flow?.children?.map(({ name }) => name)], ['trip', ['start']]);
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'booktr' });
    assert.deepEqual(
      found.map(({ name, containerName }) => [name, containerName]),
      [['book_train', 'fixture']],
    );
  });

  it('answer nothing, and go on, for documents that nobody knows', async () => {
    const { client, uri } = await opened();
    for (const strange of [
      'file:///no/such.flow.yaml',
      'untitled:Untitled-1',
      'botlive:/none/x.flow.yaml',
      '%%%',
    ]) {
      const place = { textDocument: { uri: strange }, position: { line: 99, character: 99 } };
      assert.equal(await client.request('textDocument/hover', place), null, strange);
    }
    const hover = await client.request('textDocument/hover', LanguageClient.at(uri, flowText, 'trig|ger'));
    assert.ok(hover);
  });
});
