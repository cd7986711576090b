import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { botlane, git } from './support/session';
import { story } from './support/suite';

const GENERAL = 'flows/general.flow.yaml';

/** Mends LIVE from the command line, as somebody else would: a hotfix with another text of the first message. */
function mendLive(workspace: string, text: string, notes: string): void {
  const run = (...words: string[]): string =>
    execFileSync(process.execPath, [path.resolve('dist', 'cli.js'), 'hotfix', ...words], {
      encoding: 'utf8',
    });
  const { folder } = JSON.parse(run('start', workspace, '--format', 'json')) as { folder: string };
  const file = path.join(folder, GENERAL);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/title: .*/, `title: ${text}`));
  run('publish', workspace, '--train', '--notes', notes);
}

// Protects users and drafts: nobody is let in by accident, and what went live without the draft is not lost by it.
story(
  'who is let in, and LIVE mended without the draft',
  (scene) => {
    it('lets nobody in after a first publish, and says so', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('DRAFT choo-choo');
      await workbench.sideBar.open('Bot');
      const deployment = workbench.sideBar.view('Deployment');
      await deployment.unfold();
      await deployment.item('Status active').waitFor();
      await deployment.item('Visibility internal: only with a credential').waitFor();
      await deployment.item('The bot is internal and has no access method').waitFor();
    });

    it('lets people in with a token, and everybody only after it was said twice', async () => {
      const { workbench, workspace } = scene();
      const deployment = workbench.sideBar.view('Deployment');
      await workbench.palette.run('Bot: Deploy: Set Access…');
      await workbench.quickInput.press('access token');
      await deployment.item('Access access token').waitFor();
      await workbench.palette.run('Bot: Deploy: Set Visibility…');
      await workbench.quickInput.press('public: everybody is let in');
      await workbench.messages.answerDialog('Make choo-choo public?', 'Make Public');
      await deployment.item('Visibility public: everybody is let in').waitFor();
      assert.match(git(workspace, 'show', 'bots/choo-choo/live:deployment.json'), /"public"/);
    });

    it('schedules what shall happen, and when', async () => {
      const { workbench } = scene();
      const deployment = workbench.sideBar.view('Deployment');
      await workbench.palette.run('Bot: Deploy: Schedule…');
      await workbench.quickInput.press('Deactivate');
      await workbench.quickInput.waitFor('In which time zone?');
      await workbench.quickInput.choose('Europe/Brussels');
      await workbench.quickInput.waitFor('What the clock shows in Europe/Brussels');
      await workbench.quickInput.fill('2099-06-01T09:00');
      await workbench.quickInput.accept();
      await deployment.item(/^Deactivate .*2099.*\(Europe\/Brussels\)/).waitFor();
      await workbench.tidy();
      await workbench.screenshot('deployment');
    });

    it('warns of a hotfix that the draft lacks, and takes it into the draft', async () => {
      const { workbench, workspace } = scene();
      mendLive(workspace, 'Mended', 'Mended in a hurry');
      const versions = workbench.sideBar.view('Versions');
      await workbench.messages.notification('LIVE of choo-choo has changes that the draft lacks').waitFor();
      await versions.item('LIVE has changes that the draft lacks').waitFor();
      await workbench.statusBar.waitFor('LIVE has changes');
      await workbench.screenshot('drift');
      await workbench.palette.run('Bot: Take into Draft');
      await workbench.messages.notification('Version 2 is in the draft now.').waitFor();
      await versions.item('LIVE has changes that the draft lacks').waitFor({ state: 'hidden' });
      assert.match(readFileSync(path.join(workspace, GENERAL), 'utf8'), /title: Mended/);
    });

    it('overwrites a hotfix only with a reason, which stays with the version', async () => {
      const { workbench, workspace } = scene();
      mendLive(workspace, 'Mended again', 'Mended again');
      const file = path.join(workspace, GENERAL);
      writeFileSync(file, readFileSync(file, 'utf8').replace('title: Mended', 'title: Ours'));
      await workbench.sideBar.view('Versions').item('LIVE has changes that the draft lacks').waitFor();
      await workbench.messages.clear();
      await workbench.palette.run('Bot: Publish Full Bot');
      await workbench.messages.answer('The full bot cannot be published.', 'Overwrite LIVE…');
      await workbench.quickInput.waitFor('Why shall it be overwritten?');
      await workbench.quickInput.accept();
      await workbench.quickInput.waitFor('Say why');
      await workbench.quickInput.fill('Our text is the right one');
      await workbench.quickInput.accept();
      await workbench.quickInput.waitFor('Version notes');
      await workbench.quickInput.fill('Ours');
      await workbench.quickInput.accept();
      await workbench.messages.notification('Version 4 of choo-choo is live.').waitFor();
      const record = git(workspace, 'show', 'bots/choo-choo/v4:release.json');
      assert.match(record, /"override": "Our text is the right one"/);
    });

    it('asks before LIVE itself is mended, and finds nothing wrong with the store', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: Hotfix Live…');
      await workbench.messages.answerDialog('Mend LIVE of choo-choo itself?', 'Cancel');
      await workbench.palette.run('Bot: Doctor');
      await workbench.messages.notification('Nothing is wrong with the versions of choo-choo.').waitFor();
    });
  },
  (workspace) => botlane(workspace, 'publish', '--full', '--train', '--notes', 'First'),
);
