import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { trainModel } from '../../server/src/nlp/trainModel';
import { snapshotOf } from '../../server/src/project/project';
import type { BotSnapshot, ProjectSnapshot } from '../../server/src/project/snapshot';
import type {
  PlanOptions,
  PublishResult,
  ReleaseKind,
  ReleasePlan,
  ReleaseRecord,
  Releases,
} from '../../server/src/release/contract';
import { createReleases } from '../../server/src/release/service';
import { fileUri } from '../../server/src/text/uri';

/** What a person would say for an intent: five expressions, the fewest that can be trained. */
export function intentFile(name: string, words: string): string {
  const lines = ['please', 'now', 'for me', 'today', 'again'].map((end) => `    ${words} ${end}`);
  return `intent: ${name}\nexpressions:\n  en: |\n${lines.join('\n')}\n`;
}

/** A flow whose one dialog is linked to an intent. */
export function flowFile(name: string, intent?: string, text = `This is ${name}.`): string {
  const trigger = intent === undefined ? '' : `    trigger:\n      intent: ${intent}\n`;
  return `flow: ${name}
dialogs:
  start:
${trigger}    say:
      - text:
          en: ${text}
    end: true
`;
}

const DEFAULTS = ['welcome', 'not_understood', 'error', 'disabled']
  .map((name) => `  ${name}:\n    say:\n      - text:\n          en: This is ${name}.\n    end: true\n`)
  .join('');

/** A small bot without errors: two intents, each with a flow. */
export function smallBot(id = 'choo-choo'): ReadonlyMap<string, string> {
  return new Map([
    [
      'bot.yaml',
      `bot: ${id}
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
rules:
  nlp/few-expressions: off
`,
    ],
    ['flows/general.flow.yaml', `flow: general\ndialogs:\n${DEFAULTS}`],
    ['flows/booking.flow.yaml', flowFile('booking', 'book_train')],
    ['flows/refunds.flow.yaml', flowFile('refunds', 'refund')],
    ['intents/book_train.intent.yaml', intentFile('book_train', 'book a train')],
    ['intents/refund.intent.yaml', intentFile('refund', 'give my money back')],
  ]);
}

export interface RepositoryOptions {
  readonly format?: 'sha1' | 'sha256';
  /** Where the bot lies in the repository; its root when absent. */
  readonly folder?: string;
  readonly id?: string;
  /** Without a repository. */
  readonly bare?: true;
  /** A folder that is there already: nothing is made or written. */
  readonly at?: string;
}

/** A bot in a real git repository in a temporary folder. */
export class BotRepository {
  readonly top: string;
  readonly folder: string;
  /** The service under test; a fresh one is another window. */
  releases: Releases = createReleases({ trusted: true });
  readonly #outer: string;

