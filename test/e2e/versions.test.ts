import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { botlane, git } from './support/session';
import { story } from './support/suite';

// Protects people who look back: what differs is told and shown, some flows go live without the rest, and a version that
// is brought back into the draft costs nobody's work.
story(
  'versions compared, some flows published, and a version brought back',
  (scene) => {
    const file = (workspace: string, name: string): string => path.join(workspace, 'flows', name);
    let general = '';

    it('compares two versions in a tree, with both files behind each entry', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('DRAFT choo-choo');
      await workbench.sideBar.open('Bot');
      await workbench.sideBar.view('Versions').item('Version 2 LIVE').waitFor();
      await workbench.palette.run('Bot: Compare Versions…');
      await workbench.quickInput.waitFor('Compare: which side is before?');
      await workbench.quickInput.choose('Version 1');
      await workbench.quickInput.waitFor('Compare: which side is after?');
      await workbench.quickInput.choose('DRAFT');
      const comparison = workbench.sideBar.view('Comparison');
      await comparison.item('NLP part').waitFor();
      await comparison.item('Flow part').waitFor();
      await comparison.expand('Intent pets changed');
      await comparison.item('expressions (en): my goldfish wants a window seat').waitFor();
      await comparison.expand('Dialog general/thanks changed');
      await comparison.item(/^texts \(en\) say\.text:/).click();
      await workbench.page
        .locator('.tab.active')
        .filter({ hasText: 'general/thanks (version 1 and DRAFT)' })
        .waitFor();
      await workbench.page.locator('.monaco-diff-editor .modified .line-insert').first().waitFor();
      await workbench.tidy();
      await workbench.screenshot('comparison');
    });

    it('keeps up with the draft, turns round and closes', async () => {
      const { workbench, workspace } = scene();
      const comparison = workbench.sideBar.view('Comparison');
      general = readFileSync(file(workspace, 'general.flow.yaml'), 'utf8');
      writeFileSync(file(workspace, 'news.flow.yaml'), NEWS);
      await comparison.item('Flow news added').waitFor();
      await workbench.palette.run('Bot: Swap Sides of Comparison');
      await comparison.item('Flow news removed').waitFor();
      await workbench.palette.run('Bot: Close Comparison');
      await comparison.content.waitFor({ state: 'hidden' });
    });

    it('offers the flows that differ from LIVE, and publishes the chosen one alone', async () => {
      const { workbench, workspace } = scene();
      const groups = readFileSync(file(workspace, 'groups.flow.yaml'), 'utf8');
      writeFileSync(file(workspace, 'groups.flow.yaml'), groups.replace('title: ', 'title: Large '));
      await workbench.sideBar.view('Versions').item('DRAFT 2 changes against LIVE').waitFor();
      await workbench.palette.run('Bot: Publish Selected Flows…');
      await workbench.quickInput.waitFor('Which flows of choo-choo shall be published?');
      const rows = await workbench.quickInput.rows();
      assert.match(rows.join('\n'), /groups.*Flow groups changed/s);
      assert.match(rows.join('\n'), /news.*Flow news added \(1 dialog\)/s);
      await workbench.screenshot('selected-flows');
      await workbench.quickInput.fill('news');
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.page.keyboard.press('Space');
      await workbench.quickInput.accept();
      await workbench.preview.heading('Publish choo-choo: flows news').waitFor();
      await workbench.preview.change('Flow news added').waitFor();
      await workbench.quickInput.waitFor('Publish choo-choo, flows news, as version 3');
      await workbench.quickInput.accept();
      await workbench.messages.notification('Version 3 of choo-choo is live.').waitFor();
      assert.equal(
        git(workspace, 'diff', '--name-only', 'bots/choo-choo/v2', 'bots/choo-choo/v3'),
        'definition/flows/news.flow.yaml\nrelease.json',
      );
      writeFileSync(file(workspace, 'groups.flow.yaml'), groups);
    });

    it('refuses a flow that needs what LIVE does not have, and says what', async () => {
      const { workbench, workspace } = scene();
      const before = git(workspace, 'for-each-ref');
      writeFileSync(file(workspace, 'news.flow.yaml'), NEWS.replace('end: true', 'next: weather/start'));
      writeFileSync(file(workspace, 'weather.flow.yaml'), NEWS.replace('flow: news', 'flow: weather'));
      await workbench.sideBar.view('Versions').item('DRAFT 2 changes against LIVE').waitFor();
      await workbench.palette.run('Bot: Publish Selected Flows…');
      await workbench.quickInput.waitFor('Which flows of choo-choo shall be published?');
      await workbench.quickInput.fill('news');
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.page.keyboard.press('Space');
      await workbench.quickInput.accept();
      await workbench.preview
        .gate('live-links')
        .filter({ hasText: 'news/start links to the dialog weather/start, which is not there.' })
        .waitFor();
      await workbench.messages.notification('The chosen flows cannot be published.').waitFor();
      await workbench.screenshot('selected-flows-refused');
      assert.equal(git(workspace, 'for-each-ref'), before);
      rmSync(file(workspace, 'weather.flow.yaml'));
    });

    it('finds versions by their notes', async () => {
      const { workbench } = scene();
      await workbench.tidy();
      await workbench.palette.run('Bot: Search Versions…');
      await workbench.quickInput.waitFor('Words of their notes');
      await workbench.quickInput.fill('GOLDFISH');
      await workbench.quickInput.accept();
      const versions = workbench.sideBar.view('Versions');
      await versions.item('Version 2').waitFor();
      await versions.item('Version 1').waitFor({ state: 'hidden' });
      await workbench.palette.run('Bot: Show All Versions');
      await versions.item('Version 1').waitFor();
    });

    it('names the work that is nowhere else before a version is restored, and keeps it', async () => {
      const { workbench, workspace } = scene();
      writeFileSync(file(workspace, 'news.flow.yaml'), NEWS.replace('No news.', 'Only here.'));
      await workbench.sideBar.view('Versions').contextMenu('Version 1', 'Restore Version to Draft…');
      await workbench.messages.answerDialog(
        'Restore version 1 of choo-choo to the draft?',
        'Restore Version 1',
      );
      await workbench.messages.dialog('flows/news.flow.yaml').waitFor();
      await workbench.screenshot('restore-unsaved-work');
      await workbench.messages.answerDialog(
        'The draft holds work that is in no version and no commit.',
        'Restore Anyway',
      );
      await workbench.messages.notification('The draft of choo-choo is version 1.').waitFor();
      await workbench.screenshot('restored');
      assert.equal(existsSync(file(workspace, 'news.flow.yaml')), false);
      assert.notEqual(readFileSync(file(workspace, 'general.flow.yaml'), 'utf8'), general);
    });

    it('undoes the restore, to the byte', async () => {
      const { workbench, workspace } = scene();
      await workbench.messages.answer('The draft of choo-choo is version 1.', 'Undo Restore');
      await workbench.messages.notification('The draft of choo-choo is what it was before.').waitFor();
      assert.match(readFileSync(file(workspace, 'news.flow.yaml'), 'utf8'), /Only here\./);
      assert.equal(readFileSync(file(workspace, 'general.flow.yaml'), 'utf8'), general);
    });
  },
  (workspace) => {
    botlane(workspace, 'publish', '--full', '--train', '--notes', 'The train bot goes live');
    const pets = path.join(workspace, 'intents', 'pets.intent.yaml');
    const thanks = path.join(workspace, 'flows', 'general.flow.yaml');
    writeFileSync(
      pets,
      readFileSync(pets, 'utf8').replace('  nl: |', '    my goldfish wants a window seat\n  nl: |'),
    );
    writeFileSync(thanks, readFileSync(thanks, 'utf8').replace('My pleasure!', 'With pleasure!'));
    botlane(workspace, 'publish', '--full', '--train', '--notes', 'Goldfish travel too');
  },
);

const NEWS = `flow: news
dialogs:
  start:
    say:
      - text:
          en: No news.
          nl: Geen nieuws.
    end: true
`;
