import { nameFault } from '../../model/names';
import type { SymbolKind } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import { entry } from '../../syntax/navigate';
import type { FileKind } from '../../syntax/tree';
import { baseNameOf } from '../../text/uri';
import { entryWithKeyAt, rootEntry } from '../edits/syntaxPath';
import type { Lookups } from '../engine/lookups';
import { factTable } from '../engine/table';
import { botIn } from './settings';

/**
 * What stands in files that could not be understood, by `kind word` (kind of file; lower case): a name among it may be
 * defined or used there. By `kind` alone, files that could not even be read: they may hold anything. By `all symbol`,
 * kinds of names whose list as a whole cannot be read.
 */
export const doubt = factTable('all', (file) => {
  const { kind, unreadable, text } = file.syntax;
  const found = new Map<string, true>();
  if ((unreadable && text === '') || hasNameless(file)) found.set(kind, true);
  for (const symbol of lostIn(file)) found.set(`all ${symbol}`, true);
  for (const unclear of unclearTexts(file)) {
    for (const word of wordsIn(unclear)) found.set(`${kind} ${word}`, true);
  }
  return found;
});

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

/** The kinds of files in which the bot itself names things. */
export const USING: readonly FileKind[] = ['bot', 'intent', 'entity', 'flow'];

/** True when a file that cannot be understood may define `name`: its absence then proves nothing. */
export function mayBeDefined(lookups: Lookups, symbol: SymbolKind, name: string): boolean {
  return lookups.look(doubt, `all ${symbol}`).length > 0 || mentions(lookups, [HOME[symbol]], name);
}

/**
 * True when a file that cannot be understood may use `name`: that nothing else uses it then proves nothing. What cannot be
 * a name has a finding for that, and nobody could use it.
 */
export function mayBeUsed(lookups: Lookups, name: string): boolean {
  if (isMisnamed(name)) return true;
  return mentions(lookups, USING, name);
}

function mentions(lookups: Lookups, kinds: readonly FileKind[], name: string): boolean {
  const word = lastPart(name).toLowerCase();
  const has = (key: string): boolean => lookups.look(doubt, key).length > 0;
  return kinds.some((kind) => has(kind) || has(`${kind} ${word}`));
}

/** True for what cannot be a name. */
export function isMisnamed(name: string): boolean {
  return nameFault(lastPart(name)) === 'form';
}

/** Dialogs stand in the files by their own name, not as `flow/dialog`. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Whatever may be a name: runs of the characters of names, and their parts, for dots and hyphens may be punctuation. */
function* wordsIn(text: string): Iterable<string> {
  for (const [run] of text.toLowerCase().matchAll(/[a-z0-9_.-]+/g)) {
    yield run;
    yield run.replace(/[.-]+$/, '');
    yield* run.split(/[.-]+/);
  }
}

/** Variables that stand there, but not as a map, have one finding; each of their uses would be another. */
function lostIn(file: ProjectFile): readonly SymbolKind[] {
  const settings = botIn(file);
  const variables = settings && rootEntry(settings.document, 'variables')?.value;
  return variables && variables.kind !== 'map' ? ['variable'] : [];
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
  const mistyped = new Set(
    schemaProblems.filter(({ code }) => code === 'schema/wrong-type').map(({ span }) => span.start),
  );
  return syntax.documents.some(({ root }) => {
    const name = root?.kind === 'map' ? entry(root, syntax.kind)?.value : undefined;
    return !!name && mistyped.has(name.span.start);
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
