import { parseExpression } from '../../model/expressions';
import type { SyntaxNode } from '../../syntax/tree';
import { expressionLines } from '../content/canonical';
import { entryOf } from '../content/items';
import type { Item } from '../content/items';
import type { Edit } from './change';

/** An intent on both sides; a side that does not have it is undefined. */
export interface IntentPair {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** A line that is on one side only. */
interface Line {
  readonly language: string;
  readonly source: string;
  /** What a person would say: annotations do not count. */
  readonly plain: string;
}

interface Loose extends Line {
  readonly pair: IntentPair;
}

/** The expressions of an intent by language; undefined when they are not written as texts. */
export function expressionsOf({ root }: Item): ReadonlyMap<string, readonly string[]> | undefined {
  const languages = root?.kind === 'map' ? entryOf(root, 'expressions') : undefined;
  if (root && !languages) return new Map();
  if (languages?.kind !== 'map') return undefined;
  if (languages.entries.some(({ value }) => value && value.kind !== 'scalar')) return undefined;
  return new Map(languages.entries.map(({ key, value }) => [key.text, linesOf(value)]));
}

function linesOf(value: SyntaxNode | null): readonly string[] {
  return value?.kind === 'scalar' ? expressionLines(value.text) : [];
}

/** What tells an intent apart, whatever its name: what people say to it. */
export function featuresOf(item: Item): ReadonlySet<string> {
  const features = new Set<string>();
  for (const [language, lines] of expressionsOf(item) ?? []) {
    for (const line of lines) features.add(`${language} ${plainOf(line)}`);
  }
  return features;
}

/**
 * The expressions that differ, by intent. One that went from one intent and came to another has moved; one whose words
 * stayed has other annotations. Of intents that came or went only what moved is told.
 */
export function expressionEdits(pairs: readonly IntentPair[]): ReadonlyMap<IntentPair, readonly Edit[]> {
  const edits = new Map<IntentPair, Edit[]>(pairs.map((pair) => [pair, []]));
  // Where everything came, or everything went, nothing can have moved.
  if (!pairs.some(({ before }) => before) || !pairs.some(({ after }) => after)) return edits;
  const tell = (pair: IntentPair, edit: Edit): void => void edits.get(pair)?.push(edit);
  const gone: Loose[] = [];
  const come: Loose[] = [];
  for (const pair of pairs) {
    const loose = looseOf(pair);
    for (const edit of loose.edits) tell(pair, edit);
    gone.push(...loose.gone.map((line) => ({ ...line, pair })));
    come.push(...loose.come.map((line) => ({ ...line, pair })));
  }
  const left = group(gone, ({ before }) => before?.name ?? '');
  for (const line of inOrder(come, ({ after }) => after?.name ?? '')) {
    const from = left.get(keyOf(line))?.shift();
    if (from) {
      const source = { before: from.source, after: line.source };
      tell(line.pair, { ...base(line), change: 'moved', ...source, from: from.pair.before?.name ?? '' });
      tell(from.pair, { ...base(line), change: 'moved', ...source, to: line.pair.after?.name ?? '' });
    } else if (line.pair.before) tell(line.pair, { ...base(line), change: 'added', after: line.source });
  }
  for (const line of [...left.values()].flat()) {
    if (line.pair.after) tell(line.pair, { ...base(line), change: 'removed', before: line.source });
  }
  return edits;
}

function base({ language }: Line): Pick<Edit, 'aspect' | 'at' | 'language'> {
  return { aspect: 'expression', at: 'expressions', language };
}

/** What does not cancel out inside one intent. */
function looseOf({ before, after }: IntentPair): {
  readonly edits: readonly Edit[];
  readonly gone: readonly Line[];
  readonly come: readonly Line[];
} {
  const old = (before && expressionsOf(before)) ?? new Map<string, readonly string[]>();
  const now = (after && expressionsOf(after)) ?? new Map<string, readonly string[]>();
  const edits: Edit[] = [];
  const gone: Line[] = [];
  const come: Line[] = [];
  for (const language of new Set([...now.keys(), ...old.keys()])) {
    const lines = { before: old.get(language) ?? [], after: now.get(language) ?? [] };
    const went = without(lines.before, lines.after).map((source) => lineOf(language, source));
    const came = without(lines.after, lines.before).map((source) => lineOf(language, source));
    const at = { at: 'expressions', language };
    if (went.length + came.length === 0 && lines.before.join('\n') !== lines.after.join('\n'))
      edits.push({ aspect: 'order', change: 'changed', ...at });
    const byWords = group(
      went.map((line) => ({ ...line, pair: { before, after } })),
      () => '',
    );
    for (const line of came) {
      const same = byWords.get(keyOf(line))?.shift();
      if (same) {
        const sources = { before: same.source, after: line.source };
        edits.push({ aspect: 'annotation', change: 'changed', ...at, ...sources });
      } else come.push(line);
    }
    gone.push(...[...byWords.values()].flat());
  }
  return { edits, gone, come };
}

/** The lines of one list that the other does not have, as often as they stand there more. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = counts.get(line) ?? 0;
    counts.set(line, count - 1);
    return count <= 0;
  });
}

function lineOf(language: string, source: string): Line {
  return { language, source, plain: plainOf(source) };
}

function plainOf(source: string): string {
  return parseExpression(source, (start, end) => ({ start, end })).plain;
}

function keyOf({ language, plain }: Line): string {
  return `${language} ${plain}`;
}

function group(lines: readonly Loose[], nameOf: (pair: IntentPair) => string): Map<string, Loose[]> {
  const groups = new Map<string, Loose[]>();
  for (const line of inOrder(lines, nameOf)) {
    const known = groups.get(keyOf(line));
    if (known) known.push(line);
    else groups.set(keyOf(line), [line]);
  }
  return groups;
}

/** Several intents may have lost or gained the same words: who gets which must not depend on the side one looks from. */
function inOrder(lines: readonly Loose[], nameOf: (pair: IntentPair) => string): readonly Loose[] {
  return [...lines].sort((a, b) => {
    const [one, other] = [nameOf(a.pair), nameOf(b.pair)];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}
