import { ruleFiles } from './ruleFiles.mjs';

const PATH = 'server/src/rules/registry.generated.ts';

/** The list of all rules. */
export function generateRuleRegistry(root) {
  const rules = ruleFiles(root).map((file, index) => ({ ...file, alias: `${file.name}${index}` }));
  const list = (name, type) => {
    const items = rules.filter((rule) => rule.name === name).map((rule) => `  ${rule.alias},\n`);
    return `export const ${name}s: readonly ${type}[] = [${items.length ? `\n${items.join('')}` : ''}];`;
  };
  const text = [
    '// Generated from the files of this folder by scripts/generate.mjs. Add a rule as a file of its own.',
    ...rules.map(({ module, name, alias }) => `import { ${name} as ${alias} } from './${module}';`),
    "import type { Rule } from './rule';",
    '',
    '/** The rules about one bot, in the order of their codes. */',
    list('rule', 'Rule'),
    '',
    '/** The rules about the workspace as a whole. */',
    list('workspaceRule', 'Rule'),
    '',
  ].join('\n');
  return { files: new Map([[PATH, text]]) };
}
