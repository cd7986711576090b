import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { story } from './support/suite';

// Protects first contact: a view that has nothing to show says what to do about it.
story(
  'a folder without a bot',
  (scene) => {
    it('says how to make a bot', async () => {
      const { workbench } = scene();
      await workbench.sideBar.open('Bot');
      const bots = workbench.sideBar.view('Bots').content;
      await bots.getByText('There is no bot in this workspace yet.').waitFor();
      await bots.getByRole('button', { name: 'New Bot…' }).waitFor();
      const versions = workbench.sideBar.view('Versions').content;
      await versions.getByText('When this workspace holds a bot').waitFor();
      const deployment = workbench.sideBar.view('Deployment').content;
      assert.equal(await deployment.getByRole('button', { name: 'Publish…' }).count(), 0);
    });

    it('offers no command that needs a bot', async () => {
      const { workbench } = scene();
      assert.equal(await workbench.palette.offers('Bot: Publish…'), false);
      assert.equal(await workbench.palette.offers('Bot: Train NLP'), false);
    });

    it('shows the log', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: Show Log');
      const channel = workbench.page.locator('.panel .composite.title option:checked');
      await channel.filter({ hasText: /^Botlane$/ }).waitFor({ state: 'attached' });
    });
  },
  (workspace) => {
    for (const name of readdirSync(workspace)) rmSync(path.join(workspace, name), { recursive: true });
    mkdirSync(path.join(workspace, 'notes'));
  },
);

story(
  'a bot outside of any git repository',
  (scene) => {
    it('is checked, and says why nothing can be published', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('DRAFT choo-choo');
      await workbench.sideBar.open('Bot');
      await workbench.sideBar.view('Bots').item('Choo Choo').waitFor();
      const versions = workbench.sideBar.view('Versions').content;
      await versions.getByText('this folder is not in a git repository yet').waitFor();
    });

    it('becomes a repository at a click, and only then', async () => {
      const { workbench, workspace } = scene();
      assert.equal(existsSync(path.join(workspace, '.git')), false);
      const versions = workbench.sideBar.view('Versions');
      await versions.content.getByRole('button', { name: 'Initialize Repository' }).click();
      await versions.item('LIVE Nothing has been published yet.').waitFor();
      assert.ok(existsSync(path.join(workspace, '.git')));
    });
  },
  (workspace) => rmSync(path.join(workspace, '.git'), { recursive: true }),
);

story(
  'publishing a bot outside of any git repository',
  (scene) => {
    it('offers to make one, and goes on', async () => {
      const { workbench, workspace } = scene();
      await workbench.statusBar.waitFor('DRAFT choo-choo');
      await workbench.palette.run('Bot: Publish…');
      await workbench.messages.answer('choo-choo cannot be published', 'Initialize Repository');
      await workbench.quickInput.waitFor('What of choo-choo shall be published?');
      assert.ok(existsSync(path.join(workspace, '.git')));
    });
  },
  (workspace) => rmSync(path.join(workspace, '.git'), { recursive: true }),
);
