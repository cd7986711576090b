// @ts-check
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The JavaScript file of npm's command line, to be run with `process.execPath`: this needs no shell, so blanks in
 * paths are safe, and it is the npm that belongs to the Node that runs now.
 * @returns {string}
 * @throws when no npm is found; the message says what to do
 */
export function npmCommandLine() {
  const binary = realpathSync(process.execPath);
  const besideNode = [path.dirname(process.execPath), path.dirname(binary)].flatMap((folder) => [
    path.join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]);
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter).flatMap((folder) => {
    const link = path.join(folder, 'npm');
    return existsSync(link)
      ? [realpathSync(link), path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')]
      : [];
  });
  const candidates = [process.env['npm_execpath'] ?? '', ...besideNode, ...onPath];
  // npm_execpath names npx, yarn or pnpm when one of them started us: only npm's own file will do.
  const found = candidates.find((file) => path.basename(file) === 'npm-cli.js' && existsSync(file));
  if (!found)
    throw new Error(
      'npm was not found beside Node or on the PATH. Install Node 20.20 or newer with its npm.',
    );
  return found;
}
