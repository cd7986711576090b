import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { MAIN } from '../support/cli';
import { TemporaryFolder } from '../support/folders';
import { gitHubJob, gitLabJob, type Job } from '../support/pipelines';
import { BotRepository, flowFile, smallBot } from '../support/repository';

const BOT = 'bots/choo-choo';
const LIVE = 'refs/heads/bots/choo-choo/live';
const NOTES = 'Notes with "quotes", $HOME and `backquotes`';

/** A project on a host, and runners that do its jobs, each in a fresh clone. */
class Host {
  readonly folder = new TemporaryFolder();
  readonly remote = join(this.folder.path, 'remote.git');
  /** Where a developer works. */
  readonly work: BotRepository;
  readonly #bin = join(this.folder.path, 'bin');
  #runs = 0;

  constructor() {
    this.folder.git('init', '--quiet', '--bare', '--initial-branch=main', this.remote);
    const work = join(this.folder.path, 'work');
    this.folder.git('clone', '--quiet', `file://${this.remote}`, work);
    this.work = BotRepository.at(work);
    this.work.git('config', 'user.name', 'Ada Lovelace');
    this.work.git('config', 'user.email', 'ada@example.org');
    for (const [path, text] of smallBot()) this.work.write(`${BOT}/${path}`, text);
    this.work.write(
      `${BOT}/tests/one.bottest.yaml`,
      'test: one\nsteps:\n  - user: give my money back now\n  - bot: This is refunds.\n',
    );
    mkdirSync(this.#bin);
    this.#program('botlane', `exec '${process.execPath}' --no-warnings '${MAIN}' "$@"`);
    // The host's own program: it says what it was asked for.
    this.#program('gh', `printf '%s\\n' "$*" "token $GH_TOKEN" > '${this.said}'`);
    // What the pipeline calls https is this folder.
    this.folder.write(
      'home/.gitconfig',
      `[url "file://${this.remote}"]\n\tinsteadOf = https://publish:secret@host.example/team/bots.git\n`,
    );
    this.push('First');
  }

  get said(): string {
    return join(this.folder.path, 'said');
  }

  push(message: string): void {
    this.work.commit(message);
    this.work.git('push', '--quiet', 'origin', 'HEAD:main');
  }

  changeFlow(text: string, intent = 'book_train'): void {
    this.work.write(`${BOT}/flows/booking.flow.yaml`, flowFile('booking', intent, text));
  }

  /** Runs a job as a runner does: a fresh clone, a shell per script that stops at what fails. */
  run(job: Job, environment: Readonly<Record<string, string>>) {
    const clone = join(this.folder.path, `clone ${++this.#runs}`);
    const depth = job.depth === 0 ? [] : [`--depth=${job.depth}`];
    this.folder.git('clone', '--quiet', ...depth, `file://${this.remote}`, clone);
    execFileSync('git', ['checkout', '--quiet', '--detach'], { cwd: clone });
    let output = '';
    for (const { text, environment: own } of job.scripts) {
      const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', text], {
        cwd: clone,
        encoding: 'utf8',
        env: {
          PATH: `${this.#bin}${delimiter}${process.env['PATH'] ?? ''}`,
          HOME: join(this.folder.path, 'home'),
          ...environment,
          ...own,
        },
      });
      output += stdout + stderr;
      if (status !== 0) return { code: status, output, clone };
    }
    return { code: 0, output, clone };
  }

  live(): { readonly version: number; readonly notes: string; readonly author: { readonly name: string } } {
    return JSON.parse(this.#git('show', `${LIVE}:release.json`)) as ReturnType<Host['live']>;
  }

  #git(...words: string[]): string {
    return execFileSync('git', words, { cwd: this.remote, encoding: 'utf8' });
  }

  #program(name: string, script: string): void {
    const path = join(this.#bin, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }
}

const EXPRESSIONS = {
  'github.event.number': '7',
  'github.token': 'a-token',
  'github.event.head_commit.message': NOTES,
};

