import type { ASTNode } from '@marcbachmann/cel-js';
import { t } from '@vscode/l10n';
import { remembering } from '../text/remember';
import { type EmbeddedName, type EmbeddedProblem, nesting } from './embedded';

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

/** What no variable can be called: the words of CEL, those that it keeps for later, and what it gives a meaning of its own. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  ...FOREIGN,
  ...'true false null in as break const continue else for function if import let loop'.split(' '),
  ...'package namespace return var void while'.split(' '),
]);

/** The parser is loaded when the first condition is read: many bots have none, and start-up should not pay for it. */
let cel: typeof import('@marcbachmann/cel-js') | undefined;

/** A condition as read: its syntax tree, or why there is none. */
export type ReadCondition = { readonly tree: ASTNode } | { readonly problem: EmbeddedProblem };

/** Reads a condition. Never throws; its cost is bounded by `CONDITION_LIMITS`. */
export const readCondition = remembering(parseCondition);

function parseCondition(text: string): ReadCondition {
  const whole = { start: 0, end: text.length };
  if (text.length > CONDITION_LIMITS.length) {
    const message = t(
      'A condition has at most {0} characters. Split it over several.',
      CONDITION_LIMITS.length,
    );
    return { problem: { ...whole, message } };
  }
  if (nesting(text, '([{', ')]}') > CONDITION_LIMITS.depth) {
    const message = t(
      'This condition nests more than {0} brackets. Make it simpler.',
      CONDITION_LIMITS.depth,
    );
    return { problem: { ...whole, message } };
  }
  cel ??= require('@marcbachmann/cel-js') as typeof import('@marcbachmann/cel-js');
  try {
    return { tree: cel.parse(text).ast };
  } catch (error) {
    return {
      problem: error instanceof cel.ParseError ? problemOf(text, error) : { ...whole, message: BROKEN() },
    };
  }
}

const BROKEN = (): string => t('This condition cannot be read as CEL. Correct it.');

/** What people write who know other languages, and what CEL has for it. */
const SLIPS: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['===', '=='],
  ['!==', '!='],
  ['<>', '!='],
  ['and', '&&'],
  ['or', '||'],
  ['not', '!'],
  ['&', '&&'],
  ['|', '||'],
]);

/** True for words that are no variable, also where a condition does not parse. */
export function isSpecialName(name: string): boolean {
  return RESERVED_NAMES.has(name) || SLIPS.has(name);
}

function problemOf(
  text: string,
  {
    code,
    range,
  }: { readonly code: string; readonly range?: { readonly start: number; readonly end: number } },
): EmbeddedProblem {
  const { start, end } = range ?? { start: 0, end: text.length };
  const slip = slipAt(text, start);
  if (slip) {
    const message = t("CEL has no '{0}'. Write '{1}'.", slip.written, slip.right);
    return { start: slip.start, end: slip.start + slip.written.length, message, replacement: slip.right };
  }
  const place = { start: Math.min(start, text.length), end: Math.min(Math.max(end, start), text.length) };
  const found = text.slice(place.start, place.end);
  if (code === 'unterminated_string') {
    return { ...place, message: t('This text has no closing quote. Add it.') };
  }
  if (code === 'reserved_identifier') {
    return { ...place, message: t("'{0}' means something to CEL itself, and is no variable.", found) };
  }
  if (start >= text.trimEnd().length) {
    const last = Math.max(0, text.trimEnd().length - 1);
    return {
      start: last,
      end: last + 1,
      message: t('The condition breaks off here. Write on, or close the brackets.'),
    };
  }
  return { ...place, message: t("'{0}' is not expected here. Correct the condition.", found) };
}

function slipAt(
  text: string,
  near: number,
): { readonly start: number; readonly written: string; readonly right: string } | undefined {
  for (const [part] of text.slice(Math.max(0, near - 4), near + 4).matchAll(/[A-Za-z_]\w*|[=!<>&|]+/g)) {
    const right = SLIPS.get(part);
    const start = text.indexOf(part, Math.max(0, near - 4));
    if (
      right !== undefined &&
      start <= near &&
      near <= start + part.length + 1 &&
      isWhole(text, start, part)
    ) {
      return { start, written: part, right };
    }
  }
  return undefined;
}

/** True when the part is not the piece of a longer one. */
function isWhole(text: string, start: number, part: string): boolean {
  const kind = /\w/.test(part) ? /\w/ : /[=!<>&|]/;
  return !kind.test(text.charAt(start - 1)) && !kind.test(text.charAt(start + part.length));
}

/** The bot's variables in a condition, in the order of the text; undefined when it does not parse. */
export function conditionVariables(text: string): readonly EmbeddedName[] | undefined {
  const read = readCondition(text);
  if ('problem' in read) return undefined;
  const found: EmbeddedName[] = [];
  collect(read.tree, new Set(), found);
  return found.sort((a, b) => a.start - b.start);
}

/** Every part of a condition, the outer ones first. */
export function* conditionNodes(node: ASTNode): Iterable<ASTNode> {
  yield node;
  const inner = node.op === 'map' ? node.args.flat() : [node.args].flat(2);
  for (const part of inner) if (isNode(part)) yield* conditionNodes(part);
}

function isNode(part: unknown): part is ASTNode {
  return typeof part === 'object' && part !== null && 'op' in part;
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
