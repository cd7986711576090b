import type { BotFiles, Result, Version } from '../contract';
import type { GitCall } from '../git/git';
import type { Oid } from '../git/names';
import { blobOid, listTree } from '../git/objects';
import { headCommit } from '../git/repository';
import type { Repository } from '../git/repository';
import { DEFINITION_FOLDER } from '../store/record';
import { sourceCommit } from '../store/source';

/**
 * The files of a draft that are in no version and no commit: what would be gone if they were overwritten. None when the
 * draft as a whole is one of the versions or a backup, or what HEAD holds; else those that are neither in HEAD nor in the
 * version that it descends from.
 *
 * @param draft a commit of the draft's files as a version has them
 * @param kept what else keeps work, such as the backup before
 */
export async function unsavedWork(
  repository: Repository,
  files: BotFiles,
  draft: Oid,
  versions: readonly Version[],
  base: number,
  kept: readonly Oid[],
  call: GitCall,
): Promise<Result<readonly string[]>> {
  const isKept = await isOneOf(repository, draft, [...versions.map(({ commit }) => commit), ...kept], call);
  if (!isKept.ok) return isKept;
  if (isKept.value) return { ok: true, value: [] };
  const source = await sourceCommit(repository, files, call);
  if (!source.ok) return source;
  if (source.value) return { ok: true, value: [] };
  const head = await headCommit(repository, call);
  if (!head.ok) return head;
  const known = new Set<string>();
  const from = versions.find(({ version }) => version === base)?.commit;
  for (const [commit, prefix] of [
    [head.value, repository.prefix],
    [from, DEFINITION_FOLDER],
  ] as const) {
    const tree = commit ? await listTree(repository, commit, { ...call, below: prefix }) : NOTHING;
    if (!tree.ok) return tree;
    for (const { path, oid } of tree.value) known.add(`${oid} ${path.slice(prefix.length)}`);
  }
  const unsaved = [...files].filter(
    ([path, bytes]) => !known.has(`${blobOid(repository.format, bytes)} ${path}`),
  );
  return { ok: true, value: unsaved.map(([path]) => path) };
}

const NOTHING = { ok: true, value: [] } as const;

/** Whether any of these commits holds the same definition files, to the byte: one process however many there are. */
async function isOneOf(
  repository: Repository,
  draft: Oid,
  commits: readonly Oid[],
  call: GitCall,
): Promise<Result<boolean>> {
  const folder = DEFINITION_FOLDER.slice(0, -1);
  const answer = await repository.git.text(['cat-file', '--batch-check=%(objectname)'], {
    ...call,
    input: [draft, ...commits].map((commit) => `${commit}:${folder}\n`).join(''),
  });
  if (!answer.ok) return answer;
  const [own, ...others] = answer.value.split('\n');
  return { ok: true, value: others.includes(own ?? '') };
}
