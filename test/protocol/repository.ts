import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BASE } from '../support/workspace';
import type { DiskFolder } from './fixture';

function intent(name: string, expressions: readonly string[]): string {
  return `intent: ${name}\nexpressions:\n  en: |\n${expressions.map((line) => `    ${line}\n`).join('')}`;
}

function flow(name: string, trigger: string): string {
  return `flow: ${name}
dialogs:
  start:
    trigger:
      intent: ${trigger}
    say:
      - text:
          en: This is about ${trigger}.
    end: true
`;
}

/** A bot that can be trained and published: two intents, each linked to a dialog. */
export const TRAINABLE: ReadonlyMap<string, string> = new Map([
  ...BASE,
  [
    'book_train.intent.yaml',
    intent('book_train', [
      'book me a train',
      'I need a train ticket',
      'reserve a seat on the train',
      'get me a ticket to Ghent',
      'buy a train ticket',
      'a seat to Brussels please',
    ]),
  ],
  [
    'weather.intent.yaml',
    intent('weather', [
      'what is the weather like',
      'will it rain tomorrow',
      'is it sunny outside',
      'how warm is it today',
      'do I need an umbrella',
      'tell me the forecast',
    ]),
  ],
  ['trip.flow.yaml', flow('trip', 'book_train')],
  ['sky.flow.yaml', flow('sky', 'weather')],
]);

/** Makes a folder a repository in which versions can be published. */
export function initializeRepository({ path }: DiskFolder): void {
  git(path, 'init', '--quiet');
  git(path, 'config', 'user.name', 'A Tester');
  git(path, 'config', 'user.email', 'tester@example.org');
}

export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();
}

/** An environment in which every run of git leaves a trace, in a hidden folder below `path`. */
export function withCanary({ path }: DiskFolder): { readonly env: NodeJS.ProcessEnv; ran(): boolean } {
  const folder = join(path, '.canary');
  mkdirSync(folder);
  const trace = join(folder, 'trace');
  const real = execFileSync('/bin/sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const script = join(folder, 'git');
  writeFileSync(script, `#!/bin/sh\n: > '${trace}'\nexec '${real}' "$@"\n`);
  chmodSync(script, 0o755);
  return {
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    ran: () => existsSync(trace),
  };
}
