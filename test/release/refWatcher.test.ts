import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefWatcher } from '../../server/src/release/refWatcher';

describe('the watcher of references', () => {
  let folder = '';
  let watcher: RefWatcher;
  let waiting: (() => void)[] = [];

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'botlane refs ')));
    git('init', '--quiet');
    waiting = [];
    watcher = new RefWatcher(() => {
      for (const resolve of waiting.splice(0)) resolve();
    });
    watcher.watch([join(folder, '.git')]);
  });

  afterEach(() => {
    watcher.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function git(...args: readonly string[]): string {
    return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  }

  /** Resolves with the next change that is told; the test's own time limit is the only one. */
  async function toldOf(change: () => void): Promise<void> {
    const told = new Promise<void>((resolve) => waiting.push(resolve));
    change();
    await told;
  }

  it('tells of the first live branch, whose folders did not exist before, and of every later move', async () => {
    git('commit', '--quiet', '--allow-empty', '-m', 'one');
    await toldOf(() => git('update-ref', 'refs/heads/bots/a/live', 'HEAD'));
    git('commit', '--quiet', '--allow-empty', '-m', 'two');
    await toldOf(() => git('update-ref', 'refs/heads/bots/a/live', 'HEAD'));
    await toldOf(() => git('tag', 'bots/a/v1'));
    await toldOf(() => git('update-ref', '-d', 'refs/heads/bots/a/live'));
  });

  it('tells of packed references', async () => {
    git('commit', '--quiet', '--allow-empty', '-m', 'one');
    git('update-ref', 'refs/heads/bots/a/live', 'HEAD');
    await toldOf(() => git('pack-refs', '--all'));
  });

  it('lives with repositories that vanish and folders that are none', () => {
    watcher.watch([join(folder, '.git'), join(folder, 'nowhere')]);
    mkdirSync(join(folder, 'strange'));
    writeFileSync(join(folder, 'strange', 'refs'), 'a file');
    watcher.watch([join(folder, 'strange')]);
    rmSync(join(folder, 'strange'), { recursive: true });
    watcher.watch([]);
  });
});
