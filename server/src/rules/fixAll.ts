import type { TextEdit } from '../text/edit';
import type { Uri } from '../text/uri';
import type { FileChange, Finding, Fix } from './rule';

/** Safe fixes that can be made together. */
export interface SafeFixes {
  /** One per file. */
  readonly changes: readonly FileChange[];
  /** What they mend; findings whose fix would touch the same text are left for a second round. */
  readonly mended: readonly Finding[];
}

/**
 * The safe fixes of findings, together. Of a finding with several the preferred one is taken, and none when there is no
 * such one. Fixes that create or delete files are no edits, and are left out.
 * @param within only fixes that stay in this file; undefined for all files
 */
export function safeFixes(
  findings: readonly Finding[],
  fixesOf: (finding: Finding) => readonly Fix[],
  within?: Uri,
): SafeFixes {
  const accepted = new Map<Uri, TextEdit[]>();
  const mended: Finding[] = [];
  for (const finding of findings) {
    const edits = editsOf(safeFixOf(fixesOf(finding)), within);
    if (!edits || edits.some(({ uri, edit }) => accepted.get(uri)?.some((other) => meets(edit, other))))
      continue;
    for (const { uri, edit } of edits) accepted.set(uri, [...(accepted.get(uri) ?? []), edit]);
    mended.push(finding);
  }
  return { changes: [...accepted].map(([uri, edits]) => ({ kind: 'edit', uri, edits })), mended };
}

/** The safe fix of a finding: the only one, or the preferred one. */
export function safeFixOf(fixes: readonly Fix[]): Fix | undefined {
  const safe = fixes.filter(({ kind }) => kind === 'safe');
  return safe.length === 1 ? safe[0] : safe.find(({ preferred }) => preferred);
}

function editsOf(
  fix: Fix | undefined,
  within: Uri | undefined,
): readonly { readonly uri: Uri; readonly edit: TextEdit }[] | undefined {
  const all: { uri: Uri; edit: TextEdit }[] = [];
  for (const change of fix?.changes ?? []) {
    if (change.kind !== 'edit' || (within !== undefined && change.uri !== within)) return undefined;
    all.push(...change.edits.map((edit) => ({ uri: change.uri, edit })));
  }
  return all.length === 0 ? undefined : all;
}

/** Touching counts: two insertions at one place have no order of their own. */
function meets({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
