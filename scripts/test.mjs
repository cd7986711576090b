// @ts-check
// `npm test`: builds, lints and runs every test, the ones inside a real VS Code and through its user interface
// included. The last line says `N passed, N failed`. `npm test -- STAGE…` runs only these stages: build, lint, unit,
// nodes, inside, interface; `npm test -- interface --grep WORD` only some tests of the user interface.
import { parseArgs } from 'node:util';
import { chooseHost } from './host/choose.mjs';
import { cleanUp, cleanUpOnSignals } from './lib/cleanup.mjs';
import { Tally } from './lib/tally.mjs';
import { build } from './stages/build.mjs';
import { insideVsCode } from './stages/insideVsCode.mjs';
import { lint } from './stages/lint.mjs';
import { sameModels } from './stages/otherNode.mjs';
import { unit } from './stages/unit.mjs';
import { userInterface } from './stages/userInterface.mjs';
import { reasonOf } from './lib/errors.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
const tally = new Tally();

/** Looked for while the first stages run, because the first time takes a minute; only the last two need it. */
const host = wants('inside') || wants('interface') ? chooseHost('tests') : undefined;
// Its failure belongs to the stages that wait for it; until then it is nobody's.
host?.catch(() => {});

/** @type {readonly { id: string, title: string, run: () => Promise<unknown> }[]} */
const stages = [
  { id: 'build', title: 'Build', run: () => build((name, ok) => tally.check(name, ok)) },
  { id: 'lint', title: 'Lint, format, dead code', run: () => lint(tally) },
  { id: 'unit', title: 'Unit, protocol and command line', run: () => unit(tally) },
  { id: 'nodes', title: 'The same models on another Node', run: () => sameModels(tally) },
  { id: 'inside', title: 'Inside VS Code', run: async () => insideVsCode(await theHost(), tally) },
  {
    id: 'interface',
    title: 'Through the user interface',
    run: async () =>
      userInterface(await theHost(), tally, values.grep === undefined ? [] : ['--grep', values.grep]),
  },
];

/** @param {string} id */
function wants(id) {
  return positionals.length === 0 || positionals.includes(id);
}

async function theHost() {
  if (!host) throw new Error('No host was asked for.');
  return host;
}

cleanUpOnSignals();
const unknown = positionals.filter((id) => !stages.some((stage) => stage.id === id));
if (unknown.length > 0)
  tally.fail(`There is no stage ${unknown.join(', ')}; there are ${stages.map(({ id }) => id).join(', ')}`);
for (const { id, title, run } of stages.filter((stage) => wants(stage.id))) {
  console.log(`\n── ${title} ──`);
  const began = Date.now();
  try {
    await run();
  } catch (error) {
    console.error(reasonOf(error));
    tally.fail(`${title}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  console.log(`(${id}: ${Math.round((Date.now() - began) / 1000)} s)`);
}
await cleanUp();
tally.print();
// Nothing may keep the script alive now, and the numbers have to be the last line.
process.exit(tally.failed > 0 ? 1 : 0);
