import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { git } from './support/session';
import { story } from './support/suite';

const LIVE = 'bots/choo-choo/live';

const UPGRADE = `intent: upgrade
description: The user wants a seat in first class after all.
expressions:
  en: |
    can I move up to first class?
    I would like to sit in first class after all
    upgrade my seat please
    what does an upgrade cost?
    second class is packed, can I switch to first?
    pay the difference for first class
    make it a first class seat
    is there still room in first class?
    I want more legroom, upgrade me
    first class for the way back
  nl: |
    kan ik naar eerste klasse verhuizen?
    ik zit toch liever in eerste klasse
    een upgrade van mijn plaats graag
    wat kost een upgrade?
    tweede klasse zit vol, mag ik naar eerste?
    ik betaal het verschil voor eerste klasse
    maak er een plaats in eerste klasse van
    is er nog plek in eerste klasse?
    ik wil meer beenruimte, geef me een upgrade
    eerste klasse voor de terugweg
`;

// Protects the whole lane as a user walks it: what breaks a bot is told, what would break LIVE is refused, and every
// publish can be taken back.
story('from a draft to LIVE and back', (scene) => {
  let lostItem = '';
  let pets = '';
  let before = '';

  it('opens the example, which has nothing to complain about', async () => {
    const { workbench, workspace } = scene();
    lostItem = readFileSync(path.join(workspace, 'intents', 'lost-item.intent.yaml'), 'utf8');
    pets = readFileSync(path.join(workspace, 'intents', 'pets.intent.yaml'), 'utf8');
    await workbench.statusBar.waitFor('DRAFT choo-choo · NLP never trained · cannot publish');
    await workbench.sideBar.open('Bot');
    await workbench.sideBar.view('Bots').item('Choo Choo').waitFor();
    await workbench.sideBar.view('Versions').item('LIVE Nothing has been published yet.').waitFor();
    await workbench.problems.open();
    await workbench.problems.waitForNone();
  });

  it('flags the flow in which a dialog is linked to an intent that was deleted', async () => {
    const { workbench } = scene();
    await workbench.explorer.deleteFile('lost-item.intent.yaml');
    await workbench.problems.open();
    await workbench.problems.item("Intent 'lost_item' does not exist").waitFor();
    assert.match((await workbench.problems.items())[0] ?? '', /^lost-property\.flow\.yaml/);
    await workbench.palette.openFile('lost-property.flow.yaml');
    await workbench.editor.findings('error').first().waitFor();
  });

  it('mends it by a quick fix, and asks for the expressions of the new intent', async () => {
    const { workbench, workspace } = scene();
    await workbench.editor.lenses().first().waitFor();
    await workbench.editor.goTo(7, 16);
    await workbench.editor.quickFix("Create intent 'lost_item'");
    await workbench.problems.item("Intent 'lost_item' does not exist").waitFor({ state: 'hidden' });
    await workbench.problems.goTo("Intent 'lost_item' has no expressions");
    await workbench.editor.waitForTab('lost_item.intent.yaml');
    await workbench.editor.replaceAll(lostItem);
    await workbench.editor.save();
    await workbench.problems.waitForNone();
    assert.equal(readFileSync(path.join(workspace, 'intents', 'lost_item.intent.yaml'), 'utf8'), lostItem);
  });

  it('trains', async () => {
    const { workbench } = scene();
    await workbench.palette.run('Bot: Train NLP');
    await workbench.messages.notification('The NLP of choo-choo is trained (en, nl).').waitFor();
    await workbench.statusBar.waitFor('NLP trained · can publish full, not NLP only');
  });

  it('previews a publish without doing any of it', async () => {
    const { workbench, workspace } = scene();
    await workbench.palette.run('Bot: Preview Publish');
    await workbench.quickInput.press('Full bot');
    await workbench.preview.verdict('Possible. It would become version 1.').waitFor();
    await workbench.tidy();
    await workbench.preview.gate('trained').filter({ hasText: 'passes' }).waitFor();
    await workbench.screenshot('publish-preview');
    assert.equal(git(workspace, 'for-each-ref', 'refs/heads/bots', 'refs/tags'), '');
  });

  it('checks again when the draft changes while the preview is open, and says so', async () => {
    const { workbench, workspace } = scene();
    const file = path.join(workspace, 'bot.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}# Looked at again.\n`);
    await workbench.preview.status('Checked again: this is how things stand now.').waitFor();
    writeFileSync(file, text);
  });

  it('shows gates and difference, then asks for notes, then publishes the full bot', async () => {
    const { workbench, workspace } = scene();
    before = git(workspace, 'status', '--porcelain=v2', '--branch');
    await workbench.palette.run('Bot: Publish…');
    await workbench.quickInput.waitFor('What of choo-choo shall be published?');
    const [full, nlp] = await workbench.quickInput.rows();
    assert.match(full ?? '', /Full bot.*becomes version 1/);
    assert.match(nlp ?? '', /NLP only.*not possible now.*Publish the full bot first/);
    await workbench.quickInput.press('Full bot');
    await workbench.preview.heading('Publish choo-choo: full bot').waitFor();
    await workbench.preview.gate('validation').filter({ hasText: 'passes' }).waitFor();
    await workbench.preview.change('Intent lost_item added').waitFor();
    await workbench.quickInput.waitFor('Publish choo-choo, full bot, as version 1');
    await workbench.quickInput.fill('');
    await workbench.quickInput.waitFor('A version needs notes.');
    assert.equal(git(workspace, 'for-each-ref', 'refs/heads/bots', 'refs/tags'), '');
    await workbench.quickInput.fill('The train bot goes live');
    await workbench.quickInput.accept();
    await workbench.messages.notification('Version 1 of choo-choo is live.').waitFor();
    await workbench.sideBar.open('Bot');
    await workbench.sideBar.view('Versions').item('Version 1 LIVE').waitFor();
    assert.equal(git(workspace, 'tag', '--list'), 'bots/choo-choo/v1');
    assert.equal(git(workspace, 'rev-list', '--count', LIVE), '1');
    assert.match(git(workspace, 'log', '-1', '--format=%B', LIVE), /The train bot goes live/);
    assert.equal(
      git(workspace, 'show', `${LIVE}:definition/intents/lost_item.intent.yaml`),
      lostItem.trim(),
      'what is live is what was in the editor',
    );
    assert.equal(
      git(workspace, 'status', '--porcelain=v2', '--branch'),
      before,
      'branch, index and work tree are as they were',
    );
  });

  it('publishes a new intent with the NLP only, and leaves the flows of LIVE alone', async () => {
    const { workbench, workspace } = scene();
    await workbench.explorer.newFileBeside('pets.intent.yaml', 'upgrade.intent.yaml');
    await workbench.editor.replaceAll(UPGRADE);
    await workbench.editor.save();
    await workbench.statusBar.waitFor('NLP stale · cannot publish');
    await workbench.palette.run('Bot: Publish NLP Only');
    await workbench.messages.answer('NLP only cannot be published. The NLP is not trained', 'Train NLP');
    await workbench.statusBar.waitFor('NLP trained · can publish full or NLP only');
    // The preview that is still open has planned again.
    await workbench.preview.verdict('Possible. It would become version 2.').waitFor();
    await workbench.palette.run('Bot: Publish NLP Only');
    await workbench.preview.heading('Publish choo-choo: NLP only').waitFor();
    await workbench.preview.change('Intent upgrade added').waitFor();
    await workbench.quickInput.waitFor('Publish choo-choo, NLP only, as version 2');
    await workbench.quickInput.accept();
    await workbench.messages.notification('Version 2 of choo-choo is live.').waitFor();
    await workbench.sideBar.open('Bot');
    await workbench.sideBar.view('Versions').item('Version 2 LIVE').waitFor();
    assert.deepEqual(git(workspace, 'tag', '--list').split('\n'), ['bots/choo-choo/v1', 'bots/choo-choo/v2']);
    assert.match(git(workspace, 'log', '-1', '--format=%B', LIVE), /Intents added: upgrade/);
    assert.equal(
      git(workspace, 'rev-parse', `${LIVE}:definition/flows`),
      git(workspace, 'rev-parse', 'bots/choo-choo/v1^{commit}:definition/flows'),
    );
    assert.equal(git(workspace, 'show', `${LIVE}:definition/intents/upgrade.intent.yaml`), UPGRADE.trim());
  });

  it('refuses NLP only after an intent was deleted, and says why', async () => {
    const { workbench, workspace } = scene();
    before = git(workspace, 'for-each-ref');
    await workbench.explorer.deleteFile('pets.intent.yaml');
    await workbench.problems.open();
    await workbench.problems.item("Intent 'pets' was removed: LIVE (version 2) still has it").waitFor();
    await workbench.tidy();
    await workbench.palette.run('Bot: Publish NLP Only');
    await workbench.preview.verdict('Not possible now').waitFor();
    const gate = workbench.preview.gate('intents-removed');
    await gate.filter({ hasText: 'blocks' }).waitFor();
    await gate.filter({ hasText: 'pets: linked to in LIVE by travel-info/pets' }).waitFor();
    await workbench.messages
      .notification('NLP only cannot be published. The intent pets of LIVE is not in the draft.')
      .waitFor();
    await workbench.quickInput.waitForNone();
    await workbench.screenshot('nlp-only-refused');
    assert.equal(git(workspace, 'for-each-ref'), before);
  });

  it('brings the intent back from LIVE by a quick fix', async () => {
    const { workbench, workspace } = scene();
    await workbench.tidy();
    await workbench.problems.open();
    await workbench.problems.goTo("Intent 'pets' was removed");
    await workbench.editor.waitForTab('travel-info.flow.yaml');
    // They move the lines; the list of fixes stays where it opened.
    await workbench.editor.lenses().first().waitFor();
    const fixes = await workbench.editor.quickFixes();
    assert.equal(fixes[0], "Restore intent 'pets' from LIVE");
    assert.ok(fixes.includes('Remove the link'), fixes.join('\n'));
    await workbench.screenshot('finding');
    await workbench.quickInput.accept();
    await workbench.problems.item("Intent 'pets' was removed").waitFor({ state: 'hidden' });
    await workbench.statusBar.waitFor('NLP trained · can publish full, not NLP only');
    assert.equal(readFileSync(path.join(workspace, 'intents', 'pets.intent.yaml'), 'utf8'), pets);
  });

  it('shows LIVE under a red status item, in files that cannot be typed into', async () => {
    const { workbench, workspace } = scene();
    await workbench.tidy();
    await workbench.palette.run('View: Close All Editors');
    await workbench.palette.openFile('travel-info.flow.yaml');
    await workbench.palette.run('Bot: Switch to Live');
    await workbench.statusBar.waitFor('LIVE choo-choo, version 2');
    assert.equal(await workbench.statusBar.ground('LIVE choo-choo'), 'error');
    await workbench.sideBar.open('Bot');
    await workbench.sideBar.view('Bots in LIVE').item('Choo Choo').waitFor();
    await workbench.editor.waitForFolder('choo-choo');
    assert.equal(await workbench.editor.tabs('travel-info.flow.yaml'), 2, 'LIVE beside the draft');
    await workbench.editor.goTo(1);
    await workbench.editor.lenses().filter({ hasText: 'LIVE, version 2 of choo-choo' }).waitFor();
    const text = await workbench.editor.visibleText();
    await workbench.editor.goTo(12);
    await workbench.editor.type('x');
    assert.match(await workbench.editor.refusal(), /^This is LIVE: users are talking to it\./);
    await workbench.screenshot('live');
    assert.equal(await workbench.editor.visibleText(), text);
    assert.equal(await workbench.palette.offers('Bot: Publish…'), false);
    assert.equal(existsSync(path.join(workspace, 'definition')), false);
  });

  it('switches back to the draft, and takes the live files out of sight', async () => {
    const { workbench } = scene();
    await workbench.palette.run('Bot: Switch to Draft');
    await workbench.statusBar.waitFor('DRAFT choo-choo');
    assert.equal(await workbench.statusBar.ground('DRAFT choo-choo'), 'plain');
    await workbench.sideBar.view('Bots').item('Choo Choo').waitFor();
    await workbench.editor.waitForFolder('flows');
    assert.equal(await workbench.editor.tabs('travel-info.flow.yaml'), 1);
  });

  it('makes version 1 live again, and leaves the draft and the versions as they are', async () => {
    const { workbench, workspace } = scene();
    before = git(workspace, 'status', '--porcelain=v2', '--branch');
    await workbench.sideBar.open('Bot');
    await workbench.sideBar.view('Versions').inlineAction('Version 1', 'Make Version Live…');
    await workbench.messages.answerDialog('Make version 1 of choo-choo live?', 'Make Version 1 Live');
    await workbench.messages.notification('Version 1 of choo-choo is live.').waitFor();
    await workbench.sideBar.view('Versions').item('Version 1 LIVE').waitFor();
    await workbench.sideBar.view('Versions').item('DRAFT 1 change against LIVE').waitFor();
    assert.equal(git(workspace, 'rev-list', '--count', LIVE), '3', 'going back is one more entry in the log');
    assert.deepEqual(git(workspace, 'tag', '--list').split('\n'), ['bots/choo-choo/v1', 'bots/choo-choo/v2']);
    for (const part of ['definition', 'model']) {
      assert.equal(
        git(workspace, 'rev-parse', `${LIVE}:${part}`),
        git(workspace, 'rev-parse', `bots/choo-choo/v1^{commit}:${part}`),
        `${part} is that of version 1 to the byte`,
      );
    }
    assert.equal(git(workspace, 'status', '--porcelain=v2', '--branch'), before);
    await workbench.tidy();
    await workbench.sideBar.view('Bots').expand('Flows');
    await workbench.sideBar.view('Bots').expand('booking');
    await workbench.sideBar.view('Versions').expand('DRAFT');
    await workbench.sideBar.view('Versions').item('Intent upgrade added').waitFor();
    await workbench.palette.openFile('lost-property.flow.yaml');
    await workbench.editor.goTo(1);
    await workbench.editor.lenses().filter({ hasText: 'use' }).first().waitFor();
    await workbench.screenshot('draft');
  });
});