/** Each example as its runner would do it. */
const HOSTS = [
  {
    name: 'GitHub Actions',
    check: () => gitHubJob('check', EXPRESSIONS),
    publish: () => gitHubJob('publish', EXPRESSIONS),
    environment: { GITHUB_ACTOR: 'grace' },
    report: 'botlane.sarif',
    author: 'grace',
  },
  {
    name: 'GitLab',
    check: () => gitLabJob('check'),
    publish: () => gitLabJob('publish'),
    environment: {
      GITLAB_USER_NAME: 'Grace Hopper',
      GITLAB_USER_EMAIL: 'grace@example.org',
      CI_COMMIT_MESSAGE: NOTES,
      CI_SERVER_HOST: 'host.example',
      CI_PROJECT_PATH: 'team/bots',
      PUBLISH_TOKEN: 'secret',
    },
    report: 'botlane.xml',
    author: 'Grace Hopper',
  },
] as const;

describe('the pipelines of docs/ci.md', function () {
  this.timeout(240_000);
  let host: Host;
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    host = new Host();
  });
  afterEach(() => host.folder.remove());

  for (const { name, check, publish, environment, report, author } of HOSTS) {
    it(`${name}: checks, publishes, and publishes again`, () => {
      const first = host.run(check(), environment);
      assert.equal(first.code, 0, first.output);
      assert.notEqual(readFileSync(join(first.clone, report), 'utf8'), '');

      const published = host.run(publish(), environment);
      assert.equal(published.code, 0, published.output);
      assert.deepEqual([host.live().version, host.live().notes, host.live().author.name], [1, NOTES, author]);

      host.changeFlow('Changed.');
      host.push('Second');
      const second = host.run(check(), environment);
      assert.equal(second.code, 0, second.output);
      assert.match(
        readFileSync(join(second.clone, 'difference.md'), 'utf8'),
        /Dialog booking&#47;start changed/,
      );
      const again = host.run(publish(), environment);
      assert.equal(again.code, 0, again.output);
      assert.equal(host.live().version, 2);
    });

    it(`${name}: a mistake fails the check with its report written, and is not published`, () => {
      host.changeFlow('Broken.', 'no_such_intent');
      host.push('Broken');
      const checked = host.run(check(), environment);
      assert.equal(checked.code, 1, checked.output);
      assert.match(readFileSync(join(checked.clone, report), 'utf8'), /references\/unknown-intent/);
      assert.equal(existsSync(join(checked.clone, 'difference.md')), false);
      const published = host.run(publish(), environment);
      assert.equal(published.code, 1, published.output);
      assert.throws(() => host.live());
    });

    it(`${name}: a hotfix that the branch lacks is not overwritten`, async () => {
      assert.equal(host.run(publish(), environment).code, 0);
      host.work.git('pull', '--quiet', 'origin', 'main');
      host.work.git('config', 'botlane.remote', 'origin');
      const mender = new BotRepository({ at: host.work.top, folder: BOT });
      assert.ok((await mender.releases.fetch(mender.bot())).ok);
      const hotfix = await mender.releases.startHotfix(mender.bot());
      assert.ok(hotfix.ok, JSON.stringify(hotfix));
      const mended = BotRepository.at(hotfix.value.folder);
      const general = mended.read('flows/general.flow.yaml').toString();
      mended.write('flows/general.flow.yaml', general.replace('This is welcome', 'Mended'));
      assert.equal((await mended.published('full', 'Mended')).version, 2);
      assert.ok((await mender.releases.abandonHotfix(mender.bot(), { discard: true })).ok);

      host.changeFlow('Changed.');
      host.push('Without the hotfix');
      const blocked = host.run(publish(), environment);
      assert.equal(blocked.code, 1, blocked.output);
      assert.match(blocked.output, /Drift: LIVE \(version 2 by Ada Lovelace\)/);

      assert.ok((await mender.releases.take(mender.bot())).ok);
      host.push('With it');
      const published = host.run(publish(), environment);
      assert.equal(published.code, 0, published.output);
      assert.equal(host.live().version, 3);
    });
  }

  it('GitHub Actions: the difference becomes a comment of the pull request', () => {
    const checked = host.run(gitHubJob('check', EXPRESSIONS), {});
    assert.equal(checked.code, 0, checked.output);
    assert.equal(
      readFileSync(host.said, 'utf8'),
      'pr comment 7 --edit-last --create-if-none --body-file difference.md\ntoken a-token\n',
    );
  });
});
