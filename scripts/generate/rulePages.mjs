import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const FOLDER = 'docs/rules';
const SEVERITIES = { error: 'Error', warning: 'Warning', information: 'Information' };

/** A documentation page per rule, from its own metadata, and the list of all pages. */
export async function generateRulePages(root) {
  const metas = (await loadMetas(root)).sort((a, b) => (a.code < b.code ? -1 : 1));
  const files = new Map(metas.map((meta) => [`${FOLDER}/${meta.code}.md`, page(meta)]));
  files.set(`${FOLDER}/README.md`, index(metas));
  return { files, owned: FOLDER };
}

/** Bundles the registry for Node and loads it: the metadata is code, and nothing is compiled yet. */
async function loadMetas(root) {
  const folder = mkdtempSync(join(root, 'node_modules', '.rules-'));
  try {
    const outfile = join(folder, 'registry.cjs');
    await build({
      entryPoints: [join(root, 'server/src/rules/registry.generated.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
      outfile,
      logLevel: 'error',
    });
    const { rules, workspaceRules } = createRequire(import.meta.url)(outfile);
    return [...rules, ...workspaceRules].map((rule) => rule.meta);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function page(meta) {
  const notes = [
    `Default severity: **${meta.severity}**.`,
    meta.live && 'Compares with LIVE; it is silent when the bot has no LIVE version.',
    meta.reference &&
      'A reference error: it counts in the release gates whatever `rules:` or a comment says.',
  ].filter(Boolean);
  return [
    `<!-- Generated from the rule by scripts/generate.mjs. -->`,
    `# ${meta.code}`,
    '',
    meta.summary,
    '',
    notes.join(' '),
    '',
    meta.description.trim(),
    '',
    '## Wrong',
    '',
    fence(meta.wrong),
    '',
    '## Right',
    '',
    fence(meta.right),
    '',
    `## Where it comes from`,
    '',
    meta.source,
    '',
  ].join('\n');
}

function fence(example) {
  return `\`\`\`yaml\n${example.replace(/^\n+|\s+$/g, '')}\n\`\`\``;
}

function index(metas) {
  const rows = metas.map(
    (meta) =>
      `| [\`${meta.code}\`](${meta.code}.md) | ${SEVERITIES[meta.severity]} | ${meta.summary.replaceAll('|', '\\|')} |`,
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
