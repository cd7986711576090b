import { t } from '@vscode/l10n';
import { EvaluationProblem, isList, LONGEST_LIST, LONGEST_TEXT, type Value } from './values';

/* What operators make of values. Each throws an `EvaluationProblem` where it makes nothing. */

/** Lists are the same when their items are; values of different types never are. */
export function same(left: Value, right: Value): boolean {
  if (!isList(left) || !isList(right)) return left === right;
  return left.length === right.length && left.every((item, at) => same(item, right[at] ?? null));
}

/** Adds numbers; joins texts and lists. */
export function add(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return finite(left + right);
  if (typeof left === 'string' && typeof right === 'string') {
    if (left.length + right.length > LONGEST_TEXT) {
      throw new EvaluationProblem(t('the text becomes too long'));
    }
    return left + right;
  }
  if (isList(left) && isList(right)) {
    if (left.length + right.length > LONGEST_LIST) {
      throw new EvaluationProblem(t('the list becomes too long'));
    }
    return [...left, ...right];
  }
  throw new EvaluationProblem(t("'+' adds numbers or joins texts"));
}

/** Whole numbers and others are one type: `7 / 2` is 3.5. */
export function calculate(op: '-' | '*' | '/' | '%', left: number, right: number): number {
  if (op === '-') return finite(left - right);
  if (op === '*') return finite(left * right);
  if (right === 0) throw new EvaluationProblem(t('nothing can be divided by zero'));
  return finite(op === '/' ? left / right : left % right);
}

/** Numbers by their size, texts by their code units. */
export function compare(op: '<' | '<=' | '>' | '>=', left: Value, right: Value): boolean {
  const comparable =
    (typeof left === 'number' && typeof right === 'number') ||
    (typeof left === 'string' && typeof right === 'string');
  if (!comparable) throw new EvaluationProblem(t("'{0}' compares two numbers or two texts", op));
  if (op === '<') return left < right;
  if (op === '<=') return left <= right;
  return op === '>' ? left > right : left >= right;
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new EvaluationProblem(t('the number becomes too large'));
}
