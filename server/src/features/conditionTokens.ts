import { CONDITION_LIMITS } from '../model/condition';

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
  return text[start - 1] === '.' ? 'property' : undefined;
}
