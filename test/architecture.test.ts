import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { builtinModules } from 'node:module';

/** The rooms of server/src from the ground up: a room may use the rooms of earlier rows, and the peers named beside it. */
const ROWS: readonly (readonly string[])[] = [
  ['text'],
  ['files'],
  ['syntax'],
  ['schema'],
  ['model'],
  ['project'],
  ['rules', 'features', 'nlp', 'dialogue'],
  ['testing', 'release', 'exchange', 'cache', 'admin'],
  ['lsp', 'cli', 'gateway'],
];
const PEERS = new Map([
  ['features', ['rules']],
  ['rules', ['nlp']],
  ['dialogue', ['nlp']],
  ['release', ['testing']],
  // `botlane lsp --stdio` is the same server; `botlane serve` starts the gateway, and others look into its database.
  ['cli', ['lsp', 'gateway']],
]);

/** Rooms that must run in a web worker too. Only the files that start and host their threads know Node. */
const PURE = new Set([
  'text',
  'syntax',
  'schema',
  'model',
  'project',
  'rules',
  'features',
  'nlp',
  'dialogue',
]);
const NODE_FILES = new Set([
  'nlp/trainingWorker.ts',
  'nlp/trainInWorker.ts',
  'features/flowGraph/layoutWorker.ts',
  'features/flowGraph/layoutInWorker.ts',
  'files/nodeFileSystem.ts',
  'files/openInPlace.ts',
]);

const ROOT = resolve(__dirname, '..', '..');
const SERVER = join(ROOT, 'server', 'src');
const CLIENT = join(ROOT, 'client', 'src');

interface Import {
  readonly from: string;
  readonly to: string;
  readonly specifier: string;
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from\s+|import\s+|import\(|require\()['"]([^'"]+)['"]/g);
  return [...found].map(([, specifier = '']) => ({
    from: file,
    to: specifier.startsWith('.') ? resolve(dirname(file), specifier) : specifier,
    specifier,
  }));
}

function roomOf(path: string): string | undefined {
  const inside = relative(SERVER, path);
  if (inside.startsWith('..')) return undefined;
  return inside.split(sep)[0]?.replace(/\.ts$/, '');
}

function show({ from, specifier }: Import): string {
  return `${relative(ROOT, from)} imports ${specifier}`;
}

const serverImports = sourcesBelow(SERVER).flatMap(importsOf);
const clientImports = sourcesBelow(CLIENT).flatMap(importsOf);
const rowOf = new Map(ROWS.flatMap((row, index) => row.map((room) => [room, index] as const)));

describe('Architecture: imports go one way', () => {
  it('has a row for every room of server/src', () => {
    const rooms = readdirSync(SERVER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    // The protocol is no room: types for both sides.
    assert.deepEqual(
      rooms.map(({ name }) => name).filter((name) => !rowOf.has(name) && name !== 'protocol'),
      [],
    );
  });

  it('lets a room of the server use only earlier rows and its named peers', () => {
    const wrong = serverImports.filter(({ from, to, specifier }) => {
      if (!specifier.startsWith('.')) return false;
      const room = roomOf(from);
      const target = roomOf(to);
      // protocol.ts holds types for both sides; schemas are data.
      if (!room || !target || room === target || target === 'protocol' || room === 'protocol') return false;
      if (PEERS.get(room)?.includes(target)) return false;
      return (rowOf.get(target) ?? Infinity) >= (rowOf.get(room) ?? -1);
    });
    assert.deepEqual(wrong.map(show), []);
  });

  it('keeps the LSP connection in lsp, and vscode out of the server', () => {
    const wrong = serverImports.filter(
      ({ from, specifier }) =>
        specifier === 'vscode' ||
        (/^vscode-(languageserver|jsonrpc|languageclient)(\/|$)/.test(specifier) && roomOf(from) !== 'lsp'),
    );
    assert.deepEqual(wrong.map(show), []);
  });

  it('keeps Node out of the rooms that must run in a web worker', () => {
    const wrong = serverImports.filter(({ from, specifier }) => {
      const room = roomOf(from) ?? '';
      const path = relative(SERVER, from).split(sep).join('/');
      if (!(PURE.has(room) || room === 'files') || NODE_FILES.has(path)) return false;
      return specifier.startsWith('node:') || builtinModules.includes(specifier);
    });
    assert.deepEqual(wrong.map(show), []);
  });

  it('lets the client see the server through protocol.ts only', () => {
    const wrong = clientImports.filter(
      ({ to, specifier }) => specifier.startsWith('.') && to.startsWith(SERVER) && roomOf(to) !== 'protocol',
    );
    assert.deepEqual(wrong.map(show), []);
  });
});
