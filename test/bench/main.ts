// `npm run bench`: measures Botlane beside its peers and writes docs/benchmarks.md. With names of sections it prints
// only these, and writes nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { editing } from './editing';
import { engine } from './engine';
import { gatewayLoad } from './gateway/gateway';
import { soak } from './gateway/soak';
import { markdownOf, type Section } from './report';
import { releases } from './releases';
import { requests } from './requests';
import { botlane, PROJECT, yamlLanguageServer } from './sessions';
import { startup } from './startup';
import { workspace } from './workspace';

const SECTIONS = {
  typing: editing,
  starting: startup,
  workspace,
  requests,
  releases,
  engine,
  gateway: gatewayLoad,
  soak,
};

async function main(peers: string, wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in SECTIONS));
  if (unknown.length > 0) {
    throw new Error(
      `There is no section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'botlane-bench-'));
  try {
    const peer = yamlLanguageServer(peers);
    const pages: string[] = [];
    for (const [name, measure] of Object.entries(SECTIONS)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const section: Section = await measure(folder, botlane, peer);
      pages.push(markdownOf(section));
      console.log(`\n${pages.at(-1)}`);
    }
    if (wanted.length === 0) {
      writeFileSync(join(PROJECT, 'docs', 'benchmarks.md'), `${[preface(), ...pages].join('\n\n')}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function preface(): string {
  return `# Benchmarks

Written by \`npm run bench\` on Node ${process.versions.node}, ${process.platform}, ${availableParallelism()} cores. What counts are
the ratios: both sides run on the same machine in the same run, on bots made from a seed. The peers and their versions are
in \`test/bench/peers\`.`;
}

const [peers, ...wanted] = process.argv.slice(2);
if (peers === undefined) throw new Error('Name the folder of the peers. `npm run bench` does.');
main(peers, wanted).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
