import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { NodeFileSystem } from '../files/nodeFileSystem';
import { snapshotOf } from '../project/project';
import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import { pathOf } from '../text/uri';
import { CommandError } from './exitCode';
import { folderUri } from './folder';

/**
 * Reads the bots at or below `folder` (the current folder when absent).
 * @throws CommandError when there is no such folder
 */
export function readProject(cwd: string, folder: string | undefined): ProjectSnapshot {
  return snapshotOf(new NodeFileSystem(), [folderUri(cwd, folder)]);
}

/**
 * The one bot that a command is about. A folder that is a bot itself names this one, whatever bots are below it.
 * @throws CommandError when the folder holds none or several
 */
export function onlyBot(project: ProjectSnapshot, cwd: string, folder: string | undefined): BotSnapshot {
  const bots = someBots(project, cwd, folder);
  const named = folderUri(cwd, folder);
  const bot = bots.length === 1 ? bots[0] : bots.find(({ root }) => root === named);
  if (bot) return bot;
  throw new CommandError(
    t(
      'This command wants exactly one bot, and there are {0}: {1}. Name the folder of one.',
      bots.length,
      bots.map(({ root }) => pathOf(root)).join(', '),
    ),
  );
}

/**
 * The bots that a reading command is about: at least one.
 * @throws CommandError when there is none
 */
export function someBots(
  project: ProjectSnapshot,
  cwd: string,
  folder: string | undefined,
): readonly BotSnapshot[] {
  if (project.bots.length > 0) return project.bots;
  throw new CommandError(
    t(
      'There is no bot in {0}: no folder there holds a bot.yaml. Name the folder of a bot.',
      resolve(cwd, folder ?? '.'),
    ),
  );
}
