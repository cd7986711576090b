import { OverlayFileSystem } from '../files/overlay';
import type { FileSystem } from '../files/fileSystem';
import { Project } from '../project/project';
import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import { safeFixes, safeFixOf } from '../rules/fixAll';
import type { Finding, Fix, LiveState } from '../rules/rule';
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

/** The safe fixes of one round. */
function chooseFixes(
  project: ProjectSnapshot,
  liveOf: (bot: BotSnapshot) => LiveState,
  options: CheckOptions,
  leftAlone: ReadonlySet<Uri>,
): { readonly edits: ReadonlyMap<Uri, readonly TextEdit[]>; readonly fixes: readonly AppliedFix[] } {
  const findings = checkWorkspace(project, liveOf, { ...options, limit: Number.POSITIVE_INFINITY });
  const offered = (finding: Finding): readonly Fix[] => {
    const bot = project.botOf(finding.uri);
    const fixes = bot ? fixesOf(finding, { bot, live: liveOf(bot), project }, options) : [];
    return fixes.filter(({ changes }) =>
      changes.every(({ uri }) => !leftAlone.has(uri) && project.file(uri)?.syntax.problems.length === 0),
    );
  };
  const { changes, mended } = safeFixes(findings, offered);
  return {
    edits: new Map(changes.flatMap((change) => (change.kind === 'edit' ? [[change.uri, change.edits]] : []))),
    fixes: mended.map((finding) => ({ finding, title: safeFixOf(offered(finding))?.title ?? '' })),
  };
}

function textOf(project: ProjectSnapshot, uri: Uri): string {
  return project.file(uri)?.syntax.text ?? '';
}

function isBroken(project: ProjectSnapshot, uri: Uri, text: string): boolean {
  const file = project.file(uri);
  return !file || parseFile(uri, file.syntax.kind, { ok: true, text }).problems.length > 0;
}
