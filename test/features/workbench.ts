import assert from 'node:assert/strict';
import { MemoryFileSystem } from '../../server/src/files/memoryFileSystem';
import { snapshotOf } from '../../server/src/project/project';
import type { BotSnapshot, ProjectFile } from '../../server/src/project/snapshot';
import type { FilePlace } from '../../server/src/features/place';
import { applyEdits } from '../../server/src/text/edit';
import { joinUri, relativePath, type Uri } from '../../server/src/text/uri';

const ROOT: Uri = 'file:///workspace/bot';

/** A bot in memory with the cursor in one of its files. */
export interface Workbench {
  readonly bot: BotSnapshot;
  readonly file: ProjectFile;
  readonly offset: number;
}

/** Content of files by path in the bot folder; exactly one holds the cursor mark `|` (a literal one is written `¦`). */
export type MarkedFiles = Readonly<Record<string, string>>;

/** A small bot that tests start from; each names the files that it writes anew. */
export const SMALL_BOT: MarkedFiles = {
  'bot.yaml': `bot: trains
languages: [en, nl]
dialogs:
  welcome: general/hello
variables:
  destination: { type: string }
  passengers: { type: number, initial: 1 }
  class: { type: enum, values: [first, second] }
`,
  'intents/book_train.intent.yaml': `intent: book_train
description: The user wants a *ticket*.
expressions:
  en: ¦
    I want a ticket to [Brussels](station:destination)
    book me a train
  nl: ¦
    boek een trein
`,
  'entities/station.entity.yaml': `entity: station
type: list
values:
  Brussels: [Brussel, Bruxelles]
  Ghent: [Gent]
`,
  'flows/booking.flow.yaml': `flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    ask:
      text: { en: "Where to?", nl: "Waarheen?" }
      entity: station
      save: destination
      next: confirm
  confirm:
    say:
      - text: { en: "To {destination}?", nl: "Naar {destination}?" }
    contexts:
      confirming: 1
    goto:
      - when: passengers > 8 && destination != ''
        next: general/hello
      - next: start
`,
  'flows/general.flow.yaml': `flow: general
dialogs:
  hello:
    say:
      - text: { en: "Hello!", nl: "Hallo!" }
    end: true
`,
  'tests/trip.bottest.yaml': `test: a trip
language: en
given:
  variables: { destination: Ghent }
steps:
  - user: book me a train
    expect:
      intent: book_train
      dialog: booking/start
      variables: { destination: Ghent }
`,
};

/** Makes the bot of `files` upon the small bot. */
export function workbench(files: MarkedFiles): Workbench {
  const texts = new Map<Uri, string>();
  let cursor: { readonly uri: Uri; readonly offset: number } | undefined;
  for (const [path, marked] of Object.entries({ ...SMALL_BOT, ...files })) {
    const uri = joinUri(ROOT, path);
    const at = marked.indexOf('|');
    if (at >= 0) {
      assert.equal(cursor, undefined, 'only one file holds the cursor mark');
      assert.equal(marked.indexOf('|', at + 1), -1, `only one cursor mark in ${path}`);
      cursor = { uri, offset: at };
    }
    texts.set(uri, marked.replace('|', '').replaceAll('¦', '|'));
  }
  assert.ok(cursor, 'a file holds the cursor mark');
  const [bot] = snapshotOf(new MemoryFileSystem(texts), [ROOT]).bots;
  assert.ok(bot, 'there is a bot');
  const file = bot.files.get(cursor.uri);
  assert.ok(file, 'the file with the cursor belongs to the bot');
  return { bot, file, offset: cursor.offset };
}

/** The small bot with the cursor in one of its files: where `found` stands, at the mark in it. */
export function cursorIn(path: string, found: string): Workbench {
  const content = SMALL_BOT[path];
  assert.ok(content, `the small bot has ${path}`);
  const plain = found.replace('|', '');
  const at = content.indexOf(plain);
  assert.ok(at >= 0, `${path} holds ${plain}`);
  const offset = at + found.indexOf('|');
  return workbench({ [path]: `${content.slice(0, offset)}|${content.slice(offset)}` });
}

export function pathIn(uri: Uri): string {
  return relativePath(ROOT, uri) ?? uri;
}

/** `path:line:text` of places, for comparison in one go. */
export function show(places: readonly FilePlace[]): readonly string[] {
  return places.map(({ file, span }) => {
    const { line } = file.syntax.lines.positionAt(span.start);
    return `${pathIn(file.uri)}:${line + 1}:${file.syntax.text.slice(span.start, span.end)}`;
  });
}

/** The text of every file that edits change, afterwards. */
export function applied(
  edits: readonly (FilePlace & { readonly newText: string })[],
): ReadonlyMap<string, string> {
  const files = new Map<ProjectFile, { span: FilePlace['span']; newText: string }[]>();
  for (const { file, span, newText } of edits)
    files.set(file, [...(files.get(file) ?? []), { span, newText }]);
  return new Map(
    [...files].map(([file, changes]) => [pathIn(file.uri), applyEdits(file.syntax.text, changes)]),
  );
}
