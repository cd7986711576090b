// Prints how many bytes a workspace keeps that nobody has opened. Needs `node --expose-gc`.
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { Project } from '../../server/src/project/project';
import { WorkspaceCheck } from '../../server/src/rules/run';
import { fileUri } from '../../server/src/text/uri';

function used(): number {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

const before = used();
const project = new Project(new NodeFileSystem());
project.setFolders([fileUri(process.argv[2] ?? '.')]);
// As the server does: it keeps the check, and lets the trees go.
const check = new WorkspaceCheck();
check.update(project.snapshot(), () => ({ kind: 'none' }));
for (const _ of check.work());
const findings = check.takeChanged().flatMap((uri) => check.findings(uri)).length;
for (const _ of project.releaseTrees([], 0));
console.log(JSON.stringify({ kept: used() - before, findings }));
// Both are in use until here: what is not would not be counted.
check.takeChanged();
project.snapshot();
