import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..', '..');

/** A folder of its own for one test; blanks in its name, because people have them. */
export class TemporaryFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'botlane test ')));

  write(path: string, text: string): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Copies an example bot into `into` (the folder itself when absent). */
  copyExample(name: string, into = '.'): void {
    cpSync(join(ROOT, 'examples', name), join(this.path, into), { recursive: true });
  }

  git(...parameters: string[]): string {
    return execFileSync('git', parameters, {
      cwd: this.path,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** A repository with an author of its own and nothing of the machine's settings that tests depend on. */
  initializeGit(): void {
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.name', 'Ada Lovelace');
    this.git('config', 'user.email', 'ada@example.org');
    this.git('config', 'commit.gpgsign', 'false');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}
