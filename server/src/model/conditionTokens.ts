import { CONDITION_LIMITS, isSpecialName } from './condition';
import type { EmbeddedName } from './embedded';

/** What a piece of a condition is. Variables are not among them: which names are variables the model knows. */
export type ConditionTokenKind = 'keyword' | 'number' | 'string' | 'operator' | 'function' | 'property';

/** A piece of a condition, in offsets of its text. */
export interface ConditionToken {
  readonly kind: ConditionTokenKind;
  readonly start: number;
  readonly end: number;
}

const KEYWORDS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'in']);

/**
 * The lexical grammar of CEL, one alternative per group: strings (raw and bytes prefixes included), numbers, words and
 * operators.
 */
const TOKEN =
  /(?<string>[rRbB]{0,2}(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))|(?<number>0x[\da-fA-F]+u?|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?u?)|(?<word>[A-Za-z_]\w*)|(?<operator>&&|\|\||[=!<>]=|[<>!?:+\-*/%])/g;

/** The pieces of a condition (Common Expression Language), also of one that does not parse; none when it is too long. */
export function conditionTokens(text: string): readonly ConditionToken[] {
  if (text.length > CONDITION_LIMITS.length) return [];
  const tokens: ConditionToken[] = [];
  for (const { 0: piece, index, groups } of text.matchAll(TOKEN)) {
    const end = index + piece.length;
    const kind = groups?.['word'] === undefined ? plainKind(groups) : wordKind(text, index, end);
    if (kind) tokens.push({ kind, start: index, end });
  }
  return tokens;
}

function plainKind(groups: Readonly<Record<string, string | undefined>> | undefined): ConditionTokenKind {
  if (groups?.['string'] !== undefined) return 'string';
  return groups?.['number'] === undefined ? 'operator' : 'number';
}

function wordKind(text: string, start: number, end: number): ConditionTokenKind | undefined {
  if (KEYWORDS.has(text.slice(start, end))) return 'keyword';
  if (/^\s*\(/.test(text.slice(end, end + 8))) return 'function';
  return /\.\s*$/.test(text.slice(Math.max(0, start - 8), start)) ? 'property' : undefined;
}

/** What may stand between tokens; a lone `=`, `&` or `|` is a slip of the pen, and hides no name. */
const BETWEEN = /^[\s()[\]{},.=&|]*$/;

/** Macros name an item of their own before the first comma: `.all(item, …)`. */
const BOUND = /\.\s*(?:all|exists|exists_one|map|filter)\s*\(\s*([A-Za-z_]\w*)\s*,/g;

/**
 * The names of a condition that does not parse, told by their tokens, in the order of the text. Undefined when it is not
 * even made of tokens (a text without its closing quote, a foreign sign): then nobody can tell what is a name.
 */
export function lexedVariables(text: string): readonly EmbeddedName[] | undefined {
  if (text.length > CONDITION_LIMITS.length) return undefined;
  const bound = new Set([...text.matchAll(BOUND)].map(([, name]) => name));
  const found: EmbeddedName[] = [];
  let last = 0;
  for (const { 0: piece, index, groups } of text.matchAll(TOKEN)) {
    if (!BETWEEN.test(text.slice(last, index))) return undefined;
    last = index + piece.length;
    if (groups?.['word'] === undefined || wordKind(text, index, last) || isSpecialName(piece)) continue;
    if (!bound.has(piece)) found.push({ name: piece, start: index, end: last });
  }
  return BETWEEN.test(text.slice(last)) ? found : undefined;
}
