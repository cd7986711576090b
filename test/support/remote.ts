import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BotRepository } from './repository';

/** A bare repository, the remote of clones that lie beside it. All are removed with the first of them. */
export class RemoteLane {
  /** The first clone, whose bot has been committed and pushed. */
  readonly first: BotRepository;
  readonly remote: string;

  constructor(options: { readonly format?: 'sha1' | 'sha256' } = {}) {
    this.first = new BotRepository(options);
    this.remote = this.first.beside('remote.git');
    const format = `--object-format=${options.format ?? 'sha1'}`;
    this.first.git('init', '--quiet', '--bare', '--initial-branch=main', format, this.remote);
    this.first.commit();
    this.first.git('remote', 'add', 'origin', this.remote);
    this.first.git('push', '--quiet', 'origin', 'main');
    this.first.git('config', 'botlane.remote', 'origin');
  }

  clone(name: string, author: string, ...options: string[]): BotRepository {
    const folder = this.first.beside(name);
    this.first.git('clone', '--quiet', ...options, `file://${this.remote}`, folder);
    const clone = BotRepository.at(folder);
    clone.git('config', 'user.name', author);
    clone.git('config', 'user.email', `${author.replaceAll(' ', '.').toLowerCase()}@example.org`);
    clone.git('config', 'botlane.remote', 'origin');
    return clone;
  }

  git(...words: string[]): string {
    return execFileSync('git', words, {
      cwd: this.remote,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  /** LIVE on the remote; empty without one. */
  live(): string {
    return this.git('for-each-ref', '--format=%(objectname)', 'refs/heads/bots/choo-choo/live');
  }

  tags(): readonly string[] {
    return this.git('for-each-ref', '--format=%(refname:lstrip=4)', 'refs/tags/bots/choo-choo')
      .split('\n')
      .filter((name) => name !== '');
  }

  hook(name: string, script: string): void {
    const path = join(this.remote, 'hooks', name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  /** A program beside the repositories. @returns its path, quoted for a shell */
  program(name: string, script: string): string {
    const path = this.first.beside(name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return `'${path}'`;
  }

  assertSound(): void {
    assert.equal(this.git('fsck', '--full', '--strict', '--no-dangling'), '');
  }

  remove(): void {
    this.first.remove();
  }
}
