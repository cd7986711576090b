import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Evaluation } from './support/evaluation';
import { botlane } from './support/session';
import { story } from './support/suite';

/** It stands where it does not belong. */
const MISPLACED = 'I want my money back for this ticket';

// Protects the answer to "how well does the bot understand?", and the way from a figure to the line that spoils it.
story(
  'evaluating the NLP',
  (scene) => {
    it('shows the figures of the draft', async () => {
      const { workbench } = scene();
      const page = new Evaluation(workbench.page);
      await workbench.statusBar.waitFor('NLP stale');
      await workbench.palette.run('Bot: Evaluate NLP…');
      await page.tile('Model score').getByText(/^\d+$/).waitFor();
      await page.tile('Model score').getByText('against LIVE').waitFor();
      await page
        .tile('Accuracy')
        .getByText(/^\d+(\.\d)?%$/)
        .waitFor();
      await workbench.tidy();
      await workbench.sideBar.view('Versions').item('LIVE').waitFor();
      await workbench.screenshot('evaluation');
    });

    it('leads from a cell to its expressions, and from there to the source', async () => {
      const { workbench } = scene();
      const page = new Evaluation(workbench.page);
      await page.cell(/^pets taken for refund: [1-9]/).click();
      await page.heading(/^Expressions of pets taken for refund/).waitFor();
      await page.expressions.filter({ hasText: MISPLACED }).getByRole('button').click();
      await workbench.editor.waitForTab('pets.intent.yaml');
      await workbench.editor.waitForText(MISPLACED);
    });

    it('can be walked by keyboard', async () => {
      const { workbench } = scene();
      const page = new Evaluation(workbench.page);
      await page.button('Show All').click();
      await page.heading(/^Misunderstood expressions/).waitFor();
      await page.cell(/^pets taken for refund: [1-9]/).focus();
      await workbench.page.keyboard.press('ArrowLeft');
      await workbench.page.keyboard.press('ArrowRight');
      assert.match((await page.focusedCell.getAttribute('aria-label')) ?? '', /^pets taken for refund/);
      await workbench.page.keyboard.press('Enter');
      await page.heading(/^Expressions of pets taken for refund/).waitFor();
    });

    it('says when the draft is another one, and evaluates it again', async () => {
      const { workbench, workspace } = scene();
      const page = new Evaluation(workbench.page);
      const file = petsOf(workspace);
      writeFileSync(file, readFileSync(file, 'utf8').replace(MISPLACED, 'I want a receipt for this animal'));
      await page.notice('The draft has changed since').waitFor();
      await page.button('Evaluate Again').click();
      await page.tile('Model score').getByText('since the last evaluation').waitFor();
      await page.notice('The draft has changed since').waitFor({ state: 'hidden' });
    });
  },
  (workspace) => {
    botlane(workspace, 'publish', '--full', '--train', '--notes', 'The train bot goes live');
    const file = petsOf(workspace);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^( +en: \|\n)/m, `$1    ${MISPLACED}\n`));
  },
);

function petsOf(workspace: string): string {
  return path.join(workspace, 'intents', 'pets.intent.yaml');
}
