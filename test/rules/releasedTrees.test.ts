import assert from 'node:assert/strict';
import { join } from 'node:path';
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { OutdatedSnapshotError } from '../../server/src/project/outdated';
import { Project } from '../../server/src/project/project';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { checkWorkspace } from '../../server/src/rules/run';
import type { LiveState } from '../../server/src/rules/rule';
import { fileUri } from '../../server/src/text/uri';
import { BASE, ROOT } from '../support/workspace';

const NO_LIVE: LiveState = { kind: 'none' };
const EXAMPLES = join(__dirname, '..', '..', '..', 'examples');

function release(project: Project): void {
  for (const step of project.releaseTrees([], 0)) assert.equal(step, undefined);
}

describe('a check of files without their trees', () => {
  it('finds what a check of the same files with their trees finds', () => {
    const project = new Project(new NodeFileSystem());
    project.setFolders([fileUri(join(EXAMPLES, 'broken-bot'))]);
    const found = checkWorkspace(project.snapshot(), () => NO_LIVE);
    assert.ok(found.length > 50);
    const again = new Project(new NodeFileSystem());
    again.setFolders([fileUri(join(EXAMPLES, 'broken-bot'))]);
    release(again);
    assert.deepEqual(
      checkWorkspace(again.snapshot(), () => NO_LIVE),
      found,
    );
  });

  it('is given up, and is no failure of a rule, when a file has changed meanwhile', () => {
    const uri = `${ROOT}/z.intent.yaml`;
    const text = 'intent: z\nexpressions:\n  en: |\n    see z\n';
    const files = new Map([
      ...[...BASE].map(([path, own]) => [`${ROOT}/${path}`, own] as const),
      [uri, text],
    ]);
    const project = new Project(new MemoryFileSystem(files));
    project.setFolders([ROOT]);
    release(project);
    files.set(uri, text.replace('see z', 'see y'));
    const check = () =>
      checkWorkspace(project.snapshot(), () => NO_LIVE, { onCrash: (code) => assert.fail(code) });
    assert.throws(check, OutdatedSnapshotError);
    assert.ok(check().length > 0);
  });
});
