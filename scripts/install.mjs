// @ts-check
// Installs the dependencies when the lock file has changed since the last time. Runs before `npm start` and
// `npm test`, on a clone that has nothing yet, so it imports nothing that has to be installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { npmCommandLine } from './lib/npm.mjs';
import { inProject, projectRoot } from './lib/project.mjs';

const stampFile = inProject('node_modules', '.botlane-installed');

/** What an install depends on: the lock file, and the platform, because esbuild and others ship binaries. */
function wantedStamp() {
  const lock = readFileSync(inProject('package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** @returns {number} exit code */
function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 20)) {
    console.error(`Botlane needs Node 20.20 or newer; this is Node ${process.versions.node}.`);
    return 1;
  }
  // A life cycle script of the install that came back here would never end.
  if (process.env['BOTLANE_INSTALLING']) return 0;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp()) {
    console.log('Dependencies are up to date.');
    return 0;
  }
  console.log('Installing dependencies (npm ci) …');
  const { status, error } = spawnSync(
    process.execPath,
    [npmCommandLine(), 'ci', '--include=dev', '--no-audit', '--no-fund'],
    {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, BOTLANE_INSTALLING: '1' },
    },
  );
  if (status !== 0) {
    console.error(
      `npm ci failed${error ? `: ${error.message}` : ''}. Its messages are above; then run the command again.`,
    );
    return status ?? 1;
  }
  writeFileSync(stampFile, wantedStamp());
  console.log('Dependencies are installed.');
  return 0;
}

process.exitCode = install();
