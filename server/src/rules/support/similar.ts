import type { Expression, ExpressionBlock } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import { normalForm, normalFormsOf } from './expressions';

/** Shorter expressions are too little to call alike. */
const MIN_TOKENS = 3;
/** Words shorter than this differ too easily by one letter (`was`, `way`). */
const MIN_WORD = 5;
/** Slips are looked for behind these first letters of a word: hardly anyone gets them wrong. */
const PREFIX = 2;

/** An expression as words. */
export type Wording = readonly string[];

const keys = new WeakMap<ExpressionBlock, Int32Array>();

/**
 * A key per expression of a block, equal for wordings that may be nearly the same; 0 for expressions that are too
 * short, or that hold values of entities and hardly a word. One key each keeps the search linear; they are kept as long
 * as the block.
 */
export function similarityKeys(block: ExpressionBlock): Int32Array {
  let found = keys.get(block);
  if (!found) {
    const forms = normalFormsOf(block);
    found = Int32Array.from(block.expressions, (expression, index) =>
      expression.annotations.length === 0
        ? keyOfWords(forms[index] ?? '')
        : keyOfTokens(maskedTokens(expression)),
    );
    keys.set(block, found);
  }
  return found;
}

export function wordingOf(expression: Expression, normal: string): Wording {
  return expression.annotations.length === 0 ? normal.split(' ') : maskedTokens(expression);
}

/** The same as `keyOfTokens` of the words, without making them: most expressions have no annotation. */
function keyOfWords(normal: string): number {
  let key = 0;
  let count = 0;
  for (let at = 0; at < normal.length; count++) {
    let end = normal.indexOf(' ', at);
    if (end === -1) end = normal.length;
    key = (key + hash(normal, at, Math.min(end, at + PREFIX))) | 0;
    at = end + 1;
  }
  return count < MIN_TOKENS ? 0 : key;
}

function keyOfTokens(tokens: Wording): number {
  const words = tokens.filter((token) => !isMasked(token)).length;
  if (tokens.length < MIN_TOKENS || words < 2) return 0;
  let key = 0;
  for (const token of tokens) {
    key = (key + hash(token, 0, isMasked(token) ? token.length : Math.min(token.length, PREFIX))) | 0;
  }
  return key;
}

/** The same words in another order, or the same but for one slip. */
export function nearlySame(a: Wording, b: Wording): boolean {
  if (a.length !== b.length) return false;
  const different = a.flatMap((token, index) => (token === b[index] ? [] : [index]));
  const [index = 0] = different;
  if (different.length === 1) return isSlip(a[index] ?? '', b[index] ?? '');
  return a.toSorted().join(' ') === b.toSorted().join(' ');
}

/** Words of the expression; an annotation with the name of its entity stands for whichever value it has. */
function maskedTokens({ plain, annotations }: Expression): Wording {
  const tokens: string[] = [];
  let at = 0;
  for (const { plain: span, entity, variable } of annotations) {
    tokens.push(...wordsOf(plain.slice(at, span.start)));
    tokens.push(`{${foldName(entity.value)}${variable ? `:${foldName(variable.value)}` : ''}}`);
    at = span.end;
  }
  tokens.push(...wordsOf(plain.slice(at)));
  return tokens;
}

/**
 * One letter too many, or two neighbours swapped, in a long word. Another letter in its place (`change`, `charge`) is
 * more often another word.
 */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < MIN_WORD || /[{\d]/.test(short + long)) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (long.length === short.length + 1) return short.slice(start) === long.slice(start + 1);
  if (long.length !== short.length) return false;
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return swapped && short.slice(start + 2) === long.slice(start + 2);
}

function wordsOf(text: string): readonly string[] {
  return normalForm(text)
    .split(' ')
    .filter((word) => word !== '');
}

function isMasked(token: string): boolean {
  return token.startsWith('{');
}

/** FNV-1a over the code units from `start` to `end`, and Murmur's mixing: without it sums of short hashes collide. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let index = start; index < end; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
