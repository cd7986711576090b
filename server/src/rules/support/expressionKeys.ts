import type { ExpressionBlock } from '../../model/definitions';
import { normalFormsOf } from './expressions';
import { similarityKeys, wordingOf } from './similar';

/** Keys and tags of a block's expressions in turn, in their order; key 0 where there is nothing to compare. */
export interface ExpressionKeys {
  readonly language: string;
  /** Two hashes of the normal form. */
  readonly same: Int32Array;
  /** A hash of how the words begin, and the letters of all words. */
  readonly similar: Int32Array;
}

const known = new WeakMap<ExpressionBlock, ExpressionKeys>();

/** Worked out once, and kept as long as the block. */
export function expressionKeys(language: string, block: ExpressionBlock): ExpressionKeys {
  let found = known.get(block);
  if (found?.language !== language) {
    found = { language, same: sameKeys(language, block), similar: similarKeys(language, block) };
    known.set(block, found);
  }
  return found;
}

function sameKeys(language: string, block: ExpressionBlock): Int32Array {
  const forms = normalFormsOf(block);
  const keys = new Int32Array(forms.length * 2);
  const starts = startsOf(language);
  for (const [index, form] of forms.entries()) {
    const [key, tag] = hashesOf(form, starts);
    keys[index * 2] = key;
    keys[index * 2 + 1] = tag;
  }
  return keys;
}

/** Key and tag of an expression in `same`, by its normal form. */
export function sameKey(language: string, form: string): readonly [key: number, tag: number] {
  return hashesOf(form, startsOf(language));
}

type Hashes = readonly [low: number, high: number];

function startsOf(language: string): Hashes {
  return [hash(language, 0x811c9dc5, 0x01000193), hash(language, 0x1b873593, 0x5bd1e995)];
}

function hashesOf(form: string, [low, high]: Hashes): Hashes {
  return [mixed(hash(form, low, 0x01000193)) || 1, mixed(hash(form, high, 0x5bd1e995))];
}

function similarKeys(language: string, block: ExpressionBlock): Int32Array {
  const forms = normalFormsOf(block);
  const keys = new Int32Array(forms.length * 2);
  const own = hash(language, 0x811c9dc5, 0x01000193);
  for (const [index, key] of similarityKeys(block).entries()) {
    const expression = block.expressions[index];
    if (key === 0 || !expression) continue;
    const normal = forms[index] ?? '';
    // The same words in two languages are two things to say.
    keys[index * 2] = mixed(key ^ own) || 1;
    keys[index * 2 + 1] = lettersOf(
      expression.annotations.length === 0 ? normal : wordingOf(expression, normal).join(' '),
    );
  }
  return keys;
}

/** Scripts with few letters have a weight for each; of others, letters share one. */
const SMALL_SCRIPTS = 0x250;
const OTHERS = 0x200;
const WEIGHTS = Int32Array.from(
  { length: SMALL_SCRIPTS + OTHERS },
  (_, index) => mixed(index + 1) & 0xffffff,
);
const WEIGHTS_OF_ONE: ReadonlySet<number> = new Set(WEIGHTS);

/** Which letters, in whatever order: how many (8 bits), and the sum of their weights (24 bits). */
function lettersOf(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    sum += WEIGHTS[unit < SMALL_SCRIPTS ? unit : SMALL_SCRIPTS + (unit & (OTHERS - 1))] ?? 0;
  }
  return (text.length << 24) | (sum & 0xffffff);
}

/** True for the letters of texts that may be nearly the same: equal, or one letter apart. */
export function areLettersAlike(a: number, b: number): boolean {
  const longer = ((a >>> 24) - (b >>> 24)) & 0xff;
  if (longer === 0) return ((a - b) & 0xffffff) === 0;
  if (longer === 1) return WEIGHTS_OF_ONE.has((a - b) & 0xffffff);
  return longer === 0xff && WEIGHTS_OF_ONE.has((b - a) & 0xffffff);
}

/** FNV-1a over code units, its start and its prime given. */
function hash(text: string, start: number, prime: number): number {
  let value = start;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), prime);
  return value;
}

/** Murmur's last steps: without them sums of short hashes collide. */
function mixed(value: number): number {
  let result = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  result = Math.imul(result ^ (result >>> 13), 0xc2b2ae35);
  return result ^ (result >>> 16);
}
