import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import { nameFault } from '../../model/names';
import type { SymbolKind } from '../../model/occurrence';
import type { FileKind } from '../../syntax/tree';
import { entry } from '../../syntax/navigate';
import { baseNameOf } from '../../text/uri';
import { entryWithKeyAt, rootEntry } from '../edits/syntaxPath';

/** What stands in a bot's files that could not be understood; a name among it may be defined or used there. */
interface Doubt {
  /** Words by kind of file, lower case. */
  readonly words: ReadonlyMap<FileKind, ReadonlySet<string>>;
  /** Kinds of which some file could not even be read: they may hold anything. */
  readonly blind: ReadonlySet<FileKind>;
  /** Kinds of names whose list as a whole cannot be read. */
  readonly lost: ReadonlySet<SymbolKind>;
}

const HOME: Readonly<Record<SymbolKind, FileKind>> = {
  bot: 'bot',
  variable: 'bot',
  language: 'bot',
  intent: 'intent',
  entity: 'entity',
  flow: 'flow',
  dialog: 'flow',
  context: 'flow',
  test: 'test',
};

const known = new WeakMap<BotSnapshot, Doubt>();

/** True when a file that cannot be understood may define `name`: its absence then proves nothing. */
export function mayBeDefined(bot: BotSnapshot, symbol: SymbolKind, name: string): boolean {
  return doubtOf(bot).lost.has(symbol) || mentions(doubtOf(bot), [HOME[symbol]], name);
}

/**
 * True when a file that cannot be understood may use `name`: that nothing else uses it then proves nothing. What cannot be
 * a name has a finding for that, and nobody could use it.
 */
export function mayBeUsed(bot: BotSnapshot, name: string): boolean {
  if (nameFault(lastPart(name)) === 'form') return true;
  return mentions(doubtOf(bot), ['bot', 'intent', 'entity', 'flow'], name);
}

function mentions(doubt: Doubt, kinds: readonly FileKind[], name: string): boolean {
  const word = lastPart(name).toLowerCase();
  return kinds.some((kind) => doubt.blind.has(kind) || doubt.words.get(kind)?.has(word) === true);
}

/** Dialogs stand in the files by their own name, not as `flow/dialog`. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Whatever may be a name: runs of the characters of names, and their parts, for dots and hyphens may be punctuation. */
function addWords(words: Set<string>, text: string): void {
  for (const [run] of text.toLowerCase().matchAll(/[a-z0-9_.-]+/g)) {
    words.add(run);
    words.add(run.replace(/[.-]+$/, ''));
    for (const part of run.split(/[.-]+/)) words.add(part);
  }
}

function doubtOf(bot: BotSnapshot): Doubt {
  const found = known.get(bot);
  if (found) return found;
  const words = new Map<FileKind, Set<string>>();
  const blind = new Set<FileKind>();
  for (const file of bot.files.values()) {
    const { kind } = file.syntax;
    if ((file.syntax.unreadable && file.syntax.text === '') || hasNameless(file)) blind.add(kind);
    const own = words.get(kind) ?? new Set();
    words.set(kind, own);
    for (const text of unclearTexts(file)) addWords(own, text);
  }
  const doubt: Doubt = { words, blind, lost: lostIn(bot) };
  known.set(bot, doubt);
  return doubt;
}

/** Variables that stand there, but not as a map, have one finding; each of their uses would be another. */
function lostIn({ settings }: BotSnapshot): ReadonlySet<SymbolKind> {
  const variables = settings && rootEntry(settings.item.document, 'variables')?.value;
  return new Set(variables && variables.kind !== 'map' ? ['variable'] : []);
}

/**
 * What definitions whose names are mistakes were probably called: the name with other separators, or that of the file. An
 * empty file may have held what it is named after.
 */
function meantNames({ syntax, uri, schemaProblems, occurrences }: ProjectFile): string[] {
  const [base = ''] = baseNameOf(uri).split('.');
  const mistaken = new Set(schemaProblems.map(({ span }) => span.end));
  const names = occurrences.filter(
    ({ role, span }) => role === 'definition' && (mistaken.has(span.end) || mistaken.has(span.end + 1)),
  );
  const all =
    names.length > 0 || syntax.documents.length === 0 ? [...names.map(({ name }) => name), base] : [];
  return all.flatMap((name) =>
    ['_', '-', '.'].map((sign) => name.replace(/^[^A-Za-z]+/, '').replace(/[\s_.-]+/g, sign)),
  );
}

/** True when a definition stands there whose name is no text: it may define anything. */
function hasNameless({ syntax, schemaProblems }: ProjectFile): boolean {
  return syntax.documents.some(({ root }) => {
    const name = root?.kind === 'map' ? entry(root, syntax.kind)?.value : undefined;
    return (
      !!name &&
      schemaProblems.some(({ code, span }) => code === 'schema/wrong-type' && span.start === name.span.start)
    );
  });
}

/** Everything of a file that does not parse; of one that breaks the schema, the documents and values at fault. */
function unclearTexts(file: ProjectFile): string[] {
  const { syntax, schemaProblems, definitions } = file;
  if (syntax.problems.length > 0) return [syntax.text, ...meantNames(file)];
  if (schemaProblems.length === 0) return meantNames(file);
  const understood = new Set(definitions.map(({ document }) => document));
  const lost = syntax.documents.filter((document) => !understood.has(document));
  // A mistake about a whole map or list stands at its key; everything below it may be lost. A value that is only not
  // allowed is understood all the same.
  const values = schemaProblems
    .filter(({ code }) => code !== 'schema/invalid-value')
    .map((problem) => entryWithKeyAt(syntax, problem.span.start)?.entry ?? problem);
  const texts = [...lost, ...values].map(({ span }) => syntax.text.slice(span.start, span.end));
  return [...texts, ...meantNames(file)];
}
