import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FailurePeek } from './support/failurePeek';
import { botlane } from './support/session';
import type { TreeView } from './support/sideBar';
import { type Scene, story } from './support/suite';

const FILE = 'digression.bottest.yaml';
const TEST = 'a question about bikes is answered in the middle of a booking';
/** What a screen reader says of an item when its last run passed. */
const PASSED = /^digression\.bottest\.yaml \(Passed\)/;
const FAILED = /^digression\.bottest\.yaml \(Failed\)/;

function testsOf({ workbench }: Scene): TreeView {
  return workbench.sideBar.view('Test Explorer');
}

/** Changes a file of the workspace on disk, as another program would. */
function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), `${file} lacks “${from}”`);
  writeFileSync(file, text.replace(from, to));
}

// Protects the loop of whoever writes a conversation test: what fails is seen at its step, and mending it is enough.
story(
  'the Testing view',
  (scene) => {
    const peek = (): FailurePeek => new FailurePeek(scene().workbench.page);
    const tests = (): TreeView => testsOf(scene());
    const test = (): string => path.join(scene().workspace, 'tests', FILE);
    const flow = (): string => path.join(scene().workspace, 'flows', 'travel-info.flow.yaml');

    it('lists a bot, and its tests when somebody looks', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('NLP trained');
      await workbench.sideBar.open('Testing');
      assert.deepEqual(await tests().items(), ['Choo Choo (Not yet run)']);
      await tests().expand('Choo Choo');
      await tests().expand(FILE);
      await tests().item(TEST).waitFor();
    });

    it('runs one test, and the tests of one file', async () => {
      await tests().inlineAction(TEST, 'Run Test');
      await tests().item(PASSED).waitFor();
      await tests().inlineAction('groups.bottest.yaml', 'Run Test');
      await tests()
        .item(/^groups\.bottest\.yaml \(Passed\)/)
        .waitFor();
      await tests()
        .item(/^booking\.bottest\.yaml \(Not yet run\)/)
        .waitFor();
    });

    it('shows what was expected and what came, at the line of the step', async () => {
      const { workbench } = scene();
      await workbench.palette.openFile(FILE);
      change(test(), '€4 a ride', '€5 a ride');
      await workbench.editor.waitForText('€5 a ride');
      await tests().inlineAction(FILE, 'Run Test');
      await tests().item(FAILED).waitFor();
      await peek().open('€5 a ride');
      await peek().waitFor('The bot says something else.');
      const said = (price: string): string =>
        `Bikes are welcome outside rush hour for ${price} a ride. Folding bikes travel free, any time.`;
      assert.deepEqual(await peek().difference(), { expected: said('€5'), actual: said('€4') });
      await workbench.screenshot('test-failure');
      await peek().close();
    });

    it('runs tests that are watched when they change, saved or not', async () => {
      const { workbench } = scene();
      await tests().inlineAction(FILE, 'Turn on Continuous Run');
      await tests().item(FAILED).waitFor();
      await workbench.editor.replaceAll(readFileSync(test(), 'utf8').replace('€5 a ride', '€4 a ride'));
      await tests().item(PASSED).waitFor();
      await peek().marks.waitFor({ state: 'detached' });
      assert.match(readFileSync(test(), 'utf8'), /€5 a ride/);
      await workbench.editor.save();
    });

    it('runs them when the bot changes, too', async () => {
      change(flow(), '€4 a ride', '€6 a ride');
      await tests().item(FAILED).waitFor();
      change(flow(), '€6 a ride', '€4 a ride');
      await tests().item(PASSED).waitFor();
      change(flow(), '€4 a ride', '€6 a ride');
      await tests().item(FAILED).waitFor();
    });

    it('leaves them alone when they are watched no longer', async () => {
      await tests().inlineAction(FILE, 'Turn off Continuous Run');
      await tests().item(FILE).getByRole('button', { name: 'Turn on Continuous Run' }).waitFor();
      change(flow(), '€6 a ride', '€4 a ride');
      const another = '\n---\ntest: somebody says hello\nlanguage: en\nsteps:\n  - user: hello\n';
      writeFileSync(test(), readFileSync(test(), 'utf8').trimEnd() + another);
      // The view knows of both by now.
      await tests()
        .item(/^somebody says hello \(Not yet run\)/)
        .waitFor();
      await tests().item(FAILED).waitFor();
      await tests().inlineAction(FILE, 'Run Test');
      await tests().item(PASSED).waitFor();
    });
  },
  (workspace) => {
    botlane(workspace, 'train');
  },
);

// Protects who started a run that takes long: it ends when they say so, and claims nothing about tests that did not run.
story(
  'a run of tests that is cancelled',
  (scene) => {
    const tests = (): TreeView => testsOf(scene());

    it('trains first what is not trained', async () => {
      const { workbench } = scene();
      await workbench.sideBar.open('Testing');
      await tests().inlineAction('Choo Choo', 'Run Test');
      await workbench.page
        .getByText(/^Training: \d+%$/)
        .first()
        .waitFor();
      await tests()
        .item(/^Choo Choo \(Queued\)/)
        .waitFor();
    });

    it('ends with the training, and no test has a result', async () => {
      const { workbench } = scene();
      const cancel = workbench.page.locator('.sidebar').getByRole('button', { name: 'Cancel Test Run' });
      await cancel.click();
      await tests()
        .item(/^Choo Choo \(Skipped\)/)
        .waitFor();
      await cancel.waitFor({ state: 'detached' });
      await workbench.statusBar.waitFor('NLP never trained');
      await tests().expand('Choo Choo');
      for (const item of await tests().items()) assert.match(item, /\((Skipped|Not yet run)\)/);
    });
  },
  (workspace) => {
    // So much to learn that nobody waits for the end of it.
    for (let lane = 0; lane < 20; lane++) {
      const expressions = Array.from(
        { length: 1000 },
        (_, load) => `    crate ${load} of lot ${(load * lane) % 101} goes by ship${load} from quay${lane}\n`,
      );
      writeFileSync(
        path.join(workspace, 'intents', `freight-${lane}.intent.yaml`),
        `intent: freight_${lane}\nexpressions:\n  en: |\n${expressions.join('')}`,
      );
    }
  },
);
