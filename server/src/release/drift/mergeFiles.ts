import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BotFiles, Result } from '../contract';
import type { GitCall } from '../git/git';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';

/** The three sides of a merge. */
export interface MergeSides {
  /** What both descend from; a file that it lacks counts as empty. */
  readonly base: BotFiles;
  readonly draft: BotFiles;
  readonly live: BotFiles;
  /** How the sides are called at conflict markers. */
  readonly labels: { readonly base: string; readonly draft: string; readonly live: string };
}

export interface Merged {
  /** What changes in the draft: path to new content, or to null for a file that goes. */
  readonly edits: ReadonlyMap<string, Uint8Array | null>;
  /** Files with conflict markers, and files that one side changed and the other deleted (they stay). */
  readonly conflicts: readonly string[];
}

/** Merges LIVE into the draft, file by file and within a file line by line, as git does it. Writes nothing of the user's. */
export async function mergeFiles(
  repository: Repository,
  { base, draft, live, labels }: MergeSides,
  call: GitCall = {},
): Promise<Result<Merged>> {
  const edits = new Map<string, Uint8Array | null>();
  const conflicts: string[] = [];
  for (const path of [...new Set([...live.keys(), ...base.keys()])].sort()) {
    const [before, mine, theirs] = [base.get(path), draft.get(path), live.get(path)];
    if (isSame(before, theirs) || isSame(mine, theirs)) continue;
    if (isSame(before, mine)) {
      edits.set(path, theirs ?? null);
    } else if (!theirs || !mine) {
      // Changed on one side and deleted on the other: what was written is kept, and somebody has to look at it.
      if (theirs) edits.set(path, theirs);
      conflicts.push(path);
    } else {
      const merged = await mergeText(repository, [mine, before ?? new Uint8Array(), theirs], labels, call);
      if (!merged.ok) return merged;
      edits.set(path, merged.value.bytes);
      if (merged.value.conflicts) conflicts.push(path);
    }
  }
  return { ok: true, value: { edits, conflicts } };
}

/** Most conflicts that git's exit code can tell of one file. */
const MOST_CONFLICTS = 127;

async function mergeText(
  repository: Repository,
  sides: readonly [Uint8Array, Uint8Array, Uint8Array],
  labels: MergeSides['labels'],
  call: GitCall,
): Promise<Result<{ readonly bytes: Uint8Array; readonly conflicts: boolean }>> {
  const folder = await mkdtemp(join(tmpdir(), 'botlane-')).catch(() => undefined);
  if (folder === undefined) return { ok: false, error: problem('not-permitted', tmpdir()) };
  try {
    const names = ['draft', 'base', 'live'] as const;
    const paths = names.map((name) => join(folder, name));
    for (const [index, path] of paths.entries()) await writeFile(path, sides[index] ?? new Uint8Array());
    const answer = await repository.git.run(
      ['merge-file', '-p', '-q', ...names.flatMap((name) => ['-L', labels[name]]), '--', ...paths],
      { ...call, answers: Array.from({ length: MOST_CONFLICTS }, (_, index) => index + 1) },
    );
    if (!answer.ok) return answer;
    return { ok: true, value: { bytes: answer.value.stdout, conflicts: answer.value.code > 0 } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Buffer.compare(a, b) === 0);
}
