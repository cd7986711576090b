import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { botlane, git } from './support/session';
import { story } from './support/suite';

const LIVE = 'refs/heads/bots/choo-choo/live';

// Protects people who answer for what is live: a gate is overridden with a reason that stays, what was live is found by its
// time, a version goes into a file, and going back says first what it means.
story(
  'a gate overridden with a reason, what was live when, a version as a file, and the question before going back',
  (scene) => {
    it('offers to override the gate that blocks, where bot.yaml allows it', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('DRAFT choo-choo');
      await workbench.sideBar.open('Bot');
      await workbench.sideBar.view('Versions').item('Version 1 LIVE').waitFor();
      await workbench.palette.run('Bot: Publish Full Bot');
      await workbench.preview
        .gate('tests')
        .filter({ hasText: 'It may be overridden with a reason.' })
        .waitFor();
      await workbench.messages.notification('The full bot cannot be published.').waitFor();
      await workbench.screenshot('override-offered');
    });

    it('asks for the reason, and takes no empty one', async () => {
      const { workbench } = scene();
      await workbench.messages.answer('The full bot cannot be published.', 'Override…');
      await workbench.quickInput.waitFor('Override for choo-choo: Conversation tests');
      await workbench.quickInput.fill(' ');
      await workbench.quickInput.waitFor('Say why.');
      await workbench.quickInput.fill('The new greeting is right, the test is old');
      await workbench.quickInput.waitFor('Why shall it be published all the same?');
      await workbench.screenshot('override-reason');
      await workbench.quickInput.accept();
      await workbench.preview
        .gate('tests')
        .filter({ hasText: 'Overridden: The new greeting is right, the test is old' })
        .waitFor();
      await workbench.quickInput.waitFor('Publish choo-choo, full bot, as version 2');
      await workbench.quickInput.accept();
      await workbench.messages.notification('Version 2 of choo-choo is live.').waitFor();
    });

    it('shows it in the version and keeps it in release.json', async () => {
      const { workbench, workspace } = scene();
      await workbench.tidy();
      const versions = workbench.sideBar.view('Versions');
      await versions.expand(/^Version 2 LIVE.*gates overridden/);
      await versions
        .item('Conversation tests overridden: The new greeting is right, the test is old')
        .waitFor();
      await workbench.screenshot('override-in-version');
      const record = JSON.parse(git(workspace, 'show', `${LIVE}:release.json`)) as {
        gates: { id: string; override?: string }[];
      };
      assert.equal(
        record.gates.find(({ id }) => id === 'tests')?.override,
        'The new greeting is right, the test is old',
      );
    });

    it('tells what was live at a time, while it is typed', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: What Was Live…');
      await workbench.quickInput.waitFor('What was live of choo-choo?');
      await workbench.quickInput.fill('2020-01-01T12:00');
      await workbench.quickInput.waitFor('Nothing was live.');
      await workbench.quickInput.fill('2099-01-01T12:00');
      await workbench.quickInput.waitFor('Version 2, since');
      await workbench.screenshot('what-was-live');
      await workbench.quickInput.accept();
      await workbench.messages.notification('Version 2, since').waitFor();
    });

    it('writes a version to the file that is named', async () => {
      const { workbench, workspace } = scene();
      await workbench.tidy();
      await workbench.sideBar.view('Versions').contextMenu('Version 1', 'Export Version…');
      await workbench.quickInput.waitFor('Export version 1 of choo-choo');
      await workbench.screenshot('export-version');
      await workbench.quickInput.accept();
      const file = path.join(workspace, 'choo-choo-v1.zip');
      await workbench.messages.notification('Version 1 of choo-choo is in').waitFor();
      assert.equal(readFileSync(file).subarray(0, 2).toString(), 'PK');
    });

    it('says what going back means before LIVE moves, and moves nothing when declined', async () => {
      const { workbench, workspace } = scene();
      await workbench.tidy();
      const before = git(workspace, 'rev-parse', LIVE);
      await workbench.sideBar.view('Versions').inlineAction('Version 1', 'Make Version Live…');
      const question = workbench.messages.dialog('Make version 1 of choo-choo live?');
      await question.filter({ hasText: 'Dialog general/thanks changed' }).waitFor();
      await workbench.screenshot('make-live');
      await workbench.messages.answerDialog('Make version 1 of choo-choo live?', 'Cancel');
      assert.equal(git(workspace, 'rev-parse', LIVE), before);
      await workbench.sideBar.view('Versions').item('Version 2 LIVE').waitFor();
    });
  },
  (workspace) => {
    const settings = path.join(workspace, 'bot.yaml');
    writeFileSync(
      settings,
      readFileSync(settings, 'utf8').replace('  tests: block', '  tests: block\n  overrides: [tests]'),
    );
    botlane(workspace, 'publish', '--full', '--train', '--notes', 'The train bot goes live');
    const thanks = path.join(workspace, 'flows', 'general.flow.yaml');
    writeFileSync(thanks, readFileSync(thanks, 'utf8').replace('My pleasure!', 'With pleasure!'));
    writeFileSync(path.join(workspace, 'tests', 'old.bottest.yaml'), OLD_TEST);
  },
);

const OLD_TEST = `test: the old greeting
language: en
steps:
  - user: thank you so much
  - bot: Never said.
`;
