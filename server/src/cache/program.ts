import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * What is another text whenever this program is another one: size and time of all of its files, and the version of Node,
 * which brings the tables for letters and patterns.
 */
export function programStamp(): string {
  // Bundled, everything lies beside this file; compiled, this file lies in a room of its own.
  const folder = basename(__dirname) === 'cache' ? dirname(__dirname) : __dirname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });
  return [process.version, ...files].join('\n');
}
