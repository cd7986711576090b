import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../contract';
import type { BotId, RemoteName } from '../git/names';
import type { Repository } from '../git/repository';
import { writeWhole } from '../models/modelStore';

/**
 * That a remote was asked and had nothing of a bot. git has no reference for what is not there, and "never asked" must be
 * told from "asked, and nothing was ever published".
 */
export function isSeenEmpty(repository: Repository, remote: RemoteName, bot: BotId): boolean {
  return existsSync(markOf(repository, remote, bot));
}

export function markSeenEmpty(
  repository: Repository,
  remote: RemoteName,
  bot: BotId,
): Promise<Result<undefined>> {
  const path = markOf(repository, remote, bot);
  return writeWhole(join(path, '..'), path, new Uint8Array());
}

/** Of one bot, or of everything that a remote was asked for. */
export async function forgetSeenEmpty(
  repository: Repository,
  remote: RemoteName,
  bot?: BotId,
): Promise<void> {
  const path = bot ? markOf(repository, remote, bot) : join(folderOf(repository), remote);
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

function markOf(repository: Repository, remote: RemoteName, bot: BotId): string {
  return join(folderOf(repository), remote, bot);
}

function folderOf({ commonDirectory }: Repository): string {
  return join(commonDirectory, 'botlane', 'empty');
}
