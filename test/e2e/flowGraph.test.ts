import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FlowGraph } from './support/flowGraph';
import { botlane } from './support/session';
import { story } from './support/suite';

// Protects the picture of a flow as a way through its source: what is wrong or new is seen there, and both lead to each
// other by keyboard alone.
story(
  'the flow graph',
  (scene) => {
    const graph = (): FlowGraph => new FlowGraph(scene().workbench.page);

    it('opens from the Bots view with the dialogs of a flow, its triggers and where it leads', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('DRAFT choo-choo');
      await workbench.palette.openFile('lost-property.flow.yaml');
      await workbench.sideBar.open('Bot');
      // Only what is on screen can be clicked.
      for (const other of ['Versions', 'Deployment']) await workbench.sideBar.view(other).fold();
      const bots = workbench.sideBar.view('Bots');
      await bots.expand('Flows');
      await bots.contextMenu('lost-property', 'Open Flow Graph');
      await graph().box('Dialog start').waitFor();
      await graph().box('Intent lost_item').waitFor();
      await graph().box('To dialog too_hard of flow general').first().waitFor();
    });

    it('searches dialogs, and leads to the source of the one that is found', async () => {
      const { workbench } = scene();
      await graph().search.fill('report');
      await graph().count.filter({ hasText: '1 of 2' }).waitFor();
      await graph().search.press('Enter');
      await graph().count.filter({ hasText: '2 of 2' }).waitFor();
      await graph().search.press('ArrowDown');
      await graph().selected.press('Enter');
      await workbench.page.locator('.monaco-editor.focused').waitFor();
      const position = workbench.page.locator('#status\\.editor\\.selection');
      await position.filter({ hasText: /\(8 selected\)/ }).waitFor();
    });

    it('follows the cursor in the source', async () => {
      const { workbench } = scene();
      await workbench.editor.goTo(5, 3);
      await graph().selected.and(graph().box('Dialog start')).waitFor();
    });

    it('goes along the arrows by keyboard, and zooms', async () => {
      await graph().search.press('Escape');
      await graph().count.filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
      await graph().selected.press('ArrowDown');
      await graph().selected.and(graph().box('Dialog where')).waitFor();
      const before = await graph().picture.getAttribute('transform');
      await graph().selected.press('+');
      assert.notEqual(await graph().picture.getAttribute('transform'), before);
    });

    it('marks findings and what differs from LIVE while the draft is edited, and stays where it is', async () => {
      const { workbench, workspace } = scene();
      const file = path.join(workspace, 'flows', 'lost-property.flow.yaml');
      const text = readFileSync(file, 'utf8');
      const seen = await graph().picture.getAttribute('transform');
      await workbench.editor.replaceAll(
        `${text.trimEnd()}\n\n  reward:\n    say:\n      - text:\n          en: Thank you!\n          nl: Dank je!\n    next: nowhere\n`,
      );
      await graph().box('Dialog reward').waitFor();
      const label = await graph().box('Dialog reward').getAttribute('aria-label');
      assert.match(label ?? '', /error: .*nowhere/);
      assert.match(label ?? '', /not in LIVE/);
      await graph().box('Dialog reward').locator('.finding.error').waitFor();
      await graph().box('Dialog reward').locator('.change.added').waitFor();
      await graph().box('Dialog lost-property/nowhere, does not exist').waitFor();
      assert.equal(await graph().picture.getAttribute('transform'), seen);
    });

    it('says the same in a list', async () => {
      await graph().button('List').click();
      await graph().list.getByRole('button', { name: 'reward' }).waitFor();
      await graph().button('List').click();
      await graph().button('Fit').click();
      await scene().workbench.screenshot('flow-graph');
    });

    it('saves the picture as an SVG file', async () => {
      const { workbench, workspace } = scene();
      await graph().button('Save as SVG…').click();
      const file = path.join(workspace, 'lost-property.svg');
      // The box can be used when it lists the folder.
      await workbench.quickInput.row('flows').waitFor();
      await workbench.quickInput.accept();
      await workbench.messages.notification('The graph was saved as lost-property.svg.').waitFor();
      assert.ok(existsSync(file));
      assert.match(readFileSync(file, 'utf8'), /<svg [^]*reward/);
    });

    it('comes back with the window, and shows the whole bot', async () => {
      const { workbench } = scene();
      await workbench.messages.clear();
      // The cursor stands there too then: it leads the picture as soon as the editor is back.
      await graph().box('Dialog where').click();
      // Not by the status bar: it tells the place only while the editor has the focus, which the picture may take back.
      await workbench.page.locator('.monaco-editor .selected-text').first().waitFor();
      await workbench.reload();
      await graph().selected.and(graph().box('Dialog where')).waitFor();
      await graph().box('Dialog contact').click();
      await workbench.page.locator('.monaco-editor.focused').waitFor();
      await workbench.palette.run('Bot: Open Flow Graph');
      await workbench.quickInput.choose('The whole bot');
      await graph().box('Dialog destination').waitFor();
      await graph().box('Dialog too_hard').waitFor();
    });
  },
  (workspace) => {
    botlane(workspace, 'train');
    botlane(workspace, 'publish', '--full', '--notes', 'The train bot goes live');
  },
);
