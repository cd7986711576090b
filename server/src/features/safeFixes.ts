import { OverlayFileSystem } from '../files/overlay';
import type { FileSystem } from '../files/fileSystem';
import { Project } from '../project/project';
import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import type { FileChange, Finding, Fix, LiveState } from '../rules/rule';
import { checkWorkspace, type CheckOptions, fixesOf } from '../rules/run';
import { parseFile } from '../syntax/parse';
import { applyEdits, type TextEdit } from '../text/edit';
import type { Uri } from '../text/uri';

/** A fix that was applied, and what it mended. */
export interface AppliedFix {
  readonly finding: Finding;
  readonly title: string;
}

/** One file before and after its fixes. */
export interface FixedFile {
  readonly uri: Uri;
  readonly before: string;
  readonly after: string;
  readonly fixes: readonly AppliedFix[];
}

/** A fix can uncover a mistake that has a fix too; fixes that undo each other must end somewhere. */
const MOST_ROUNDS = 100;

/**
 * Applies all safe fixes, again and again until none is left, and tells what comes out. Writes nothing. Files with
 * syntax errors stay as they are, and so does a file that a fix would break.
 * @param liveOf what each bot is compared with; bots are told apart by their root
 */
export function applySafeFixes(
  fileSystem: FileSystem,
  folders: readonly Uri[],
  liveOf: (bot: BotSnapshot) => LiveState,
  options: CheckOptions = {},
): readonly FixedFile[] {
  const overlay = new OverlayFileSystem(fileSystem);
  const project = new Project(overlay);
  project.setFolders(folders);
  const before = new Map<Uri, string>();
  const applied = new Map<Uri, AppliedFix[]>();
  const leftAlone = new Set<Uri>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const snapshot = project.snapshot();
    const chosen = chooseFixes(snapshot, liveOf, options, leftAlone);
    if (chosen.edits.size === 0) break;
    const texts = new Map(
      [...chosen.edits].map(([uri, edits]) => [uri, applyEdits(textOf(snapshot, uri), edits)]),
    );
    const broken = [...texts].filter(([uri, text]) => isBroken(snapshot, uri, text));
    if (broken.length > 0) {
      for (const [uri] of broken) leftAlone.add(uri);
      continue;
    }
    for (const [uri, text] of texts) {
      if (!before.has(uri)) before.set(uri, textOf(snapshot, uri));
      overlay.open(uri, text);
      project.refresh(uri);
    }
    for (const { finding, title } of chosen.fixes) {
      applied.set(finding.uri, [...(applied.get(finding.uri) ?? []), { finding, title }]);
    }
  }
  const after = project.snapshot();
  return [...before].flatMap(([uri, text]) => {
    const file = after.file(uri);
    if (!file || file.syntax.text === text) return [];
    return [{ uri, before: text, after: file.syntax.text, fixes: applied.get(uri) ?? [] }];
  });
}

interface Choice {
  readonly edits: Map<Uri, TextEdit[]>;
  readonly fixes: AppliedFix[];
}

/** The fixes of one round: each whole or not at all, and none where another one is at work already. */
function chooseFixes(
  project: ProjectSnapshot,
  liveOf: (bot: BotSnapshot) => LiveState,
  options: CheckOptions,
  leftAlone: ReadonlySet<Uri>,
): Choice {
  const choice: Choice = { edits: new Map(), fixes: [] };
  const findings = checkWorkspace(project, liveOf, { ...options, limit: Number.POSITIVE_INFINITY });
  for (const finding of findings) {
    const bot = project.botOf(finding.uri);
    if (!bot) continue;
    const fix = fixesOf(finding, { bot, live: liveOf(bot), project }, options).find(isSafe);
    const edits = fix && editsOf(fix.changes);
    if (
      !fix ||
      !edits ||
      !edits.every((change) => !leftAlone.has(change.uri) && fits(change, project, choice))
    )
      continue;
    for (const { uri, edits: own } of edits)
      choice.edits.set(uri, [...(choice.edits.get(uri) ?? []), ...own]);
    choice.fixes.push({ finding, title: fix.title });
  }
  return choice;
}

function textOf(project: ProjectSnapshot, uri: Uri): string {
  return project.file(uri)?.syntax.text ?? '';
}

function isBroken(project: ProjectSnapshot, uri: Uri, text: string): boolean {
  const file = project.file(uri);
  return !file || parseFile(uri, file.syntax.kind, { ok: true, text }).problems.length > 0;
}

function isSafe({ kind }: Fix): boolean {
  return kind === 'safe';
}

type Edit = Extract<FileChange, { kind: 'edit' }>;

/** Fixes that make or delete files are for a person to see. */
function editsOf(changes: readonly FileChange[]): readonly Edit[] | undefined {
  const edits = changes.filter((change) => change.kind === 'edit');
  return edits.length === changes.length ? edits : undefined;
}

function fits({ uri, edits }: Edit, project: ProjectSnapshot, choice: Choice): boolean {
  const file = project.file(uri);
  if (!file || file.syntax.problems.length > 0) return false;
  const taken = choice.edits.get(uri) ?? [];
  return edits.every(({ span }) =>
    taken.every((other) => span.end < other.span.start || other.span.end < span.start),
  );
}
