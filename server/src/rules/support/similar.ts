import { foldName } from '../../model/occurrence';
import { normalForm, type PlacedExpression } from './expressions';

/** Shorter expressions are too little to call alike. */
const MIN_TOKENS = 3;
/** Words shorter than this differ too easily by one letter (`was`, `way`). */
const MIN_WORD = 5;

/**
 * Keys under which an expression meets those that say nearly the same: the same words in another order or with other
 * values of the same entities, and the same words but for one slip. Two expressions with a common key are candidates;
 * `nearlySame` decides. A few keys per expression keep the search linear.
 */
export function similarityKeys(tokens: readonly string[]): readonly string[] {
  if (tokens.length < MIN_TOKENS) return [];
  const keys = [`= ${tokens.toSorted().join(' ')}`];
  for (const [index, token] of tokens.entries()) {
    if (token.length < MIN_WORD - 1 || token.startsWith('{')) continue;
    keys.push(`~ ${[...tokens.slice(0, index), '*', ...tokens.slice(index + 1)].join(' ')}`);
  }
  return keys;
}

/** Words of the expression; an annotation with a name of its entity stands for whichever value it has. */
export function tokensOf({ expression, normal }: PlacedExpression): readonly string[] {
  if (expression.annotations.length === 0) return normal.split(' ');
  const tokens: string[] = [];
  let at = 0;
  for (const { plain, entity, variable } of expression.annotations) {
    tokens.push(...wordsOf(expression.plain.slice(at, plain.start)));
    tokens.push(`{${foldName(entity.value)}${variable ? `:${foldName(variable.value)}` : ''}}`);
    at = plain.end;
  }
  tokens.push(...wordsOf(expression.plain.slice(at)));
  return tokens;
}

/** Two expressions of MIN_TOKENS words or more, of which at least two are words and not values. */
export function nearlySame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < MIN_TOKENS) return false;
  if (a.filter((token) => !token.startsWith('{')).length < 2) return false;
  if (a.toSorted().join(' ') === b.toSorted().join(' ')) return true;
  const different = a.flatMap((token, index) => (token === b[index] ? [] : [index]));
  const [index] = different;
  if (index === undefined || different.length !== 1) return false;
  return isSlip(a[index] ?? '', b[index] ?? '');
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
