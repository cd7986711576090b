import assert from 'node:assert/strict';
import { botlane } from './support/session';
import { story } from './support/suite';

// Protects the answer to "what would the bot make of this?", for the draft and for LIVE side by side.
story(
  'testing an utterance',
  (scene) => {
    it('shows what draft and LIVE make of a message while it is typed', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('NLP trained');
      await workbench.palette.openFile('lost-property.flow.yaml');
      await workbench.tidy();
      await workbench.palette.run('Bot: Test an Utterance…');
      await workbench.quickInput.waitFor('Type what a user would say to Choo Choo');
      await workbench.quickInput.fill('I left my violin on the train to Ghent');
      await workbench.quickInput.rowsWith('LIVE: lost_item').waitFor();
      await workbench.screenshot('utterance');
      const rows = await workbench.quickInput.rows();
      assert.match(rows[0] ?? '', /^DRAFT: lost_item, \d+% · understood, above 80%, decided by /);
      assert.ok(rows.includes('station: Ghent, from "Ghent"'), rows.join('\n'));
      assert.equal(rows.filter((row) => row.startsWith('lost-property/start')).length, 2, rows.join('\n'));
    });

    it('says when nothing is understood, and which dialog follows then', async () => {
      const { workbench } = scene();
      await workbench.quickInput.fill('the moon is made of cheese');
      await workbench.quickInput.rowsWith('not understood, at or below 80%').first().waitFor();
      await workbench.quickInput.rowsWith('general/not_understood').first().waitFor();
    });

    it('asks in the next language of the bot', async () => {
      const { workbench } = scene();
      await workbench.page.getByRole('button', { name: 'Ask in language nl' }).click();
      await workbench.quickInput.waitFor('Test an utterance in language nl');
      await workbench.quickInput.fill('ik ben mijn paraplu vergeten op de trein');
      await workbench.quickInput.rowsWith('DRAFT: lost_item').waitFor();
    });

    it('opens the dialog that would follow', async () => {
      const { workbench } = scene();
      await workbench.quickInput.accept();
      await workbench.editor.waitForTab('lost-property.flow.yaml');
      await workbench.quickInput.waitForNone();
    });
  },
  (workspace) => {
    botlane(workspace, 'train');
    botlane(workspace, 'publish', '--full', '--notes', 'The train bot goes live');
  },
);
