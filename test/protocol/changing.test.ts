import assert from 'node:assert/strict';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
  LeftBehindRequest,
  RelinkRequest,
  MoveExpressionsRequest,
  MoveTargetsRequest,
  NewBotLanguagesRequest,
  NewDefinitionRequest,
} from '../../server/src/protocol';
import { LanguageClient } from '../support/languageClient';
import { type DiskFolder, TRIP, useServer } from './fixture';

const CANCEL = 'intent: cancel_train\nexpressions:\n  en: |\n    cancel my train\n    cancel my train\n';

describe('code actions over the protocol', () => {
  const server = useServer();

  async function opened(
    views: boolean,
  ): Promise<{ client: LanguageClient; folder: DiskFolder; uri: string }> {
    const folder = server.folder(new Map([...TRIP, ['cancel.intent.yaml', CANCEL]]));
    const client = await server.start({
      folders: [folder.path],
      initializationOptions: { trusted: false, views },
    });
    const uri = folder.uri('book_train.intent.yaml');
    await client.open(uri, TRIP.get('book_train.intent.yaml') ?? '');
    return { client, folder, uri };
  }

  function actions(
    client: LanguageClient,
    uri: string,
    line: number,
    only?: string[],
  ): Promise<CodeAction[]> {
    const place = { line, character: 6 };
    return client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: place, end: place },
      context: { diagnostics: [], ...(only && { only }) },
    });
  }

  it('mend everything that is safe, when that is asked for', async () => {
    const { client, folder } = await opened(false);
    const uri = folder.uri('cancel.intent.yaml');
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.botlane']) {
      const [action, ...others] = await actions(client, uri, 0, [kind]);
      assert.equal(action?.kind, 'source.fixAll.botlane');
      assert.deepEqual(others, []);
      const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.equal(change?.edits.length, 1);
    }
    const unasked = await actions(client, uri, 3);
    assert.ok(unasked.every(({ kind }) => !kind?.startsWith('source')));
  });

  it('move an expression to a likely intent, for clients without a list', async () => {
    const { client, uri } = await opened(false);
    const found = await actions(client, uri, 3, ['refactor']);
    assert.deepEqual(
      found.map(({ title, kind }) => [title, kind]),
      [["Move to intent 'cancel_train'", 'refactor.move']],
    );
    const changed = ((found[0]?.edit?.documentChanges ?? []) as TextDocumentEdit[]).length;
    assert.equal(changed, 2);
    assert.deepEqual(await actions(client, uri, 0, ['refactor']), []);
  });

  it('move an expression to the intent that is chosen from our list', async () => {
    const { client, uri } = await opened(true);
    const [action] = await actions(client, uri, 3, ['refactor']);
    assert.equal(action?.command?.command, 'botlane.moveExpressions');
    const place = { line: 3, character: 6 };
    const selection = { uri, range: { start: place, end: place } };
    assert.deepEqual(await client.ask(MoveTargetsRequest, selection), [
      { intent: 'cancel_train', expressions: 2 },
    ]);
    const edits: ApplyWorkspaceEditParams[] = [];
    client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      edits.push(params);
      return { applied: edits.length === 1, failureReason: 'The file is locked.' };
    });
    const move = () => client.ask(MoveExpressionsRequest, { ...selection, intent: 'cancel_train' });
    assert.deepEqual(await move(), { kind: 'moved' });
    assert.equal(edits[0]?.edit.documentChanges?.length, 2);
    assert.deepEqual(await move(), { kind: 'refused', reason: 'The file is locked.' });
    const nobody = await client.ask(MoveExpressionsRequest, { ...selection, intent: 'nobody' });
    assert.equal(nobody.kind, 'refused');
  });
});

describe('files that are renamed and deleted, over the protocol', () => {
  const server = useServer();

  it('change what refers to them, before they move', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const filters = client.initialized.capabilities.workspace?.fileOperations?.willRename?.filters;
    assert.equal(filters?.length, 1);
    const rename = (name: string) =>
      client.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: [{ oldUri: folder.uri('book_train.intent.yaml'), newUri: folder.uri(name) }],
      });
    const edit = await rename('buy_ticket.intent.yaml');
    assert.deepEqual(
      (edit?.documentChanges ?? []).map((change) => 'textDocument' in change && change.textDocument.uri),
      [folder.uri('book_train.intent.yaml'), folder.uri('trip.flow.yaml')],
    );
    const warned = new Promise<{ message: string }>((resolve) => {
      client.connection.onNotification('window/showMessage', resolve);
    });
    assert.equal(await rename('buy a ticket.intent.yaml'), null);
    assert.match((await warned).message, /keeps its name.*not a valid name/);
  });

  it('are asked about before they are deleted', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const left = await client.ask(LeftBehindRequest, { uris: [folder.uri('book_train.intent.yaml')] });
    assert.deepEqual(left, [
      {
        bot: folder.uri('.').replace(/\/\.$/, ''),
        names: ['book_train'],
        uses: 1,
        files: [folder.uri('book_train.intent.yaml')],
        intents: ['book_train'],
        others: left[0]?.others ?? [],
      },
    ]);
    assert.ok(!left[0]?.others.includes('book_train'));
  });

  it('can have their dialogs linked to another intent, or to none', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const edits: WorkspaceEdit[] = [];
    client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const bot = folder.uri('.').replace(/\/\.$/, '');
    const intents = ['book_train'];
    assert.deepEqual(await client.ask(RelinkRequest, { bot, intents, to: 'other' }), { kind: 'relinked' });
    assert.deepEqual(await client.ask(RelinkRequest, { bot, intents }), { kind: 'relinked' });
    const texts = edits.map((edit) =>
      (edit.documentChanges ?? []).flatMap((change) =>
        'edits' in change ? change.edits.map((one) => ('newText' in one ? one.newText : '')) : [],
      ),
    );
    assert.deepEqual(texts, [['other'], ['']]);
    const lost = await client.ask(RelinkRequest, { bot: folder.uri('no/bot'), intents });
    assert.equal(lost.kind, 'refused');
  });
});

describe('new definitions over the protocol', () => {
  const server = useServer();

  it('are texts for the client to write, or a reason; nothing is written', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const place = folder.uri('.');
    const intent = await client.ask(NewDefinitionRequest, { kind: 'intent', place, name: 'cancel' });
    assert.ok(intent.kind === 'made');
    assert.deepEqual(
      intent.files.map(({ uri }) => uri.slice(place.length)),
      ['/cancel.intent.yaml'],
    );
    const taken = await client.ask(NewDefinitionRequest, { kind: 'intent', place, name: 'book_train' });
    assert.deepEqual(taken, { kind: 'refused', reason: '"book_train" is taken. Choose another name.' });
    const [language = ''] = await client.ask(NewBotLanguagesRequest, {});
    const bot = await client.ask(NewDefinitionRequest, { kind: 'bot', place, name: 'second', language });
    assert.ok(bot.kind === 'made' && bot.open === `${place}/second/bot.yaml`);
    const nowhere = folder.uri('no/bot');
    const lost = await client.ask(NewDefinitionRequest, { kind: 'flow', place: nowhere, name: 'a' });
    assert.equal(lost.kind, 'refused');
    const again = await client.ask(NewDefinitionRequest, { kind: 'flow', place, name: 'second' });
    assert.equal(again.kind, 'made');
  });
});
