import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const FOLDER = 'docs/rules';
/** The same page that `botlane explain` prints and code scanners get. */
const PAGES = `
  export { rules, workspaceRules } from './server/src/rules/registry.generated';
  export { rulePage } from './server/src/cli/rulePage';
`;
const SEVERITIES = { error: 'Error', warning: 'Warning', information: 'Information' };

/** A documentation page per rule, from its own metadata, and the list of all pages. */
export async function generateRulePages(root) {
  const { rules, workspaceRules, rulePage } = await loadRules(root);
  const all = [...rules, ...workspaceRules].sort((a, b) => (a.meta.code < b.meta.code ? -1 : 1));
  const files = new Map(
    all.map(({ meta, fixes }) => [
      `${FOLDER}/${meta.code}.md`,
      `<!-- Generated from the rule by scripts/generate.mjs. -->\n${rulePage(meta, fixes !== undefined)}`,
    ]),
  );
  files.set(`${FOLDER}/README.md`, index(all.map(({ meta }) => meta)));
  return { files, owned: FOLDER };
}

/** Bundles the registry for Node and loads it: the metadata is code, and nothing is compiled yet. */
async function loadRules(root) {
  const folder = mkdtempSync(join(root, 'node_modules', '.rules-'));
  try {
    const outfile = join(folder, 'registry.cjs');
    await build({
      stdin: { contents: PAGES, resolveDir: root, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
      outfile,
      logLevel: 'error',
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function index(metas) {
  const rows = metas.map(
    (meta) =>
      `| [\`${meta.code}\`](${meta.code}.md) | ${meta.isOptional ? 'Off' : SEVERITIES[meta.severity]} | ${meta.summary.replaceAll('|', '\\|')} |`,
  );
  return [
    '<!-- Generated from the rules by scripts/generate.mjs. -->',
    '# Rules',
    '',
    'What the files of a bot are checked for. Severities can be set per bot in `bot.yaml`, under `rules:`.',
    '',
    '| code | default | what it reports |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
