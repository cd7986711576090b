/** What an expression can come to. */
export type Value = string | number | boolean | null | readonly Value[];

/** Longer texts and lists are not made: expressions may build on what earlier turns saved. */
export const LONGEST_TEXT = 10_000;
export const LONGEST_LIST = 10_000;

/** Why an expression has no value: a translated phrase. It never leaves this folder. */
export class EvaluationProblem extends Error {}

/** True for a list. `Array.isArray` does not narrow a read-only one. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
