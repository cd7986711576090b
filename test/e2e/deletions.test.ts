import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { story } from './support/suite';

// Protects what others refer to when the file of a definition is deleted or renamed in the Explorer.
story('files that are deleted and renamed', (scene) => {
  const read = (...names: string[]): string => readFileSync(path.join(scene().workspace, ...names), 'utf8');

  it('a deleted intent is written back', async () => {
    const { workbench } = scene();
    // From then on the extension is there to see what is deleted.
    await workbench.statusBar.waitFor('DRAFT choo-choo');
    const before = read('intents', 'pets.intent.yaml');
    await workbench.explorer.deleteFile('pets.intent.yaml');
    await workbench.messages.answer(/still refers? to pets/, 'Restore');
    await workbench.explorer.waitForFile('pets.intent.yaml');
    assert.equal(read('intents', 'pets.intent.yaml'), before);
  });

  it('a deleted intent leaves dialogs behind, which are linked to another one', async () => {
    const { workbench } = scene();
    await workbench.explorer.deleteFile('discount.intent.yaml');
    await workbench.messages.answer(/still refers? to discount/, 'Link Another Intent');
    await workbench.quickInput.waitFor('To which intent');
    await workbench.quickInput.choose('refund');
    await workbench.palette.openFile('travel-info.flow.yaml');
    await workbench.editor.save();
    assert.match(read('flows', 'travel-info.flow.yaml'), /intent: refund/);
    assert.doesNotMatch(read('flows', 'travel-info.flow.yaml'), /intent: discount/);
  });

  it('a renamed file takes the name of its intent along', async () => {
    const { workbench } = scene();
    await workbench.explorer.renameFile('refund.intent.yaml', 'money_back.intent.yaml');
    await workbench.messages.answerDialog('refactoring changes', 'OK');
    await workbench.explorer.waitForFile('money_back.intent.yaml');
    await workbench.palette.openFile('tickets.flow.yaml');
    await workbench.editor.save();
    assert.match(read('flows', 'tickets.flow.yaml'), /intent: money_back/);
    await workbench.palette.openFile('money_back.intent.yaml');
    await workbench.editor.save();
    assert.match(read('intents', 'money_back.intent.yaml'), /^intent: money_back\n/);
  });
});
