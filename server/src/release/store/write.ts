import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import type { Result } from '../contract';
import type { GitCall } from '../git/git';
import type { Identity } from '../git/identity';
import { asOid } from '../git/names';
import type { Oid } from '../git/names';
import { blobOid, listTree, writeBlobs } from '../git/objects';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';

/** Files of a tree: path to content, or to an object that the repository has. */
export type TreeContent = ReadonlyMap<string, Uint8Array | Oid>;

/**
 * Writes a commit of the live branch without touching any reference, index or work tree of the user, then reads back
 * what was written and compares it. A commit that this returns is complete.
 */
export async function writeCommit(
  repository: Repository,
  content: TreeContent,
  parent: Oid | undefined,
  message: string,
  author: Identity,
  call: GitCall & { readonly onVerify?: () => void } = {},
): Promise<Result<Oid>> {
  const entries = new Map<string, Oid>();
  const blobs = new Map<Oid, Uint8Array>();
  for (const [path, bytes] of content) {
    const oid = typeof bytes === 'string' ? bytes : blobOid(repository.format, bytes);
    entries.set(path, oid);
    if (typeof bytes !== 'string') blobs.set(oid, bytes);
  }
  const written = await writeBlobs(repository, blobs, call);
  if (!written.ok) return written;
  const tree = await writeTree(repository, entries, call);
  if (!tree.ok) return tree;
  const commit = asCommit(
    await repository.git.text(['commit-tree', tree.value, ...(parent ? ['-p', parent] : []), '-F', '-'], {
      ...call,
      input: message,
      environment: author.environment,
    }),
  );
  if (!commit.ok) return commit;
  call.onVerify?.();
  return verify(repository, commit.value, parent, entries, call);
}

/** Through an index of our own in a temporary folder: one process however many folders there are. */
async function writeTree(
  repository: Repository,
  entries: ReadonlyMap<string, Oid>,
  call: GitCall,
): Promise<Result<Oid>> {
  let folder: string;
  try {
    folder = await mkdtemp(join(tmpdir(), 'botlane-'));
  } catch {
    return { ok: false, error: problem('not-permitted', tmpdir()) };
  }
  try {
    const environment = { GIT_INDEX_FILE: join(folder, 'index') };
    const input = [...entries].map(([path, oid]) => `100644 blob ${oid}\t${path}\0`).join('');
    const added = await repository.git.run(['update-index', '-z', '--index-info'], {
      ...call,
      input,
      environment,
    });
    if (!added.ok) return added;
    return asCommit(await repository.git.text(['write-tree'], { ...call, environment }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `update-ref` accepts a commit whose files are missing: look at every object before any reference moves. */
async function verify(
  repository: Repository,
  commit: Oid,
  parent: Oid | undefined,
  entries: ReadonlyMap<string, Oid>,
  call: GitCall,
): Promise<Result<Oid>> {
  const [complete, tree] = await Promise.all([
    repository.git.run(
      ['rev-list', '--objects', '--quiet', commit, ...(parent ? ['--not', parent] : [])],
      call,
    ),
    listTree(repository, commit, call),
  ]);
  if (!complete.ok) return complete;
  if (!tree.ok) return tree;
  const same =
    tree.value.length === entries.size && tree.value.every(({ path, oid }) => entries.get(path) === oid);
  return same
    ? { ok: true, value: commit }
    : { ok: false, error: problem('integrity', t('what was written is not what was planned')) };
}

function asCommit(answer: Result<string>): Result<Oid> {
  if (!answer.ok) return answer;
  const oid = asOid(answer.value);
  return oid ? { ok: true, value: oid } : { ok: false, error: problem('failed', 'git') };
}
