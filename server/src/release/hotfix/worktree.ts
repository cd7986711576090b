import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BotFiles, LiveRelease, Result } from '../contract';
import { Git } from '../git/git';
import type { GitCall } from '../git/git';
import type { BotId, Oid } from '../git/names';
import { problem } from '../git/problems';
import { openRepository } from '../git/repository';
import type { Repository } from '../git/repository';
import { cacheFolder, writeWhole } from '../models/modelStore';
import { writeDraft } from '../restore/writeDraft';
import { DEFINITION_FOLDER } from '../store/record';

/** A worktree in which LIVE is being mended. */
export interface HotfixWorktree {
  /** Root of the worktree (a path). */
  readonly top: string;
  /** The folder of the bot in it (a path). */
  readonly folder: string;
  /** The version that it started from. */
  readonly version: number;
}

/** Where LIVE of a bot is mended: one place for each bot of each repository, outside of it. */
export function hotfixPlace({ commonDirectory }: Repository, bot: BotId): string {
  const key = createHash('sha256').update(commonDirectory).digest('hex').slice(0, 16);
  return join(cacheFolder(), 'hotfix', key, bot);
}

/** The hotfix of a bot that is under way; undefined when there is none. Starts no process. */
export function findHotfix(repository: Repository, bot: BotId): HotfixWorktree | undefined {
  const top = hotfixPlace(repository, bot);
  const marker = readMarker(gitDirectoryOf(top));
  return marker?.bot === bot
    ? { top, folder: join(top, DEFINITION_FOLDER), version: marker.version }
    : undefined;
}

/** What a repository is a hotfix of; undefined for any other worktree. */
export function hotfixOf({
  gitDirectory,
}: Repository): { readonly bot: string; readonly version: number } | undefined {
  return readMarker(gitDirectory);
}

/**
 * Makes a worktree with LIVE's files, to the byte: what the repository's attributes and filters would make of them is left
 * out. Its index holds the release whole, so that `git status` there shows what was changed.
 *
 * @param commit the commit that published the version
 */
export async function makeHotfix(
  repository: Repository,
  release: LiveRelease,
  commit: Oid,
  call: GitCall = {},
): Promise<Result<Repository>> {
  const { bot, version, files } = release;
  const top = hotfixPlace(repository, bot);
  try {
    await mkdir(dirname(top), { recursive: true });
  } catch {
    return { ok: false, error: problem('not-permitted', dirname(top)) };
  }
  // A folder that somebody deleted by hand is still on git's list.
  const pruned = await repository.git.run(['worktree', 'prune'], call);
  if (!pruned.ok) return pruned;
  const added = await repository.git.run(
    ['worktree', 'add', '--quiet', '--detach', '--no-checkout', '--', top, commit],
    call,
  );
  if (!added.ok) return added;
  const filled = await fill(top, bot, version, files, call);
  if (!filled.ok) await removeHotfix(repository, top);
  return filled;
}

async function fill(
  top: string,
  bot: BotId,
  version: number,
  files: BotFiles,
  call: GitCall,
): Promise<Result<Repository>> {
  const opened = await openRepository(realpathSync(top), call);
  if (!opened.ok) return opened;
  const git = new Git(top);
  const index = await git.run(['read-tree', 'HEAD'], call);
  if (!index.ok) return index;
  const list = await git.run(['ls-files', '-z', '--cached', '--', `:(exclude,literal)${DEFINITION_FOLDER}`], {
    ...call,
    environment: { GIT_LITERAL_PATHSPECS: '0' },
  });
  if (!list.ok) return list;
  // Record and models are not there to be edited; git shall not call them deleted.
  const hidden = await git.run(['update-index', '-z', '--skip-worktree', '--stdin'], {
    ...call,
    input: list.value.stdout,
  });
  if (!hidden.ok) return hidden;
  const folder = join(top, DEFINITION_FOLDER);
  await mkdir(folder, { recursive: true });
  const written = await writeDraft(folder, new Map(), files);
  if (!written.ok) return written;
  const path = markerOf(opened.value.gitDirectory);
  const marked = await writeWhole(dirname(path), path, Buffer.from(JSON.stringify({ bot, version })));
  return marked.ok ? opened : marked;
}

/** Removes the worktree with everything in it. */
export async function removeHotfix(repository: Repository, top: string): Promise<Result<undefined>> {
  const removed = await repository.git.run(['worktree', 'remove', '--force', '--', top]);
  if (removed.ok) return { ok: true, value: undefined };
  // git refuses what is no worktree any more, such as one whose folder was deleted.
  await rm(top, { recursive: true, force: true }).catch(() => undefined);
  const pruned = await repository.git.run(['worktree', 'prune']);
  return pruned.ok ? { ok: true, value: undefined } : pruned;
}

function markerOf(gitDirectory: string): string {
  return join(gitDirectory, 'botlane', 'hotfix.json');
}

function readMarker(
  gitDirectory: string | undefined,
): { readonly bot: string; readonly version: number } | undefined {
  if (gitDirectory === undefined || !existsSync(markerOf(gitDirectory))) return undefined;
  try {
    const json: unknown = JSON.parse(readFileSync(markerOf(gitDirectory), 'utf8'));
    if (typeof json !== 'object' || json === null || !('bot' in json) || !('version' in json))
      return undefined;
    const { bot, version } = json;
    return typeof bot === 'string' && typeof version === 'number' ? { bot, version } : undefined;
  } catch {
    return undefined;
  }
}

/** The git directory that the `.git` file of a worktree names. */
function gitDirectoryOf(top: string): string | undefined {
  try {
    return /^gitdir: (.+)$/m.exec(readFileSync(join(top, '.git'), 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
