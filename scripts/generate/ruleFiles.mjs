import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'server/src/rules';

/**
 * The rules there are: files `<group>/<name>.ts` that export `rule` or `workspaceRule`, in the order of their codes.
 * Files that export neither are helpers of their group.
 */
export function ruleFiles(root) {
  const found = [];
  for (const group of readdirSync(join(root, FOLDER), { withFileTypes: true })) {
    if (!group.isDirectory()) continue;
    for (const entry of readdirSync(join(root, FOLDER, group.name), { withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const text = readFileSync(join(root, FOLDER, group.name, entry.name), 'utf8');
      const exported = [...text.matchAll(/^export const (rule|workspaceRule)\b/gm)].map((match) => match[1]);
      const module = `${group.name}/${entry.name.slice(0, -3)}`;
      for (const name of exported) found.push({ module, name });
    }
  }
  return found.sort((a, b) => (a.module < b.module ? -1 : a.module > b.module ? 1 : 0));
}
