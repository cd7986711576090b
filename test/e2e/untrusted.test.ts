import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { git } from './support/session';
import { story } from './support/suite';

const FLOW = 'extra.flow.yaml';

/** Where the program that the repository's own configuration names leaves a trace: any look of git at the files starts it. */
function traceOf(workspace: string): string {
  return path.join(path.dirname(workspace), 'git-ran');
}

// Protects who looks at somebody else's bot: what reads it works, and nothing that comes with it runs.
story(
  'a workspace that is not trusted',
  (scene) => {
    it('is checked, and explains what it holds', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('cannot publish');
      await workbench.palette.openFile(FLOW);
      await workbench.problems.open();
      await workbench.problems.item("'book_trian'").waitFor();
      assert.match(await workbench.editor.hoverAt(4, 5), /What brings the conversation here/);
    });

    it('offers neither publishing nor training, and says why', async () => {
      const { workbench, workspace } = scene();
      for (const command of ['Bot: Publish…', 'Bot: Train NLP', 'Bot: Restore Version to Draft…']) {
        assert.equal(await workbench.palette.offers(command), false, command);
      }
      await workbench.sideBar.open('Bot');
      const versions = workbench.sideBar.view('Versions').content;
      await versions.getByText('no git runs in a workspace that you do not trust').waitFor();
      assert.equal(existsSync(traceOf(workspace)), false, 'git looked at the files');
    });

    it('shows its versions and can be published as soon as it is trusted', async () => {
      const { workbench, workspace } = scene();
      const versions = workbench.sideBar.view('Versions');
      await versions.content.getByRole('button', { name: 'Manage Workspace Trust' }).click();
      await workbench.page.getByRole('button', { name: 'Trust', exact: true }).click();
      await versions.item('LIVE Nothing has been published yet.').waitFor();
      assert.equal(await workbench.palette.offers('Bot: Publish…'), true);
      git(workspace, 'status');
      assert.equal(existsSync(traceOf(workspace)), true, 'the trace works');
    });
  },
  (workspace) => {
    const flow = 'flow: extra\ndialogs:\n  hello:\n    trigger:\n      intent: book_trian\n    end: true\n';
    writeFileSync(path.join(workspace, FLOW), flow);
    const program = path.join(path.dirname(workspace), 'monitor.sh');
    writeFileSync(program, `#!/bin/sh\n: > '${traceOf(workspace)}'\n`, { mode: 0o755 });
    git(workspace, 'config', 'core.fsmonitor', `'${program}'`);
  },
  { trusted: false },
);
