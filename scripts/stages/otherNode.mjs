// @ts-check
import { cpSync } from 'node:fs';
import path from 'node:path';
import { otherNode } from '../host/otherNode.mjs';
import { temporaryFolder } from '../lib/cleanup.mjs';
import { capture } from '../lib/processes.mjs';
import { inProject } from '../lib/project.mjs';

/**
 * Trains the example on the Node that runs now and on another one: the models have to be the same to the byte.
 * @param {import('../lib/tally.mjs').Tally} tally
 */
export async function sameModels(tally) {
  const other = await otherNode();
  if ('missing' in other) {
    console.log(`- ${other.missing}`);
    tally.skipped += 1;
    return;
  }
  const here = await train(process.execPath);
  const there = await train(other.program);
  console.log(`${here.version}: ${here.artifacts.join(' ')}\n${there.version}: ${there.artifacts.join(' ')}`);
  if (here.version === there.version) throw new Error(`Both are Node ${here.version}.`);
  tally.check(
    `The example's models are the same on Node ${here.version} and ${there.version}`,
    here.artifacts.length > 0 && here.artifacts.join() === there.artifacts.join(),
  );
}

/** @param {string} program a Node */
async function train(program) {
  const folder = temporaryFolder('node');
  cpSync(inProject('examples', 'choo-choo'), path.join(folder, 'bot'), { recursive: true });
  // Outside of a repository models are kept in the user's cache folder: nothing that was trained before is found.
  const env = { XDG_CACHE_HOME: path.join(folder, 'cache') };
  const answer = await capture(program, [inProject('dist', 'cli.js'), 'train', 'bot', '--format', 'json'], {
    cwd: folder,
    env,
  });
  /** @type {{ models: { language: string, artifact: string }[] }} */
  const { models } = JSON.parse(answer);
  const version = (await capture(program, ['--version'], { cwd: folder })).trim();
  return { version, artifacts: models.map(({ language, artifact }) => `${language} ${artifact}`) };
}
