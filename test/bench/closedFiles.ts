// Prints how many bytes a workspace keeps that nobody has opened. Needs `node --expose-gc`.
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { Project } from '../../server/src/project/project';
import { checkWorkspace } from '../../server/src/rules/run';
import { fileUri } from '../../server/src/text/uri';

function used(): number {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

const before = used();
const project = new Project(new NodeFileSystem());
project.setFolders([fileUri(process.argv[2] ?? '.')]);
const findings = checkWorkspace(project.snapshot(), () => ({ kind: 'none' }));
console.log(JSON.stringify({ kept: used() - before, findings: findings.length }));
