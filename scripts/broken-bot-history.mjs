// @ts-check
// Copies examples/broken-bot to a folder outside the clone and gives it a past: a healthy version 1 is published first,
// so that the rules that compare with LIVE have something to compare with.
//   npm run build && node scripts/broken-bot-history.mjs FOLDER
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectRoot } from './lib/project.mjs';

const FLOW = `flow: general
dialogs:
  welcome:
    trigger:
      intent: greet
    say:
      - text:
          en: Hello! I cancel tickets.
          nl: Hallo! Ik annuleer tickets.
    end: true
  cancel:
    trigger:
      intent: cancel_ticket
    say:
      - text:
          en: Your ticket is cancelled.
          nl: Je ticket is geannuleerd.
    end: true
  not_understood:
    say:
      - text:
          en: Sorry, I did not get that.
          nl: Sorry, dat begreep ik niet.
    end: true
  error:
    say:
      - text:
          en: Something went wrong.
          nl: Er ging iets mis.
    end: true
  disabled:
    say:
      - text:
          en: I am asleep.
          nl: Ik slaap.
    end: true
`;

const INTENTS = `intent: greet
description: The user says hello.
expressions:
  en: |
    hello
    good morning
    hey there
    good evening
    greetings
    nice to see you
  nl: |
    hallo
    goedemorgen
    hoi daar
    goedenavond
    fijn je te zien
---
intent: cancel_ticket
description: The user wants to cancel a ticket.
expressions:
  en: |
    cancel my ticket
    I do not need my ticket any more
    please call off my booking
    how do I cancel?
    annul the reservation
    I will not travel after all
  nl: |
    annuleer mijn ticket
    ik heb mijn kaartje niet meer nodig
    zeg mijn boeking af
    hoe kan ik annuleren?
    ik ga toch niet reizen
`;

const BOT = `bot: broken-bot
title: Healthy bot
languages: [en, nl]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
`;

/** The bot as it was while it was healthy; it has an intent that the broken one no longer has. */
const HEALTHY = new Map([
  ['bot.yaml', BOT],
  ['intents/all.intent.yaml', INTENTS],
  ['flows/general.flow.yaml', FLOW],
]);

/**
 * Builds the history in `folder`, which is empty or not there yet.
 * @param {string} folder absolute path outside the clone
 * @param {string} [program] the command line to publish with; default: the built one
 * @throws {Error} when the folder cannot be used, or a step fails; the folder is then as it was
 */
export function buildHistory(folder, program = inProject('dist', 'cli.js')) {
  refuseUnusable(folder, program);
  const existed = existsSync(folder);
  try {
    const bot = path.join(folder, 'bot');
    for (const [name, text] of HEALTHY) {
      const file = path.join(bot, ...name.split('/'));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    git(folder, 'init', '--quiet', '--initial-branch=main');
    // The copy's own, so that it works where git does not know who is there.
    git(folder, 'config', 'user.name', 'Broken bot');
    git(folder, 'config', 'user.email', 'broken-bot@example.org');
    git(folder, 'config', 'commit.gpgsign', 'false');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--message=While it was healthy');
    run(process.execPath, [program, 'train', bot], folder);
    run(process.execPath, [program, 'publish', bot, '--full', '--notes', 'While it was healthy'], folder);
    rmSync(bot, { recursive: true });
    cpSync(inProject('examples', 'broken-bot'), folder, { recursive: true });
  } catch (error) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      rmSync(path.join(folder, name), { recursive: true, force: true });
    }
    if (!existed) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** @param {string} folder @param {string} program */
function refuseUnusable(folder, program) {
  const inside = path.relative(projectRoot, folder);
  if (inside === '' || (!inside.startsWith('..') && !path.isAbsolute(inside))) {
    throw new Error(
      `${folder} is inside the clone, which has a history of its own. Name a folder elsewhere.`,
    );
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty. Name a new folder.`);
  }
  if (!existsSync(program)) {
    throw new Error('The command line is not built yet. Run npm run build first.');
  }
}

/** @param {string} cwd @param {string[]} args */
function git(cwd, ...args) {
  run('git', args, cwd);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd) {
  // A repository that the environment names (in a hook, for example) is not the one that is built here.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (status === 0) return;
  const said = error?.message ?? `${stdout}${stderr}`.trim();
  throw new Error(`${path.basename(command)} ${args.join(' ')} failed:\n${said}`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) {
  const [, , folder, ...others] = process.argv;
  if (!folder || others.length > 0) {
    console.error('Usage: node scripts/broken-bot-history.mjs FOLDER');
    process.exitCode = 2;
  } else {
    try {
      buildHistory(path.resolve(folder));
      console.log(`Built the broken bot with its history in ${path.resolve(folder)}`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}
