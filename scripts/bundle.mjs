// @ts-check
// Makes one file of each program in dist/: what the .vsix and the command line run.
import { build } from 'esbuild';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inProject, projectRoot } from './lib/project.mjs';

/**
 * Libraries that are loaded when a bot needs them, each in a file of its own beside the programs: Node looks through all of
 * a program's text before it starts it, and these are a third of it.
 * @type {Readonly<Record<string, string>>}
 */
const libraries = {
  'chrono-node': 'dates.js',
  'libphonenumber-js/min': 'phoneNumbers.js',
  '@marcbachmann/cel-js': 'expressions.js',
  re2js: 'patterns.js',
};

/**
 * VS Code 1.101 brings Node 22; the command line and the server, which other editors start too, run on Node 20.20.
 * Workers are files of their own because a thread is started from a file; pages run in the browser that VS Code is.
 */
/** @type {Parameters<typeof bundle>[0][]} */
const programs = [
  { from: 'client/src/extension.ts', to: 'extension.js', target: 'node22', external: ['vscode'] },
  { from: 'client/src/flowGraph/page/page.ts', to: 'flowGraph.js', target: 'chrome134', platform: 'browser' },
  { from: 'client/src/chat/page/page.ts', to: 'chat.js', target: 'chrome134', platform: 'browser' },
  {
    from: 'client/src/evaluation/page/page.ts',
    to: 'evaluation.js',
    target: 'chrome134',
    platform: 'browser',
  },
  { from: 'client/src/dashboard/page/page.ts', to: 'dashboard.js', target: 'chrome134', platform: 'browser' },
  // The browsers of a bot's users.
  {
    from: 'server/src/gateway/page/browser/page.ts',
    to: 'gatewayPage.js',
    target: 'es2022',
    platform: 'browser',
  },
  {
    from: 'node_modules/uplot/dist/uPlot.min.css',
    to: 'plots.css',
    target: 'chrome134',
    platform: 'browser',
  },
  { from: 'server/src/lsp/main.ts', to: 'server.js', target: 'node20.20', busy: true },
  { from: 'server/src/nlp/trainingWorker.ts', to: 'trainingWorker.js', target: 'node20.20' },
  { from: 'server/src/features/flowGraph/layoutWorker.ts', to: 'layoutWorker.js', target: 'node20.20' },
  { from: 'server/src/gateway/program.ts', to: 'gateway.js', target: 'node20.20', modules: true, busy: true },
  { from: 'server/src/cli/main.ts', to: 'cli.js', target: 'node20.20', command: true, busy: true },
  ...Object.entries(libraries).map(([from, to]) => ({ from, to, target: 'node20.20', busy: true })),
];

/** @type {import('esbuild').Plugin} */
const ownFiles = {
  name: 'own files',
  setup(program) {
    program.onResolve({ filter: /^[^./]/ }, ({ kind, path }) => {
      const file = kind === 'entry-point' ? undefined : libraries[path];
      return file === undefined ? undefined : { path: `./${file}`, external: true };
    });
  },
};

/** Modules in it ask for their address, which files in the older form do not have. */
const BUNDLE_URL = 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;';

/** @param {{ from: string, to: string, target: string, platform?: 'node' | 'browser', external?: string[], command?: boolean, modules?: boolean, busy?: boolean }} program */
async function bundle({
  from,
  to,
  target,
  platform = 'node',
  external = [],
  command = false,
  modules = false,
  busy = false,
}) {
  const file = inProject('dist', to);
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [from],
    outfile: file,
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true,
    // Names of classes and functions show up in logs and in error reports. To keep them beside short identifiers costs a
    // call for every function that is made while it runs: a tenth of a busy gateway's time, for a fifth of its size. The
    // language server and the command line start sooner, too, check faster, and take less memory.
    minifyIdentifiers: !busy,
    keepNames: !busy,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    target,
    external,
    // Some packages have a UMD file as `main`, whose require calls a bundler cannot follow.
    mainFields: ['module', 'main'],
    alias: {
      // The build for Node looks into the environment for every token; this one does not, and is smaller.
      yaml: inProject('node_modules', 'yaml', 'browser', 'index.js'),
      // Its own files are made by a script of its installation, which may be switched off.
      'p-defer-es5': inProject('node_modules', 'p-defer-es5', 'src', 'index.mjs'),
    },
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [ownFiles],
    ...(command ? { banner: { js: '#!/usr/bin/env node' } } : {}),
    ...(modules ? { define: { 'import.meta.url': 'bundleUrl' }, banner: { js: BUNDLE_URL } } : {}),
  });
  if (platform === 'node') writeFileSync(file, inAscii(readFileSync(file, 'utf8')));
  // `npx botlane` in a clone runs this very file through a link.
  if (command) chmodSync(file, 0o755);
}

/**
 * esbuild writes strings in ASCII, and leaves regular expressions as they are. One other character in a program makes V8
 * keep all of it in two bytes a character: megabytes in every process.
 *
 * @param {string} program
 */
function inAscii(program) {
  return program.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The embedded database reads these when it starts; they are no JavaScript. */
const databaseFiles = ['pglite.wasm', 'pglite.data', 'initdb.wasm'];

rmSync(inProject('dist'), { recursive: true, force: true });
try {
  for (const program of programs) await bundle(program);
  mkdirSync(inProject('dist', 'pglite'));
  for (const name of databaseFiles) {
    const file = inProject('node_modules', '@electric-sql', 'pglite', 'dist', name);
    copyFileSync(file, inProject('dist', 'pglite', name));
  }
} catch {
  // esbuild has said what and where; a stack of its own would only hide it.
  process.exitCode = 1;
}
