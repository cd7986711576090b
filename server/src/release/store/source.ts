import { definitionKindOf, isSkippedFolder } from '../../files/definitionNames';
import type { BotFiles, Result } from '../contract';
import type { GitCall } from '../git/git';
import type { ObjectFormat, Oid } from '../git/names';
import { blobOid, listTree } from '../git/objects';
import type { TreeEntry } from '../git/objects';
import { headCommit } from '../git/repository';
import type { Repository } from '../git/repository';

/**
 * HEAD, when it holds exactly these definition files in the bot's folder, line endings aside; else null. Asks neither the
 * index nor filters: nothing of the repository's configuration is run, and the user's index stays as it is.
 */
export async function sourceCommit(
  repository: Repository,
  files: BotFiles,
  call: GitCall = {},
): Promise<Result<Oid | null>> {
  const head = await headCommit(repository, call);
  if (!head.ok) return head;
  if (!head.value) return { ok: true, value: null };
  const tree = await listTree(repository, head.value, { ...call, below: repository.prefix });
  if (!tree.ok) return tree;
  const committed = definitionsIn(tree.value, repository.prefix);
  const same =
    committed.size === files.size &&
    [...files].every(([path, bytes]) => isContent(repository.format, bytes, committed.get(path)));
  return { ok: true, value: same ? head.value : null };
}

/** The bot's definition files in a tree: those of bots in folders below it are not its own. */
function definitionsIn(entries: readonly TreeEntry[], prefix: string): ReadonlyMap<string, Oid> {
  const found = new Map<string, Oid>();
  const otherBots: string[] = [];
  for (const { path, oid, mode } of entries) {
    if (!path.startsWith(prefix) || !mode.startsWith('100')) continue;
    const relative = path.slice(prefix.length);
    const folders = relative.split('/');
    const name = folders.pop() ?? '';
    if (folders.some(isSkippedFolder) || !definitionKindOf(name)) continue;
    if (name === 'bot.yaml' && folders.length > 0) otherBots.push(`${folders.join('/')}/`);
    found.set(relative, oid);
  }
  for (const path of found.keys())
    if (otherBots.some((folder) => path.startsWith(folder))) found.delete(path);
  return found;
}

function isContent(format: ObjectFormat, bytes: Uint8Array, oid: Oid | undefined): boolean {
  if (oid === undefined) return false;
  if (blobOid(format, bytes) === oid) return true;
  if (!bytes.includes(13)) return false;
  return (
    blobOid(format, Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1')) ===
    oid
  );
}
