import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { botlane } from './support/session';
import { story } from './support/suite';

// Protects the work that stands in the editor: nothing is trained or published behind its back, and what differs from
// LIVE can be looked at side by side.
story(
  'a draft that differs from LIVE',
  (scene) => {
    const intent = (workspace: string): string =>
      readFileSync(path.join(workspace, 'intents', 'pets.intent.yaml'), 'utf8');

    it('names unsaved files before it trains, and does nothing when saving is declined', async () => {
      const { workbench, workspace } = scene();
      await workbench.statusBar.waitFor('NLP trained · can publish full, not NLP only');
      await workbench.sideBar.open('Bot');
      await workbench.palette.openFile('pets.intent.yaml');
      await workbench.editor.goTo(5, 5);
      await workbench.editor.type('my goldfish wants a window seat\n');
      await workbench.statusBar.waitFor('NLP stale · cannot publish');
      await workbench.palette.run('Bot: Train NLP');
      await workbench.messages.dialog('intents/pets.intent.yaml').waitFor();
      await workbench.messages.answerDialog('Some files of this bot are not saved.', 'Cancel');
      assert.doesNotMatch(intent(workspace), /goldfish/);
      await workbench.statusBar.waitFor('NLP stale · cannot publish');
    });

    it('saves and trains when that is what the user wants', async () => {
      const { workbench, workspace } = scene();
      await workbench.palette.run('Bot: Train NLP');
      await workbench.messages.answerDialog('Some files of this bot are not saved.', 'Save and Continue');
      await workbench.statusBar.waitFor('NLP trained · can publish full or NLP only');
      assert.match(intent(workspace), /goldfish/);
    });

    it('lists what differs, and shows each difference side by side', async () => {
      const { workbench } = scene();
      const versions = workbench.sideBar.view('Versions');
      await versions.expand('DRAFT');
      await versions.item('Intent pets changed 1 expression added').click();
      await workbench.page.locator('.tab.active').filter({ hasText: 'pets (LIVE and draft)' }).waitFor();
      const inserted = workbench.page.locator('.monaco-diff-editor .modified .line-insert');
      await inserted.first().waitFor();
      // Only what is on screen is there, and the intents are many.
      await workbench.sideBar.view('Versions').fold();
      await workbench.sideBar.view('Deployment').fold();
      await workbench.sideBar.view('Bots').expand('Intents');
      await workbench.sideBar
        .view('Bots')
        .item(/^pets \d+ expressions · differs from LIVE/)
        .waitFor();
    });
  },
  (workspace) => {
    botlane(workspace, 'train');
    botlane(workspace, 'publish', '--full', '--notes', 'The train bot goes live');
  },
);
