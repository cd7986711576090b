import { createHash } from 'node:crypto';
import type { Result } from '../contract';
import type { GitCall } from './git';
import { asOid } from './names';
import type { ObjectFormat, Oid, RefName } from './names';
import { problem } from './problems';
import type { Repository } from './repository';

/** A file in a tree. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly oid: Oid;
  /** Full path in the tree. */
  readonly path: string;
}

/** The name that git gives to a file of this content. */
export function blobOid(format: ObjectFormat, bytes: Uint8Array): Oid {
  const hash = createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const oid = asOid(hash);
  if (!oid) throw new Error('A hash function returned no hash.');
  return oid;
}

/** Every file of a commit's tree, or of a folder in it, in git's order. Paths that are not UTF-8 are refused. */
export async function listTree(
  repository: Repository,
  commit: Oid,
  call: GitCall & { readonly below?: string } = {},
): Promise<Result<readonly TreeEntry[]>> {
  const path = call.below ? [call.below] : [];
  const answer = await repository.git.run(
    ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit, ...path],
    call,
  );
  if (!answer.ok) return answer;
  const entries: TreeEntry[] = [];
  for (const line of splitNul(answer.value.stdout)) {
    const entry = parseEntry(line);
    if (!entry) return { ok: false, error: problem('integrity', `tree ${commit}`) };
    entries.push(entry);
  }
  return { ok: true, value: entries };
}

function parseEntry(line: Buffer): TreeEntry | undefined {
  const tab = line.indexOf(9);
  const [mode, type, name] = line.subarray(0, tab).toString('latin1').split(' ');
  const oid = asOid(name ?? '');
  const path = utf8(line.subarray(tab + 1));
  return mode && type && oid && path !== undefined && tab > 0 ? { mode, type, oid, path } : undefined;
}

/** Content of blobs, in the order asked for. */
export async function readBlobs(
  repository: Repository,
  oids: readonly Oid[],
  call: GitCall = {},
): Promise<Result<readonly Buffer[]>> {
  const blobs = await readNamed(repository, oids, call);
  if (!blobs.ok) return blobs;
  const missing = oids.find((_, index) => blobs.value[index] === undefined);
  return missing === undefined
    ? { ok: true, value: blobs.value.filter((blob) => blob !== undefined) }
    : { ok: false, error: problem('object-missing', missing) };
}

/**
 * Content of files of a commit, in the order asked for; undefined where there is none.
 *
 * @param paths fixed words without line breaks, never text of a user
 */
export function readPaths(
  repository: Repository,
  commit: Oid,
  paths: readonly string[],
  call: GitCall = {},
): Promise<Result<readonly (Buffer | undefined)[]>> {
  return readNamed(
    repository,
    paths.map((path) => `${commit}:${path}`),
    call,
  );
}

/**
 * The same of the commit that a reference is at, and which one that is; undefined when there is no such reference, or when
 * it moved meanwhile.
 */
export async function readPathsAt(
  repository: Repository,
  ref: RefName,
  paths: readonly string[],
  call: GitCall = {},
): Promise<Result<{ readonly commit: Oid; readonly files: readonly (Buffer | undefined)[] } | undefined>> {
  const names = [ref, ...paths.map((path) => `${ref}:${path}`), ref];
  const answer = await readObjects(repository, names, call);
  if (!answer.ok) return answer;
  const commit = answer.value[0]?.oid;
  if (commit === undefined || answer.value.at(-1)?.oid !== commit) return { ok: true, value: undefined };
  return { ok: true, value: { commit, files: answer.value.slice(1, -1).map(blobOf) } };
}

async function readNamed(
  repository: Repository,
  names: readonly string[],
  call: GitCall,
): Promise<Result<readonly (Buffer | undefined)[]>> {
  const objects = await readObjects(repository, names, call);
  return objects.ok ? { ok: true, value: objects.value.map(blobOf) } : objects;
}

interface NamedObject {
  readonly oid: Oid | undefined;
  readonly type: string;
  readonly bytes: Buffer;
}

