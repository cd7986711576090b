import type { ASTNode } from '@marcbachmann/cel-js';
import { type EmbeddedName, nesting } from './embedded';

/** Longer or deeper conditions are not read: nobody could either, and the parser's cost is bounded by it. */
export const CONDITION_LIMITS = { length: 2000, depth: 32 };

/** Macros of CEL whose first argument names something of their own. */
const BINDING_MACROS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter', 'bind']);

/** Names that CEL gives a meaning of its own: types, and what the platform provides. */
const FOREIGN: ReadonlySet<string> = new Set([
  'sys',
  'cel',
  'optional',
  'bool',
  'bytes',
  'double',
  'int',
  'list',
  'map',
  'null_type',
  'string',
  'type',
  'uint',
]);

/** The parser is loaded when the first condition is read: many bots have none, and start-up should not pay for it. */
let cel: typeof import('@marcbachmann/cel-js') | undefined;

/** The syntax tree of a condition; undefined when it does not parse, or is too long or too deep to. */
function parseCondition(text: string): ASTNode | undefined {
  if (text.length > CONDITION_LIMITS.length || nesting(text, '([{', ')]}') > CONDITION_LIMITS.depth)
    return undefined;
  cel ??= require('@marcbachmann/cel-js') as typeof import('@marcbachmann/cel-js');
  try {
    return cel.parse(text).ast;
  } catch {
    return undefined;
  }
}

/** The bot's variables in a condition, in the order of the text; undefined when it does not parse. */
export function conditionVariables(text: string): readonly EmbeddedName[] | undefined {
  const tree = parseCondition(text);
  if (!tree) return undefined;
  const found: EmbeddedName[] = [];
  collect(tree, new Set(), found);
  return found.sort((a, b) => a.start - b.start);
}

function collect(node: ASTNode, bound: ReadonlySet<string>, found: EmbeddedName[]): void {
  if (node.op === 'id') {
    if (bound.has(node.args) || FOREIGN.has(node.args)) return;
    found.push({ name: node.args, start: node.range.start, end: node.range.end });
  } else if (node.op === '.' || node.op === '.?') {
    collect(node.args[0], bound, found);
  } else if (node.op === '!_' || node.op === '-_') {
    collect(node.args, bound, found);
  } else if (node.op === 'call') {
    collectAll(node.args[1], bound, found);
  } else if (node.op === 'rcall') {
    collectCall(node.args, bound, found);
  } else if (node.op === 'map') {
    for (const entry of node.args) collectAll(entry, bound, found);
  } else if (node.op !== 'value') {
    collectAll(node.args, bound, found);
  }
}

function collectAll(nodes: readonly ASTNode[], bound: ReadonlySet<string>, found: EmbeddedName[]): void {
  for (const node of nodes) collect(node, bound, found);
}

/** A call with a receiver. In a macro the first argument is a name that holds in the others, not a variable. */
function collectCall(
  [name, receiver, args]: [string, ASTNode, ASTNode[]],
  bound: ReadonlySet<string>,
  found: EmbeddedName[],
): void {
  collect(receiver, bound, found);
  const [first, ...rest] = args;
  if (first?.op === 'id' && rest.length > 0 && BINDING_MACROS.has(name)) {
    collectAll(rest, new Set([...bound, first.args]), found);
  } else {
    collectAll(args, bound, found);
  }
}
