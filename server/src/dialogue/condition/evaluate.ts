import type { ASTNode } from '@marcbachmann/cel-js';
import { t } from '@vscode/l10n';
import type { VariableValue } from '../runnable';
import type { SystemValues } from './expression';
import { callFunction, callMethod } from './functions';
import { add, calculate, compare, same } from './operators';
import { EvaluationProblem, isList, type Value } from './values';

export { EvaluationProblem, type Value } from './values';

/** What the names in an expression stand for. */
export interface Scope {
  variable(name: string): VariableValue | undefined;
  readonly sys: SystemValues;
  /** Names that a macro binds, the innermost first. */
  readonly bound: Bound | undefined;
  readonly budget: { left: number };
}

interface Bound {
  readonly name: string;
  readonly value: Value;
  readonly outer: Bound | undefined;
}

type Code = (scope: Scope) => Value;

/**
 * Compiles a syntax tree of CEL into a function that throws an `EvaluationProblem` where there is no value. Two things
 * differ from CEL: numbers are one type (whole numbers and others mix, and `/` divides exactly), and a variable that is
 * unset makes what needs it come to nothing, which `&&` and `||` overlook when the other side decides.
 */
export function compileNode(node: ASTNode): Code {
  switch (node.op) {
    case 'value': {
      const value = literal(node.args);
      return () => value;
    }
    case 'id':
      return named(node.args);
    case '!_': {
      const code = truth(node.args, '!');
      return (scope) => !code(scope);
    }
    case '-_': {
      const code = numeric(node.args, '-');
      return (scope) => -code(scope);
    }
    case '&&':
    case '||':
      return connective(node.op === '||', node.args);
    case '?:': {
      const [condition, yes, no] = [
        truth(node.args[0], '?'),
        compileNode(node.args[1]),
        compileNode(node.args[2]),
      ];
      return (scope) => (condition(scope) ? yes(scope) : no(scope));
    }
    case 'list': {
      const items = node.args.map(compileNode);
      return (scope) => items.map((item) => item(scope));
    }
    case '.':
      return field(node.args[0], node.args[1]);
    case '[]':
      return index(compileNode(node.args[0]), numeric(node.args[1], '[]'));
    case 'call':
      return call(node.args[0], node.args[1]);
    case 'rcall':
      return method(node.args);
    case '==':
    case '!=': {
      const [left, right] = pair(node.args);
      const wanted = node.op === '==';
      return (scope) => same(left(scope), right(scope)) === wanted;
    }
    case 'in': {
      const [left, right] = pair(node.args);
      return (scope) => {
        const value = left(scope);
        return listOf(right(scope), 'in').some((item) => same(item, value));
      };
    }
    case '+': {
      const [left, right] = pair(node.args);
      return (scope) => add(left(scope), right(scope));
    }
    case '-':
    case '*':
    case '/':
    case '%': {
      const { op } = node;
      const [left, right] = [numeric(node.args[0], op), numeric(node.args[1], op)];
      return (scope) => calculate(op, left(scope), right(scope));
    }
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const { op } = node;
      const [left, right] = pair(node.args);
      return (scope) => compare(op, left(scope), right(scope));
    }
    default: {
      const { op } = node;
      return () => {
        throw new EvaluationProblem(t("'{0}' means nothing in a condition of a bot", op));
      };
    }
  }
}

function pair([left, right]: readonly [ASTNode, ASTNode]): [Code, Code] {
  return [compileNode(left), compileNode(right)];
}

function literal(value: unknown): Value {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function named(name: string): Code {
  return (scope) => {
    for (let bound = scope.bound; bound; bound = bound.outer) if (bound.name === name) return bound.value;
    const value = scope.variable(name);
    if (value === undefined) throw new EvaluationProblem(t("'{0}' is not set", name));
    return value;
  };
}

/** `sys.…` is all that has parts. */
function field(owner: ASTNode, name: string): Code {
  const isSystem = owner.op === 'id' && owner.args === 'sys';
  return ({ sys }) => {
    if (isSystem && Object.hasOwn(sys, name)) return sys[name as keyof SystemValues];
    throw new EvaluationProblem(t("there is no '{0}' here", name));
  };
}

function truth(node: ASTNode, op: string): (scope: Scope) => boolean {
  const code = compileNode(node);
  return (scope) => {
    const value = code(scope);
    if (typeof value === 'boolean') return value;
    throw new EvaluationProblem(t("'{0}' needs true or false", op));
  };
}

function numeric(node: ASTNode, op: string): (scope: Scope) => number {
  const code = compileNode(node);
  return (scope) => {
    const value = code(scope);
    if (typeof value === 'number') return value;
    throw new EvaluationProblem(t("'{0}' needs numbers", op));
  };
}

function listOf(value: Value, op: string): readonly Value[] {
  if (isList(value)) return value;
  throw new EvaluationProblem(t("'{0}' needs a list", op));
}

/** A side that decides counts even when the other one comes to nothing, whichever stands first. */
function connective(deciding: boolean, [first, second]: readonly [ASTNode, ASTNode]): Code {
  const op = deciding ? '||' : '&&';
  const [left, right] = [truth(first, op), truth(second, op)];
  return (scope) => {
    let value: boolean;
    try {
      value = left(scope);
    } catch (error) {
      if (error instanceof EvaluationProblem && right(scope) === deciding) return deciding;
      throw error;
    }
    return value === deciding ? deciding : right(scope);
  };
}

function index(owner: Code, at: (scope: Scope) => number): Code {
  return (scope) => {
    const list = listOf(owner(scope), '[]');
    const value = list[at(scope)];
    if (value === undefined) throw new EvaluationProblem(t('the list has no such item'));
    return value;
  };
}

function call(name: string, args: readonly ASTNode[]): Code {
  const [first] = args;
  if (name === 'has' && first?.op === 'id') {
    const variable = first.args;
    return (scope) => scope.variable(variable) !== undefined;
  }
  const codes = args.map(compileNode);
  return (scope) =>
    callFunction(
      name,
      codes.map((code) => code(scope)),
    );
}

const MACROS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);

function method([name, receiver, args]: readonly [string, ASTNode, readonly ASTNode[]]): Code {
  const owner = compileNode(receiver);
  const [first, ...rest] = args;
  if (first?.op === 'id' && rest.length > 0 && MACROS.has(name)) return macro(name, owner, first.args, rest);
  const codes = args.map(compileNode);
  return (scope) =>
    callMethod(
      name,
      owner(scope),
      codes.map((code) => code(scope)),
    );
}

/** Runs over a list, with a name for each item. `map` with three parts keeps only what its second one lets through. */
function macro(name: string, owner: Code, variable: string, parts: readonly ASTNode[]): Code {
  const body = compileNode(parts[parts.length - 1] as ASTNode);
  const guard = parts.length > 1 ? truth(parts[0] as ASTNode, name) : undefined;
  const test = name === 'map' ? undefined : truth(parts[parts.length - 1] as ASTNode, name);
  return (scope) => {
    const list = listOf(owner(scope), name);
    const inner = (value: Value): Scope => {
      if (--scope.budget.left < 0) throw new EvaluationProblem(t('the condition takes too many steps'));
      return { ...scope, bound: { name: variable, value, outer: scope.bound } };
    };
    if (!test) return list.filter((item) => !guard || guard(inner(item))).map((item) => body(inner(item)));
    const holds = (item: Value): boolean => test(inner(item));
    if (name === 'all') return list.every(holds);
    if (name === 'exists') return list.some(holds);
    const kept = list.filter(holds);
    return name === 'exists_one' ? kept.length === 1 : kept;
  };
}
