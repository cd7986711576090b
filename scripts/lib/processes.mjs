// @ts-check
import { spawn } from 'node:child_process';
import { onEnd } from './cleanup.mjs';
import { inProject, projectRoot } from './project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the clone
 * @property {Record<string, string | undefined>} [env] added to the environment of this process; undefined removes
 */

/**
 * @typedef {object} Running A command that runs until it ends or is stopped, with everything that it starts.
 * @property {() => string} said what it has printed so far, when piped
 * @property {(pattern: RegExp) => Promise<RegExpExecArray>} says waits until it has printed this, when piped; fails
 *   with what it printed instead when it ends before
 * @property {Promise<number>} ended its exit code
 * @property {() => Promise<void>} stop ends the command and its process group, and waits for it; may be called twice
 */

/** @param {RunOptions['env']} env @returns {NodeJS.ProcessEnv} */
export function environment(env = {}) {
  return Object.fromEntries(
    Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined),
  );
}

/**
 * Starts a command that ends with this script at the latest (see guard.mjs).
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions & { output?: 'inherit' | 'pipe' }} [options] output: to the terminal (default), or to be read
 * @returns {Running}
 */
export function start(command, args, options = {}) {
  const piped = options.output === 'pipe';
  const child = spawn(process.execPath, [inProject('scripts', 'lib', 'guard.mjs'), command, ...args], {
    cwd: options.cwd ?? projectRoot,
    env: environment(options.env),
    stdio: piped ? ['pipe', 'pipe', 'pipe'] : ['pipe', 'inherit', 'inherit'],
    // Its own session: Ctrl-C in the terminal reaches this script only, which then stops what it started, in order.
    detached: process.platform !== 'win32',
  });
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  });
  // The guard may be gone already when its input is closed.
  child.stdin?.on('error', () => {});
  const stop = async () => {
    child.stdin?.end();
    await ended;
  };
  const forget = onEnd(stop);
  void ended.then(forget);
  const { said, says } = listen(child, ended);
  return { said, says, ended, stop };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number>} ended
 * @returns {Pick<Running, 'said' | 'says'>}
 */
function listen(child, ended) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      text += chunk;
      child.emit('said');
    });
  }
  const says = (/** @type {RegExp} */ pattern) =>
    new Promise((/** @type {(match: RegExpExecArray) => void} */ resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text);
        if (match) resolve(match);
      };
      look();
      child.on('said', look);
      void ended.then((code) => reject(new Error(`It ended with code ${code} and said:\n${text.trim()}`)));
    });
  return { said: () => text, says };
}

/**
 * Runs a command with its output on the terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 127 when it cannot be started
 */
function run(command, args, options) {
  return start(command, args, options).ended;
}

/**
 * Runs a Node program of the clone, such as `node_modules/typescript/bin/tsc`, with its output on the terminal.
 * @param {string[]} file path inside the clone
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(file, args, options) {
  return run(process.execPath, [inProject(...file), ...args], options);
}

/**
 * Runs a command and gives what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} standard output and standard error, without blanks around
 * @throws when it fails; the message holds what it printed
 */
export async function capture(command, args, options = {}) {
  const { said, ended } = start(command, args, { ...options, output: 'pipe' });
  const code = await ended;
  if (code !== 0)
    throw new Error(`${[command, ...args].join(' ')} failed with code ${code}:\n${said().trim()}`);
  return said().trim();
}
