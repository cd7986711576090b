// @ts-check
// Runs a command in a process group of its own and ends the whole group when standard input closes. The operating
// system closes it when the parent ends in any way, kill -9 included, so a host never outlives the script that
// started it. Usage: node guard.mjs COMMAND ARGUMENTS…
import { spawn, spawnSync } from 'node:child_process';

const graceMs = 5000;
const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: process.platform !== 'win32',
});

/** Signals every process of the group; one that has ended already is fine. @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // ESRCH: nothing of the group is left.
  }
}

function stop() {
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), graceMs).unref();
}

child.on('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  process.exit(127);
});
child.on('exit', (code, signal) => {
  // Helpers that ignored the signal, or that a crash of their parent left behind.
  signalGroup('SIGKILL');
  process.exit(code ?? (signal ? 1 : 0));
});
process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
