import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { SymbolKind } from '../../model/occurrence';
import type { FileKind } from '../../syntax/tree';
import { entryWithKeyAt } from '../edits/syntaxPath';

/** What stands in a bot's files that could not be understood; a name among it may be defined or used there. */
interface Doubt {
  /** Words by kind of file, lower case. */
  readonly words: ReadonlyMap<FileKind, ReadonlySet<string>>;
  /** Kinds of which some file could not even be read: they may hold anything. */
  readonly blind: ReadonlySet<FileKind>;
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
  return mentions(doubtOf(bot), [HOME[symbol]], name);
}

/** True when a file that cannot be understood may use `name`: that nothing else uses it then proves nothing. */
export function mayBeUsed(bot: BotSnapshot, name: string): boolean {
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
    if (file.syntax.unreadable && file.syntax.text === '') blind.add(kind);
    const own = words.get(kind) ?? new Set();
    words.set(kind, own);
    for (const text of unclearTexts(file)) addWords(own, text);
  }
  const doubt: Doubt = { words, blind };
  known.set(bot, doubt);
  return doubt;
}

/** Everything of a file that does not parse; of one that breaks the schema, the documents and values at fault. */
function unclearTexts({ syntax, schemaProblems, definitions }: ProjectFile): string[] {
  if (syntax.problems.length > 0) return [syntax.text];
  if (schemaProblems.length === 0) return [];
  const understood = new Set(definitions.map(({ document }) => document));
  const lost = syntax.documents.filter((document) => !understood.has(document));
  // A mistake about a whole map or list stands at its key; everything below it may be lost. A value that is only not
  // allowed is understood all the same.
  const values = schemaProblems
    .filter(({ code }) => code !== 'schema/invalid-value')
    .map((problem) => entryWithKeyAt(syntax, problem.span.start)?.entry ?? problem);
  return [...lost, ...values].map(({ span }) => syntax.text.slice(span.start, span.end));
}
