import assert from 'node:assert/strict';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { snapshotOf } from '../../server/src/project/project';
import type { BotSnapshot, ProjectSnapshot } from '../../server/src/project/snapshot';
import type { FileChange, LiveState } from '../../server/src/rules/rule';
import { applyEdits } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/range';
import { joinUri, relativePath, type Uri } from '../../server/src/text/uri';

/** Where workspaces of tests stand; LIVE stands beside it, as in its virtual file system. */
export const ROOT: Uri = 'file:///workspace';
export const LIVE_ROOT: Uri = 'botlive:/live';
export const LIVE_VERSION = 12;

/** Content of files by their path in the workspace. */
export type Files = ReadonlyMap<string, string>;

export interface ReadingLimits {
  readonly maxBytes?: number;
  /** Paths of files that are there and cannot be read. */
  readonly unreadable?: readonly string[];
}

/** The snapshot of a workspace in memory. */
export function projectOf(
  files: Files,
  root: Uri = ROOT,
  { maxBytes, unreadable = [] }: ReadingLimits = {},
): ProjectSnapshot {
  const content = new Map([...files].map(([path, text]) => [joinUri(root, path), text]));
  const fileSystem = new MemoryFileSystem(content, maxBytes);
  const locked = new Set(unreadable.map((path) => joinUri(root, path)));
  const message = 'This file cannot be read: permission denied.';
  return snapshotOf(
    {
      definitionFiles: (folder) => fileSystem.definitionFiles(folder),
      listing: (folder) => fileSystem.listing(folder),
      read: (uri) =>
        locked.has(uri) ? { ok: false, problem: { reason: 'unreadable', message } } : fileSystem.read(uri),
    },
    [root],
  );
}

/** What is live of each bot of a workspace: the bot in the folder of the same path; none where there is no such folder. */
export function liveFrom(files: Files): (bot: BotSnapshot) => LiveState {
  const live = projectOf(files, LIVE_ROOT);
  return (bot) => {
    const path = relativePath(ROOT, `${bot.root}/x`) ?? 'x';
    const found = live.botOf(joinUri(LIVE_ROOT, path));
    return found ? { kind: 'known', version: LIVE_VERSION, bot: found } : { kind: 'none' };
  };
}

/** Path in the workspace, as tests write it. */
export function pathIn(uri: Uri): string {
  return relativePath(ROOT, uri) ?? uri;
}

/** The files after a change: edited, made and deleted. */
export function changedFiles(files: Files, changes: readonly FileChange[]): Files {
  const after = new Map(files);
  for (const change of changes) {
    const path = pathIn(change.uri);
    if (change.kind === 'delete') assert.ok(after.delete(path), `${path} is there to be deleted`);
    else if (change.kind === 'create') {
      assert.ok(!after.has(path), `${path} is free to be created`);
      after.set(path, change.text);
    } else {
      const text = after.get(path);
      assert.ok(text !== undefined, `${path} is there to be edited`);
      after.set(path, applyEdits(text, change.edits));
    }
  }
  return after;
}

/** A place in a text that a test marks, with what it expects there. */
export interface Mark {
  readonly label: string;
  readonly span: Span;
}

/**
 * Takes the marks `⟦label text⟧` out of a text: the label runs to the first blank, the rest stays. Marks may stand
 * within each other.
 */
export function readMarks(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  const open: { readonly label: string; readonly start: number }[] = [];
  for (let at = 0; at < marked.length; at++) {
    const unit = marked[at];
    if (unit === '⟦') {
      const blank = marked.indexOf(' ', at);
      assert.ok(blank > at, 'a mark has a label and a blank behind it');
      open.push({ label: marked.slice(at + 1, blank), start: text.length });
      at = blank;
    } else if (unit === '⟧') {
      const mark = open.pop();
      assert.ok(mark, 'a mark that ends has begun');
      marks.push({ label: mark.label, span: { start: mark.start, end: text.length } });
    } else text += unit;
  }
  assert.equal(open.length, 0, 'every mark ends');
  return { text, marks: marks.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}

/**
 * Cuts a text at lines of the form `=== heading`; each section runs to the next heading. What stands before the first
 * heading says what the text is about, and is left out.
 */
export function readSections(text: string): readonly { readonly heading: string; readonly body: string }[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const newline = section.indexOf('\n');
      assert.ok(newline > 0, 'a heading stands on a line of its own');
      return { heading: section.slice(0, newline).trim(), body: section.slice(newline + 1) };
    });
}

/** A small bot without any finding, for tests that are about something else. */
export const BASE: Files = new Map([
  [
    'bot.yaml',
    `bot: fixture
languages: [en]
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
rules:
  nlp/few-expressions: off
  references/unknown-context: off
  references/unused-context: off
  flows/accepts-anything: off
  flows/no-retry: off
  flows/no-error-path: off
`,
  ],
  [
    'general.flow.yaml',
    `flow: general
dialogs:
${['welcome', 'not_understood', 'error', 'disabled']
  .map((name) => `  ${name}:\n    say:\n      - text:\n          en: This is ${name}.\n    end: true\n`)
  .join('')}`,
  ],
]);