  constructor(options: RepositoryOptions = {}) {
    const { format = 'sha1', folder = '', id = 'choo-choo', bare, at } = options;
    this.#outer = at ? dirname(at) : realpathSync(mkdtempSync(join(tmpdir(), 'botlane release ')));
    this.top = at ?? join(this.#outer, 'project');
    this.folder = join(this.top, folder);
    if (at) return;
    mkdirSync(this.folder, { recursive: true });
    if (!bare) {
      this.git('init', '--quiet', '--initial-branch=main', `--object-format=${format}`);
      this.git('config', 'user.name', 'Ada Lovelace');
      this.git('config', 'user.email', 'ada@example.org');
      this.git('config', 'commit.gpgsign', 'false');
    }
    for (const [path, text] of smallBot(id)) this.write(path, text);
  }

  /** Opens another folder (a clone, a worktree) that belongs to the same test. */
  static at(top: string): BotRepository {
    return new BotRepository({ at: top });
  }

  /** The same repository in a folder of its own: quicker than publishing the same again. */
  copy(): BotRepository {
    const at = join(realpathSync(mkdtempSync(join(tmpdir(), 'botlane release '))), 'project');
    cpSync(this.top, at, { recursive: true });
    return new BotRepository({ at, folder: relative(this.top, this.folder) });
  }

  /** A folder beside the repository that is removed with it. */
  beside(name: string): string {
    return join(this.#outer, name);
  }

  write(path: string, content: string | Uint8Array): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  delete(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  read(path: string): Buffer {
    return readFileSync(join(this.folder, path));
  }

  git(...words: string[]): string {
    return execFileSync('git', words, {
      cwd: this.top,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  /** The same with an environment of its own, such as an index that is not the user's. */
  gitWith(environment: NodeJS.ProcessEnv, ...words: string[]): string {
    return execFileSync('git', words, {
      cwd: this.top,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  gitBytes(...words: string[]): Buffer {
    return execFileSync('git', words, { cwd: this.top, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  commit(message = 'work'): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  project(): ProjectSnapshot {
    return snapshotOf(new NodeFileSystem(), [fileUri(this.folder)]);
  }

  bot(): BotSnapshot {
    const [bot] = this.project().bots;
    assert.ok(bot, 'there is a bot');
    return bot;
  }

  async train(): Promise<void> {
    const result = await this.releases.train(this.bot(), trainModel);
    assert.ok(result.ok && result.value.outcome === 'trained', JSON.stringify(result));
  }

  async plan(kind: ReleaseKind, options: PlanOptions = {}): Promise<ReleasePlan> {
    const project = this.project();
    const result = await this.releases.plan(this.bot(), project, kind, options);
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  }

  async publish(kind: ReleaseKind, notes = 'Notes', options: PlanOptions = {}): Promise<PublishResult> {
    await this.train();
    return this.releases.publish(this.bot(), await this.plan(kind, options), { notes });
  }

  /** Publishes and insists that it worked. */
  async published(
    kind: ReleaseKind,
    notes?: string,
    options: PlanOptions = {},
  ): Promise<Extract<PublishResult, { outcome: 'published' }>> {
    const result = await this.publish(kind, notes, options);
    assert.ok(result.outcome === 'published', describe(result));
    return result;
  }

  live(id = 'choo-choo'): string {
    return this.git('rev-parse', `refs/heads/bots/${id}/live`);
  }

  /** release.json of a version. */
  record(revision: string): ReleaseRecord {
    return JSON.parse(this.git('show', `${revision}:release.json`)) as ReleaseRecord;
  }

  /** `git fsck` finds nothing to complain about. */
  assertSound(): void {
    const report = execFileSync('git', ['fsck', '--full', '--strict', '--no-dangling'], {
      cwd: this.top,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    assert.equal(report.trim(), '');
  }

  remove(): void {
    rmSync(this.#outer, { recursive: true, force: true, maxRetries: 5 });
  }
}

function describe(result: PublishResult): string {
  if (result.outcome !== 'blocked') return JSON.stringify(result);
  return result.plan.gates
    .map(({ id, outcome, reason, details }) => [id, outcome, reason, ...details].join(' '))
    .join('\n');
}

/** What the user has and publishing must leave as it is: index, HEAD, branches, stash, and every file. */
export function ownState(repository: BotRepository): ReadonlyMap<string, string> {
  const files = repository
    .git('ls-files', '--cached', '--others', '--full-name')
    .split('\n')
    .map((path) => `${path} ${readFileSync(join(repository.top, path)).toString('base64')}`);
  return new Map([
    ['index', readFileSync(repository.git('rev-parse', '--absolute-git-dir') + '/index').toString('base64')],
    ['HEAD', readFileSync(repository.git('rev-parse', '--absolute-git-dir') + '/HEAD', 'utf8')],
    ['reflog', repository.git('reflog', 'show', 'HEAD')],
    ['status', repository.git('--no-optional-locks', 'status', '--porcelain=v2', '--ignored')],
    ['stash', repository.git('stash', 'list')],
    ['branch', repository.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads/main')],
    ['files', files.join('\n')],
  ]);
}
