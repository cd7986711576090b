// @ts-check
// `npm run bench`: builds, installs what Botlane is measured against, and measures. `npm run bench -- SECTION…` runs
// some sections only: typing, starting, workspace, requests, releases, engine, gateway, soak. `npm run bench:nlp -- FOLDER`
// measures the NLP on the corpora of a folder.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeOnce } from './host/cache.mjs';
import { cleanUp, cleanUpOnSignals } from './lib/cleanup.mjs';
import { npmCommandLine } from './lib/npm.mjs';
import { reasonOf } from './lib/errors.mjs';
import { capture, runNode } from './lib/processes.mjs';
import { inProject } from './lib/project.mjs';
import { buildOrFail } from './stages/build.mjs';

/** The folder with the peers, in the versions that test/bench/peers locks. */
async function peers() {
  const lock = inProject('test', 'bench', 'peers', 'package-lock.json');
  const version = createHash('sha256').update(readFileSync(lock)).digest('hex').slice(0, 12);
  const { folder } = await makeOnce(`bench-peers-${version}`, async (draft) => {
    console.log('Installing the peers of the benchmark (once) …');
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(inProject('test', 'bench', 'peers', file), path.join(draft, file));
    await capture(
      process.execPath,
      [npmCommandLine(), 'ci', '--ignore-scripts', '--engine-strict=false', '--no-audit', '--no-fund'],
      { cwd: draft },
    );
  });
  return folder;
}

cleanUpOnSignals();
try {
  await buildOrFail();
  const [first, ...rest] = process.argv.slice(2);
  const [folder, args] = first === '--nlp' ? [['nlp'], rest] : [[], process.argv.slice(2)];
  const main = ['out', 'test', 'bench', ...folder, 'main.js'];
  process.exitCode = await runNode(main, [await peers(), ...args]);
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 1;
} finally {
  await cleanUp();
}