function blobOf(object: NamedObject | undefined): Buffer | undefined {
  return object?.type === 'blob' ? object.bytes : undefined;
}

async function readObjects(
  repository: Repository,
  names: readonly string[],
  call: GitCall,
): Promise<Result<readonly (NamedObject | undefined)[]>> {
  if (names.length === 0) return { ok: true, value: [] };
  const answer = await repository.git.run(['cat-file', '--batch', '--buffer'], {
    ...call,
    input: `${names.join('\n')}\n`,
  });
  if (!answer.ok) return answer;
  const { stdout } = answer.value;
  const objects: (NamedObject | undefined)[] = [];
  let at = 0;
  for (const name of names) {
    const end = stdout.indexOf(10, at);
    if (end < 0) return { ok: false, error: problem('object-missing', name) };
    const header = stdout.subarray(at, end).toString('utf8');
    at = end + 1;
    const [, oid = '', type = '', digits] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(header) ?? [];
    if (digits === undefined) {
      objects.push(undefined);
      continue;
    }
    const size = Number(digits);
    objects.push({ oid: asOid(oid), type, bytes: stdout.subarray(at, at + size) });
    at += size + 1;
  }
  return { ok: true, value: objects };
}

/** Which of these objects the repository has. */
export async function presentObjects(
  repository: Repository,
  oids: readonly Oid[],
  call: GitCall = {},
): Promise<Result<ReadonlySet<Oid>>> {
  if (oids.length === 0) return { ok: true, value: new Set() };
  const answer = await repository.git.text(
    ['cat-file', '--batch-check=%(objectname) %(objecttype)', '--buffer'],
    {
      ...call,
      input: `${oids.join('\n')}\n`,
    },
  );
  if (!answer.ok) return answer;
  const present = new Set<Oid>();
  for (const line of answer.value.split('\n')) {
    const [name, type] = line.split(' ');
    const oid = asOid(name ?? '');
    if (oid && type !== 'missing') present.add(oid);
  }
  return { ok: true, value: present };
}

/** As git writes single objects: what is small in the end is for maintenance, which packs anew. */
const QUICKLY: readonly string[] = ['-c', 'pack.compression=1'];

/** Writes blobs, all in one process and one pack when they are many: a release of ten thousand files is one write. */
export async function writeBlobs(
  repository: Repository,
  blobs: ReadonlyMap<Oid, Uint8Array>,
  call: GitCall = {},
): Promise<Result<undefined>> {
  const present = await presentObjects(repository, [...blobs.keys()], call);
  if (!present.ok) return present;
  const missing = [...blobs].filter(([oid]) => !present.value.has(oid));
  if (missing.length === 0) return { ok: true, value: undefined };
  const answer = await repository.git.run([...QUICKLY, 'fast-import', '--quiet', '--depth=0'], {
    ...call,
    input: importOf(missing.map(([, bytes]) => bytes)),
  });
  return answer.ok ? { ok: true, value: undefined } : answer;
}

/** Bytes of a piece of input: one long buffer would make the garbage collector look at everything there is. */
const PIECE = 256 * 1024;

/** What `fast-import` is told, in pieces. */
function* importOf(blobs: readonly Uint8Array[]): Generator<Uint8Array, void, void> {
  let parts: Uint8Array[] = [Buffer.from('feature done\n')];
  let length = 0;
  for (const bytes of blobs) {
    parts.push(Buffer.from(`blob\ndata ${bytes.length}\n`), bytes, Buffer.from('\n'));
    length += bytes.length;
    if (length < PIECE) continue;
    yield Buffer.concat(parts);
    parts = [];
    length = 0;
  }
  parts.push(Buffer.from('done\n'));
  yield Buffer.concat(parts);
}

export function splitNul(buffer: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  let at = 0;
  for (let end = buffer.indexOf(0, at); end >= 0; end = buffer.indexOf(0, at)) {
    parts.push(buffer.subarray(at, end));
    at = end + 1;
  }
  return parts;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}
