import type { BotFiles, Result } from '../contract';
import { sortedFiles } from '../content/hashes';
import type { GitCall } from '../git/git';
import { readIdentity } from '../git/identity';
import { asOid, backupRef } from '../git/names';
import type { BotId, Oid } from '../git/names';
import { listTree, readBlobs } from '../git/objects';
import { problem } from '../git/problems';
import { moveReference } from '../git/references';
import type { Repository } from '../git/repository';
import { DEFINITION_FOLDER } from '../store/record';
import { writeCommit } from '../store/write';

/** From which versions a draft descends, by part; 0 when that is not known. */
export interface DraftBase {
  readonly nlp: number;
  readonly flow: number;
}

/** What a draft was before something else took its place. */
export interface Backup {
  readonly commit: Oid;
  readonly files: BotFiles;
  readonly base: DraftBase;
}

/**
 * Writes a commit of the draft's files; nothing points to it yet. Its parent is the backup before it, so that no backup is
 * ever lost while the newest one is there.
 */
export async function writeBackup(
  repository: Repository,
  bot: BotId,
  files: BotFiles,
  base: DraftBase,
  before: Oid | undefined,
  call: GitCall,
): Promise<Result<Oid>> {
  const author = await readIdentity(repository, call);
  if (!author.ok) return author;
  const content = new Map([...files].map(([path, bytes]) => [`${DEFINITION_FOLDER}${path}`, bytes] as const));
  const message = `Keep the draft of ${bot}\n\nBot-Base-Nlp: ${base.nlp}\nBot-Base-Flow: ${base.flow}\n`;
  return writeCommit(repository, content, before, message, author.value, call);
}

/** Makes a backup the newest one of this worktree. */
export function keepBackup(
  repository: Repository,
  bot: BotId,
  commit: Oid,
  before: Oid | undefined,
): Promise<Result<undefined>> {
  return moveReference(repository, backupRef(bot), commit, before, 'keep the draft');
}

/** The backups of this worktree, newest first. */
export async function listBackups(
  repository: Repository,
  bot: BotId,
  call: GitCall,
): Promise<Result<readonly Oid[]>> {
  const newest = await repository.git.run(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', backupRef(bot)],
    { ...call, answers: [1] },
  );
  if (!newest.ok) return newest;
  const commit = asOid(newest.value.stdout.toString('latin1').trim());
  if (!commit) return { ok: true, value: [] };
  const all = await repository.git.text(['rev-list', commit], call);
  return all.ok ? { ok: true, value: all.value.split('\n').flatMap((line) => asOid(line) ?? []) } : all;
}

export async function readBackup(
  repository: Repository,
  commit: Oid,
  call: GitCall,
): Promise<Result<Backup>> {
  const message = await repository.git.text(['cat-file', 'commit', commit], call);
  if (!message.ok) return message;
  const tree = await listTree(repository, commit, call);
  if (!tree.ok) return tree;
  const entries = tree.value.filter(({ path }) => path.startsWith(DEFINITION_FOLDER));
  if (entries.some(({ type }) => type !== 'blob')) return { ok: false, error: problem('integrity', commit) };
  const blobs = await readBlobs(
    repository,
    entries.map(({ oid }) => oid),
    call,
  );
  if (!blobs.ok) return blobs;
  const files = sortedFiles(
    entries.map(({ path }, at) => [
      path.slice(DEFINITION_FOLDER.length),
      blobs.value[at] ?? new Uint8Array(),
    ]),
  );
  const number = (part: string): number =>
    Number(new RegExp(`^Bot-Base-${part}: (\\d{1,9})$`, 'm').exec(message.value)?.[1] ?? 0);
  return { ok: true, value: { commit, files, base: { nlp: number('Nlp'), flow: number('Flow') } } };
}
