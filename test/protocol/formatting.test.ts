import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver/node';
import { Lines } from '../../server/src/text/lines';
import { applyEdits } from '../../server/src/text/edit';
import { TRIP, useServer } from './fixture';

const UNTIDY = `intent:   book_train
# what people say
expressions:
    en: |
       book me a train 🚂
       I need a ticket


description: Wants a ticket.
`;

const TIDY = `intent: book_train

description: Wants a ticket.
# what people say
expressions:
  en: |
    book me a train 🚂
    I need a ticket
`;

describe('formatting over the protocol', () => {
  const server = useServer();

  it('is announced, and formats the document as it is in the editor', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    assert.equal(client.initialized.capabilities.documentFormattingProvider, true);
    const uri = folder.uri('book_train.intent.yaml');
    const format = async (text: string): Promise<string> => {
      const edits = await client.request<TextEdit[]>('textDocument/formatting', {
        textDocument: { uri },
        options: { tabSize: 4, insertSpaces: true },
      });
      const lines = new Lines(text);
      return applyEdits(
        text,
        edits.map(({ range, newText }) => ({
          span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
          newText,
        })),
      );
    };
    await client.open(uri, UNTIDY);
    assert.equal(await format(UNTIDY), TIDY);
    const tidy = await client.edit(uri, UNTIDY, UNTIDY, TIDY);
    assert.equal(await format(tidy), TIDY);
  });

  it('leaves alone what does not parse', async () => {
    const folder = server.folder(new Map([...TRIP, ['broken.intent.yaml', 'intent:   a\nexpressions: [\n']]));
    const client = await server.start({ folders: [folder.path] });
    const edits = await client.request<TextEdit[]>('textDocument/formatting', {
      textDocument: { uri: folder.uri('broken.intent.yaml') },
      options: { tabSize: 2, insertSpaces: true },
    });
    assert.deepEqual(edits, []);
  });
});
