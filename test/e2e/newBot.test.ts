import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { story } from './support/suite';

// Protects the way of somebody who begins: from an empty folder to a bot with an intent of their own.
story(
  'a new bot',
  (scene) => {
    it('is made in a folder of its name, in a language that is chosen', async () => {
      const { workbench, workspace } = scene();
      await workbench.sideBar.open('Bot');
      const bots = workbench.sideBar.view('Bots');
      await bots.content.getByRole('button', { name: 'New Bot…' }).click();
      await workbench.quickInput.waitFor('In which language');
      await workbench.quickInput.choose('English');
      await workbench.quickInput.waitFor('Name of the new bot');
      await workbench.quickInput.fill('My Bot');
      await workbench.quickInput.waitFor('my-bot');
      await workbench.quickInput.fill('my-bot');
      await workbench.quickInput.accept();
      await workbench.editor.waitForTab('bot.yaml');
      await bots.item('my-bot').waitFor();
      assert.ok(existsSync(path.join(workspace, 'my-bot', 'bot.yaml')));
    });

    it('takes a new intent, beside the others', async () => {
      const { workbench, workspace } = scene();
      await workbench.palette.run('Bot: New Intent…');
      await workbench.quickInput.waitFor('Name of the new intent');
      await workbench.quickInput.fill('greet');
      await workbench.quickInput.waitFor('taken');
      await workbench.quickInput.fill('opening_hours');
      await workbench.quickInput.accept();
      await workbench.editor.waitForTab('opening_hours.intent.yaml');
      assert.ok(existsSync(path.join(workspace, 'my-bot', 'intents', 'opening_hours.intent.yaml')));
    });
  },
  (workspace) => {
    for (const name of readdirSync(workspace)) {
      if (name !== '.git') rmSync(path.join(workspace, name), { recursive: true });
    }
  },
);
