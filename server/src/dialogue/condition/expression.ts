import { readCondition } from '../../model/condition';
import type { VariableValue } from '../runnable';
import { compileNode, EvaluationProblem, type Scope, type Value } from './evaluate';

/** What an expression came to, or why it came to nothing (a translated phrase). */
export type Evaluated =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

/** A condition, or the value of a `set`, ready to be evaluated any number of times. */
export interface Expression {
  readonly source: string;
  /** Never throws; its cost is bounded. */
  evaluate(values: (name: string) => VariableValue | undefined, sys: SystemValues): Evaluated;
}

/** What `sys.…` stands for in a condition: where and when the conversation is. */
export interface SystemValues {
  /** The conversation's language. */
  readonly language: string;
  /** On the user's clock: `2026-12-01`, `09:30`, 0 to 23, 0 to 59, and 1 (Monday) to 7. */
  readonly date: string;
  readonly time: string;
  readonly hour: number;
  readonly minute: number;
  readonly weekday: number;
}

/** More steps than this are not worth a condition. */
const BUDGET = 20_000;

/** Compiles an expression in CEL. One that cannot be read has no value, whenever it is asked. */
export function compileExpression(source: string): Expression {
  const read = readCondition(source);
  if ('problem' in read) {
    const { message } = read.problem;
    return { source, evaluate: () => ({ ok: false, problem: message }) };
  }
  const code = compileNode(read.tree);
  return {
    source,
    evaluate(variable, sys) {
      const scope: Scope = { variable, sys, bound: undefined, budget: { left: BUDGET } };
      try {
        return { ok: true, value: code(scope) };
      } catch (error) {
        if (error instanceof EvaluationProblem) return { ok: false, problem: error.message };
        throw error;
      }
    },
  };
}
