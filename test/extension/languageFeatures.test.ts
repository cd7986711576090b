import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { draftFile, extension, placeOf } from './support/workspace';

const FLOW = draftFile('flows/lost-property.flow.yaml');
const INTENT = draftFile('intents/lost-item.intent.yaml');

// Protects the way from the editor to the server and back, once for each feature; what the answers hold is tested
// where they are made.
describe('language features', () => {
  let flow: vscode.TextDocument;
  let link: vscode.Position;

  before(async () => {
    await extension();
    flow = await vscode.workspace.openTextDocument(FLOW);
    link = placeOf(flow, 'lost_item', 2);
  });

  it('hovers over an intent', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      FLOW,
      link,
    );
    const text = hovers.flatMap(({ contents }) => contents.map(plain)).join('\n');
    assert.match(text, /lost\\_item/, 'escaped, because names are no Markdown');
    assert.match(text, /The user left something behind/);
  });

  it('goes to the definition of an intent', async () => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      FLOW,
      link,
    );
    assert.deepEqual(
      found.map((place) => ('uri' in place ? place.uri : place.targetUri).toString()),
      [INTENT.toString()],
    );
  });

  it('finds the references of an intent', async () => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      FLOW,
      link,
    );
    const files = found.map(({ uri }) => uri.toString());
    assert.ok(files.includes(FLOW.toString()), files.join('\n'));
    assert.ok(files.includes(INTENT.toString()), files.join('\n'));
  });

  it('renames an intent in every file that names it', async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      FLOW,
      link,
      'lost_thing',
    );
    const files = edit.entries().map(([uri]) => uri.toString());
    assert.ok(files.includes(FLOW.toString()), files.join('\n'));
    assert.ok(files.includes(INTENT.toString()), files.join('\n'));
    for (const [, edits] of edit.entries()) {
      for (const { newText } of edits) assert.equal(newText, 'lost_thing');
    }
  });

  it('completes the names of intents', async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      FLOW,
      placeOf(flow, 'lost_item'),
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('book_train'), labels.join(', '));
  });

  it('outlines a flow with its dialogs', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      FLOW,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['lost-property'],
    );
    const dialogs = symbols[0]?.children.map(({ name }) => name) ?? [];
    assert.ok(dialogs.includes('report'), dialogs.join(', '));
  });

  it('finds definitions in the whole workspace', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'lost_item',
    );
    assert.ok(
      symbols.some(({ name, location }) => name === 'lost_item' && location.uri.path === INTENT.path),
    );
  });
});

function plain(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}
