import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

/**
 * Serves a bare repository over HTTP, as hosts do, by git's own program for that.
 *
 * @param allows whether a request with this `Authorization` is let in
 * @returns address of the repository, and what stops the server
 */
export async function serveOverHttp(
  folder: string,
  allows: (authorization: string | undefined) => boolean,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (!allows(request.headers.authorization)) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const backend = spawn('git', ['http-backend'], {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: '1',
        REMOTE_USER: 'ada',
        PATH_INFO: pathname,
        QUERY_STRING: searchParams.toString(),
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        HTTP_GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    request.pipe(backend.stdin);
    const parts: Buffer[] = [];
    backend.stdout.on('data', (part: Buffer) => parts.push(part));
    backend.on('close', () => {
      const answer = Buffer.concat(parts);
      const end = answer.indexOf('\r\n\r\n');
      for (const line of answer.subarray(0, end).toString().split('\r\n')) {
        const [name = '', value = ''] = line.split(': ');
        if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
        else if (name !== '') response.setHeader(name, value);
      }
      response.end(answer.subarray(end + 4));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
