import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { botlane, draftFile, eventually, extension, placeOf } from './support/workspace';

const LIVE_FLOW = vscode.Uri.parse('botlive:/choo-choo/flows/lost-property.flow.yaml');
const LIVE_INTENT = vscode.Uri.parse('botlive:/choo-choo/intents/lost-item.intent.yaml');

// Protects LIVE from the editor: it can be read with all comfort, and it cannot be changed in any way.
describe('LIVE in the editor', () => {
  let flow: vscode.TextDocument;

  before(async function () {
    this.timeout(120_000);
    await extension();
    await botlane('train');
    await botlane('publish', '--full', '--notes', 'For the tests');
    await vscode.commands.executeCommand('botlane.refresh');
    flow = await vscode.workspace.openTextDocument(LIVE_FLOW);
  });

  it('holds what was published', async () => {
    const draft = await vscode.workspace.fs.readFile(draftFile('flows/lost-property.flow.yaml'));
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(LIVE_FLOW)), Buffer.from(draft));
    const version = vscode.Uri.parse('botversion:/choo-choo/v1/flows/lost-property.flow.yaml');
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(version)), Buffer.from(draft));
  });

  it('has no files but those of LIVE', async () => {
    const absent = vscode.Uri.parse('botlive:/choo-choo/flows/none.flow.yaml');
    await assert.rejects(
      async () => vscode.workspace.fs.readFile(absent),
      ({ code }: vscode.FileSystemError) => code === 'FileNotFound',
    );
  });

  for (const scheme of ['botlive', 'botversion']) {
    it(`is read-only: ${scheme}`, () => {
      assert.equal(vscode.workspace.fs.isWritableFileSystem(scheme), false);
    });
  }

  it('refuses to be written, deleted or renamed', async () => {
    const { fs } = vscode.workspace;
    await assert.rejects(async () => fs.writeFile(LIVE_FLOW, Buffer.from('flow: other')));
    await assert.rejects(async () => fs.delete(LIVE_FLOW));
    await assert.rejects(async () =>
      fs.rename(LIVE_FLOW, LIVE_FLOW.with({ path: '/choo-choo/other.flow.yaml' })),
    );
    assert.match(Buffer.from(await fs.readFile(LIVE_FLOW)).toString(), /^flow: lost-property/);
  });

  it('has language features, which stay in LIVE', async () => {
    assert.equal(flow.languageId, 'bot-definition');
    const link = placeOf(flow, 'lost_item', 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      LIVE_FLOW,
      link,
    );
    assert.ok(hovers.length > 0);
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      LIVE_FLOW,
      link,
    );
    assert.deepEqual(
      found.map((place) => ('uri' in place ? place.uri : place.targetUri).toString()),
      [LIVE_INTENT.toString()],
    );
  });

  it('is not renamed', async () => {
    await assert.rejects(
      async () =>
        vscode.commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          LIVE_FLOW,
          placeOf(flow, 'lost_item', 2),
          'other',
        ),
      /This is LIVE/,
    );
  });

  it('says on its first line that it is live, and leads back to the draft', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      LIVE_FLOW,
    );
    const [says, leads] = lenses.filter(({ range }) => range.start.line === 0);
    assert.match(says?.command?.title ?? '', /^LIVE, version 1 of choo-choo: users are talking to this/);
    assert.equal(leads?.command?.command, 'botlane.switchToDraft');
  });

  it('shows its files after the switch, and takes them away with the switch back', async () => {
    await vscode.window.showTextDocument(draftFile('flows/lost-property.flow.yaml'), {
      selection: new vscode.Range(6, 0, 6, 0),
    });
    await vscode.commands.executeCommand('botlane.switchToLive');
    const editor = await eventually(
      'the live file in the editor',
      () => editorOn('botlive'),
      vscode.window.onDidChangeActiveTextEditor,
    );
    assert.equal(editor.document.uri.toString(), LIVE_FLOW.toString());
    assert.equal(editor.selection.start.line, 6, 'at the same place');
    await vscode.commands.executeCommand('botlane.switchToDraft');
    await eventually(
      'the draft in the editor',
      () => editorOn('file'),
      vscode.window.onDidChangeActiveTextEditor,
    );
    const open = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === 'botlive');
    assert.deepEqual(open, []);
  });
});

function editorOn(scheme: string): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.scheme === scheme ? editor : undefined;
}
