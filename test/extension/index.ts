import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { recordResults } from '../support/results';

/** Only records: what is printed here ends up in the middle of VS Code's own log. */
class Recorder extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    recordResults(runner);
  }
}

/**
 * Runs every `*.test.js` below this folder inside the extension host. VS Code calls it when it is started with
 * `--extensionTestsPath`; in the browser the page's address says so. The suites must hold in any VS Code: they assert
 * nothing about its name, its version, its Node, its window, or notifications, which a browser hides here.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: Recorder, color: false });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.js')).sort()) {
    mocha.addFile(path.join(__dirname, file));
  }
  const failed = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failed > 0) throw new Error(`${failed} of the tests inside VS Code failed.`);
}
