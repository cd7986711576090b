import assert from 'node:assert/strict';
import { TRIP, useServer } from './fixture';

const MISSPELT = { found: 'intent: book_train', replacement: 'intent: book_trian' };

describe('diagnostics over the protocol', () => {
  const server = useServer();

  it('come for the whole workspace at the start, of several bots and several folders', async () => {
    const broken = new Map([
      ...TRIP,
      ['trip.flow.yaml', 'flow: trip\ndialogs:\n  start:\n    next: nowhere\n'],
    ]);
    const first = server.folder(broken);
    const second = server.folder(new Map([...broken].map(([path, text]) => [`deep/er/${path}`, text])));
    const client = await server.start({ folders: [first.path, second.path] });
    const files = [first.uri('trip.flow.yaml'), second.uri('deep/er/trip.flow.yaml')];
    await client.until(() => files.every((file) => client.codes(file).includes('references/unknown-dialog')));
    const diagnostic = client
      .diagnostics(files[0] ?? '')
      .find(({ code }) => code === 'references/unknown-dialog');
    assert.equal(diagnostic?.source, 'botlane');
    assert.deepEqual(diagnostic?.range, {
      start: { line: 3, character: 10 },
      end: { line: 3, character: 17 },
    });
    assert.match(diagnostic?.codeDescription?.href ?? '', /docs\/rules\/references\/unknown-dialog\.md$/);
  });

  it('follow every edit, and unsaved text wins over the file', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const uri = folder.uri('trip.flow.yaml');
    const text = TRIP.get('trip.flow.yaml') ?? '';
    await client.open(uri, text);
    const misspelt = await client.edit(uri, text, MISSPELT.found, MISSPELT.replacement);
    await client.until(() => client.codes(uri).includes('references/unknown-intent'));
    await client.changedOnDisk({ uri: folder.write('trip.flow.yaml', text), type: 2 });
    await client.edit(uri, misspelt, 'Where', 'But where');
    assert.deepEqual(
      await client.request('textDocument/documentSymbol', { textDocument: { uri } }).then(Boolean),
      true,
    );
    assert.ok(client.codes(uri).includes('references/unknown-intent'), 'the text in the editor counts');
    await client.close(uri);
    await client.until(() => !client.codes(uri).includes('references/unknown-intent'));
  });

  it('reach other files: an intent that is renamed in the editor breaks the flow that uses it', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const uri = folder.uri('book_train.intent.yaml');
    const text = TRIP.get('book_train.intent.yaml') ?? '';
    await client.open(uri, text);
    const renamed = await client.edit(uri, text, 'intent: book_train', 'intent: buy_ticket');
    const flow = folder.uri('trip.flow.yaml');
    await client.until(() => client.codes(flow).includes('references/unknown-intent'));
    await client.edit(uri, renamed, 'buy_ticket', 'book_train');
    await client.until(() => client.filesWithDiagnostics().length === 0);
  });

  it('follow many edits at once to the last of them', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const uri = folder.uri('trip.flow.yaml');
    let text = TRIP.get('trip.flow.yaml') ?? '';
    await client.open(uri, text);
    const edits: Promise<string>[] = [];
    for (let round = 0; round < 50; round++) {
      const [from, to] = round % 2 === 0 ? ['book_train', 'book_trian'] : ['book_trian', 'book_train'];
      edits.push(client.edit(uri, text, from, to));
      text = text.replace(from, to);
    }
    await Promise.all(edits);
    await client.edit(uri, text, 'next: general/welcome', 'next: general/nowhere');
    await client.until(() => client.codes(uri).includes('references/unknown-dialog'));
    assert.deepEqual(client.codes(uri), ['references/unknown-dialog']);
  });

  it('follow files that change, come and go outside the editor', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const flow = folder.uri('trip.flow.yaml');
    await client.changedOnDisk({ uri: folder.remove('book_train.intent.yaml'), type: 3 });
    await client.until(() => client.codes(flow).includes('references/unknown-intent'));
    const intent = TRIP.get('book_train.intent.yaml') ?? '';
    await client.changedOnDisk({ uri: folder.write('intents/neu/book_train.intent.yaml', intent), type: 1 });
    await client.until(() => client.codes(flow).length === 0);
    await client.changedOnDisk({ uri: folder.write('trip.flow.yaml', 'flow: trip\ndialogs: {}\n'), type: 2 });
    await client.until(() => client.codes(flow).includes('flows/empty-flow'));
    await client.changedOnDisk({ uri: folder.remove('trip.flow.yaml'), type: 3 });
    await client.until(() => client.codes(flow).length === 0);
  });

  it('follow a folder of which the editor only says that it is gone, or there', async () => {
    const moved = new Map(
      [...TRIP].map(([path, text]) => [path.replace('book_train', 'in tents/book_train'), text]),
    );
    const folder = server.folder(moved);
    const client = await server.start({ folders: [folder.path] });
    const flow = folder.uri('trip.flow.yaml');
    await client.changedOnDisk({ uri: folder.remove('in tents'), type: 3 });
    await client.until(() => client.codes(flow).includes('references/unknown-intent'));
    folder.write('in tents/book_train.intent.yaml', TRIP.get('book_train.intent.yaml') ?? '');
    await client.changedOnDisk({ uri: folder.uri('in tents'), type: 1 });
    await client.until(() => client.codes(flow).length === 0);
  });

  it('go with a folder that leaves the workspace, and come with one that is added', async () => {
    const folder = server.folder(new Map([...TRIP, ['trip.flow.yaml', 'flow: trip\ndialogs: {}\n']]));
    const client = await server.start({ folders: [] });
    const entry = { uri: folder.uri(''), name: 'bot' };
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [entry], removed: [] } });
    await client.until(() => client.codes(folder.uri('trip.flow.yaml')).includes('flows/empty-flow'));
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [entry] } });
    await client.until(() => client.filesWithDiagnostics().length === 0);
  });

  it('name the document as the editor does, whatever its way of writing addresses', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    // Some editors escape less than others: the same file, written differently.
    const uri = folder.uri('trip.flow.yaml').replaceAll('%20', ' ').replaceAll('%C3%A4', 'ä');
    assert.notEqual(uri, folder.uri('trip.flow.yaml'));
    const text = TRIP.get('trip.flow.yaml') ?? '';
    await client.open(uri, text);
    await client.edit(uri, text, MISSPELT.found, MISSPELT.replacement);
    await client.until(() => client.codes(uri).includes('references/unknown-intent'));
    assert.deepEqual(client.codes(folder.uri('trip.flow.yaml')), []);
  });

  it('work with a client that knows no folders, and with a file outside all folders', async () => {
    const folder = server.folder(new Map([...TRIP, ['trip.flow.yaml', 'flow: trip\ndialogs: {}\n']]));
    const old = await server.start({
      adapt: ({ processId }) => ({
        processId,
        rootUri: folder.uri(''),
        capabilities: {},
      }),
    });
    await old.until(() => old.codes(folder.uri('trip.flow.yaml')).includes('flows/empty-flow'));
    assert.deepEqual(old.registrations, [], 'nothing is registered with a client that cannot');

    const single = await server.start();
    await single.open(folder.uri('trip.flow.yaml'), 'flow: trip\ndialogs: {}\n');
    await single.until(() => single.codes(folder.uri('trip.flow.yaml')).includes('flows/empty-flow'));
    await single.close(folder.uri('trip.flow.yaml'));
    await single.until(() => single.filesWithDiagnostics().length === 0);
  });

  it('stay on the file that is broken, huge or hostile, and the others keep their answers', async () => {
    const folder = server.folder();
    folder.write('binary.flow.yaml', Buffer.from([0, 255, 254, 1, 2, 3]));
    folder.write(
      'huge.intent.yaml',
      `intent: huge\nexpressions:\n  en: |\n${'    hello there\n'.repeat(200_000)}`,
    );
    folder.write('bomb.flow.yaml', `flow: bomb\na: &a [x]\n${'b: *a\n'.repeat(1000)}`);
    folder.write('nested.flow.yaml', '? '.repeat(1000));
    folder.write('types.intent.yaml', 'intent: [1]\nexpressions: 7\n');
    folder.write('proto.entity.yaml', 'entity: __proto__\n__proto__: { polluted: true }\n');
    const client = await server.start({ folders: [folder.path] });
    const hostile = [
      'binary.flow',
      'huge.intent',
      'bomb.flow',
      'nested.flow',
      'types.intent',
      'proto.entity',
    ];
    await client.until(() => hostile.every((name) => client.codes(folder.uri(`${name}.yaml`)).length > 0));
    for (const path of TRIP.keys()) assert.deepEqual(client.codes(folder.uri(path)), [], path);
    const symbols = await client.request<unknown[]>('textDocument/documentSymbol', {
      textDocument: { uri: folder.uri('trip.flow.yaml') },
    });
    assert.equal(symbols.length, 1);
  });
});
