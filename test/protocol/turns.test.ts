import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver/node';
import { LanguageClient } from '../support/languageClient';
import { TRIP, useServer } from './fixture';

/** A bot with so many findings that its check takes many turns. */
const FLOWS = 600;

describe('a check of many files, over the protocol', () => {
  const server = useServer();

  it('answers requests before it is finished, and tells of the open document first', async () => {
    const lost = Array.from({ length: 20 }, (_, index) => `  d${index}:\n    next: nowhere${index}\n`).join(
      '',
    );
    const files = new Map(TRIP);
    for (let index = 0; index < FLOWS; index++) {
      files.set(`many/f${index}.flow.yaml`, `flow: f${index}\ndialogs:\n${lost}`);
    }
    const last = `zz.flow.yaml`;
    const text = 'flow: zz\ndialogs:\n  start:\n    trigger:\n      intent: book_train\n    next: nowhere\n';
    files.set(last, text);
    const folder = server.folder(files);
    const client = await server.start({ folders: [folder.path] });
    const uri = folder.uri(last);
    await client.open(uri, text);
    await client.until(() => client.codes(uri).includes('references/unknown-dialog'));
    const told = client.filesWithDiagnostics().length;
    assert.ok(told < FLOWS, `the open document comes before ${FLOWS - told} others`);
    const hover = await client.request<Hover | null>(
      'textDocument/hover',
      LanguageClient.at(uri, text, 'book_|train'),
    );
    assert.ok(hover);
    assert.ok(client.filesWithDiagnostics().length < FLOWS, 'the check goes on');
    await client.until(() => client.filesWithDiagnostics().length === FLOWS + 1);
  });
});
