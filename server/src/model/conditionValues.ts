import type { ASTNode } from '@marcbachmann/cel-js';
import type { ConditionVariable } from './conditionTypes';

/*
 * What comparisons of variables with constants come to. Such a condition changes its answer only at the constants it
 * names, so that a few values stand for all: every constant, and one on each side of it.
 */

type Value = string | number | boolean;

/** One value per variable; a variable that is not in it is unset, and whatever asks for it has no answer. */
export type Point = ReadonlyMap<string, Value>;

/** More points than this are not looked at. */
const MOST_POINTS = 500;

/**
 * The names of the variables of a condition when it is made of nothing but comparisons of variables with constants;
 * undefined when it is not, and nothing can be said about it.
 */
export function comparedVariables(tree: ASTNode): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  return collect(tree, names, new Map()) ? names : undefined;
}

/** Points that stand for everything the variables of these conditions can be; undefined when they are too many. */
export function pointsOf(
  trees: readonly ASTNode[],
  names: ReadonlySet<string>,
  variable: (name: string) => ConditionVariable | undefined,
): readonly Point[] | undefined {
  const constants = new Map<string, Set<Value>>();
  for (const tree of trees) collect(tree, new Set(), constants);
  let points: Point[] = [new Map()];
  for (const name of names) {
    const declared = variable(name);
    if (!declared) return undefined;
    const values = [...samples(declared, constants.get(name) ?? new Set()), undefined];
    if (points.length * values.length > MOST_POINTS) return undefined;
    points = points.flatMap((point) =>
      values.map((value) => (value === undefined ? point : new Map([...point, [name, value]]))),
    );
  }
  return points;
}

function samples({ type, values }: ConditionVariable, constants: ReadonlySet<Value>): readonly Value[] {
  if (type === 'boolean') return [true, false];
  if (type === 'enum') return values;
  if (type === 'string') {
    const texts = [...constants].filter((value) => typeof value === 'string');
    return [...texts, `${texts.join('')}\u{10ffff}`];
  }
  const numbers = [...constants].filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const between = numbers.slice(1).map((number, index) => (number + (numbers[index] ?? number)) / 2);
  return [(numbers[0] ?? 0) - 1, ...numbers, ...between, (numbers.at(-1) ?? 0) + 1];
}

/** What a condition comes to at a point; undefined when a variable that it asks for is unset. */
export function valueAtPoint(tree: ASTNode, point: Point): Value | undefined {
  switch (tree.op) {
    case 'value':
      return constant(tree);
    case 'id':
      return point.get(tree.args);
    case '!_': {
      const inner = valueAtPoint(tree.args, point);
      return inner === undefined ? undefined : !inner;
    }
    case '-_':
      return constant(tree);
    case '&&':
    case '||': {
      const deciding = tree.op === '||';
      const sides = new Set(tree.args.map((side) => valueAtPoint(side, point)));
      if (sides.has(deciding)) return deciding;
      return sides.has(undefined) ? undefined : !deciding;
    }
    case 'in': {
      const [left, list] = tree.args;
      const value = valueAtPoint(left, point);
      if (value === undefined || list.op !== 'list') return undefined;
      return list.args.some((item) => constant(item) === value);
    }
    default:
      return isComparison(tree) ? compare(tree, point) : undefined;
  }
}

type Comparison = Extract<ASTNode, { op: '==' | '!=' | '<' | '<=' | '>' | '>=' }>;

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

function isComparison(tree: ASTNode): tree is Comparison {
  return COMPARISONS.has(tree.op);
}

function compare(tree: Comparison, point: Point): boolean | undefined {
  const [left, right] = [valueAtPoint(tree.args[0], point), valueAtPoint(tree.args[1], point)];
  if (left === undefined || right === undefined) return undefined;
  if (tree.op === '==') return left === right;
  if (tree.op === '!=') return left !== right;
  if (tree.op === '<') return left < right;
  if (tree.op === '<=') return left <= right;
  return tree.op === '>' ? left > right : left >= right;
}

/** False for anything but comparisons with constants; collects the variables and what each is compared with. */
function collect(tree: ASTNode, names: Set<string>, constants: Map<string, Set<Value>>): boolean {
  if (tree.op === 'id') {
    names.add(tree.args);
    return true;
  }
  if (tree.op === 'value') return typeof tree.args === 'boolean';
  if (tree.op === '!_') return collect(tree.args, names, constants);
  if (tree.op === '&&' || tree.op === '||') {
    return tree.args.map((side) => collect(side, names, constants)).every(Boolean);
  }
  if (tree.op === 'in') {
    const [left, list] = tree.args;
    if (list.op !== 'list' || left.op !== 'id') return false;
    names.add(left.args);
    return list.args.every((item) => note(left.args, item, constants, false));
  }
  if (!isComparison(tree)) return false;
  const [left, right] = tree.args;
  const ordered = tree.op !== '==' && tree.op !== '!=';
  if (left.op === 'id') {
    names.add(left.args);
    return note(left.args, right, constants, ordered);
  }
  if (right.op === 'id') {
    names.add(right.args);
    return note(right.args, left, constants, ordered);
  }
  return constant(left) !== undefined && typeof constant(left) === typeof constant(right);
}

/** Texts are told apart, not ordered: what lies between two of them is not worth a sample. */
function note(name: string, node: ASTNode, constants: Map<string, Set<Value>>, ordered: boolean): boolean {
  const value = constant(node);
  if (value === undefined || (ordered && typeof value !== 'number')) return false;
  constants.set(name, (constants.get(name) ?? new Set()).add(value));
  return true;
}

function constant(node: ASTNode): Value | undefined {
  if (node.op === '-_') {
    const inner = constant(node.args);
    return typeof inner === 'number' ? -inner : undefined;
  }
  if (node.op !== 'value') return undefined;
  const value = node.args;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}
