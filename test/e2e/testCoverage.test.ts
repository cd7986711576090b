import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { botlane } from './support/session';
import { story } from './support/suite';

// Protects the answer to "what do my tests protect?": it is there after a run, and gone when it no longer holds.
story(
  'coverage by conversation tests',
  (scene) => {
    it('shows in the Bots view what tests come through', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('NLP trained');
      await workbench.palette.openFile('disruptions.flow.yaml');
      await workbench.palette.run('Bot: Run Conversation Tests');
      await workbench.page.getByText('15/15').waitFor();
      await workbench.sideBar.open('Bot');
      const bots = workbench.sideBar.view('Bots');
      await bots.item(/Flows .* tested/).waitFor();
      for (const other of ['Versions', 'Deployment', 'Train Inbox'])
        await workbench.sideBar.view(other).fold();
      await bots.expand('Intents');
      await bots.item(/confirm .*\d tests?/).waitFor();
    });

    it('shows behind each dialog how many tests come through', async () => {
      const { workbench } = scene();
      await workbench.editor.waitForText('1 test');
      await workbench.editor.waitForText('no test');
      await workbench.tidy();
      await workbench.screenshot('test-coverage');
    });

    it('forgets it when the draft changes', async () => {
      const { workbench, workspace } = scene();
      const file = path.join(workspace, 'flows', 'general.flow.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('I am Choo Choo.', 'I am Puffing Billy.'));
      const bots = workbench.sideBar.view('Bots');
      await bots.item(/confirm .*\d tests?/).waitFor({ state: 'detached' });
      await bots.item('confirm').waitFor();
    });
  },
  (workspace) => {
    botlane(workspace, 'train');
  },
);
