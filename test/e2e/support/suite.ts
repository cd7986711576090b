import { evidenceFile, newWorkspace, type WindowOptions } from './session';
import { Workbench } from './workbench';

/** What a test of the user interface works with. */
export interface Scene {
  /** The window. */
  readonly workbench: Workbench;
  /** The folder that it has open: a copy of the example in a git repository of its own. */
  readonly workspace: string;
}

/**
 * A suite with one window on a workspace of its own. Its tests are the steps of a story: they run in order in the same
 * window; after a step that failed the rest is skipped, because it would only fail in its wake.
 * @param prepare may change the workspace before the window opens; a folder that it returns is opened instead
 * @param options what differs of the window; a function is asked before it opens, and may say why the story cannot be told
 */
export function story(
  title: string,
  tell: (scene: () => Scene) => void,
  prepare?: (workspace: string) => string | void,
  options: WindowOptions | (() => Promise<WindowOptions | { readonly missing: string }>) = {},
): void {
  describe(title, () => {
    let broken = false;
    let scene: Scene | undefined;
    let close: (() => Promise<void>) | undefined;
    before('open the window', async function () {
      const chosen = typeof options === 'function' ? await options() : options;
      if ('missing' in chosen) {
        console.log(`      not run: ${chosen.missing}`);
        this.skip();
      }
      const copy = newWorkspace();
      const workspace = prepare?.(copy) ?? copy;
      const window = await Workbench.open(workspace, chosen);
      close = window.close;
      scene = { workbench: window.workbench, workspace };
    });
    beforeEach('leave out what follows a failure', function () {
      if (broken) this.skip();
    });
    tell(() => {
      if (!scene) throw new Error('The window is open in tests and hooks only.');
      return scene;
    });
    afterEach('keep a picture of a failure', async function () {
      if (this.currentTest?.state !== 'failed' || !scene) return;
      broken = true;
      const file = evidenceFile(this.currentTest.fullTitle());
      await scene.workbench.statusBar.explain();
      await scene.workbench.page.screenshot({ path: file });
      console.log(`A picture of the failure: ${file}`);
    });
    after('close the window', () => close?.());
  });
}
