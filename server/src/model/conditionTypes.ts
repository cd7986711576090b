import type { ASTNode } from '@marcbachmann/cel-js';
import { t } from '@vscode/l10n';
import { type ConditionKind, FUNCTIONS, type FunctionShape, MACROS, METHODS } from './conditionFunctions';
import type { VariableType } from './definitions';
import type { EmbeddedProblem } from './embedded';

/** What a condition may know of a variable. */
export interface ConditionVariable {
  readonly name: string;
  readonly type: VariableType;
  /** What an enum can hold. */
  readonly values: readonly string[];
}

export interface ConditionProblem extends EmbeddedProblem {
  readonly code: 'conditions/wrong-type' | 'conditions/unknown-function' | 'conditions/unknown-value';
  /** The names among which the right one may be. */
  readonly candidates?: readonly string[];
  readonly name?: string;
}

/** What an expression gives. An enum knows its values; a list its items. */
interface Typed {
  readonly kind: ConditionKind;
  readonly node: ASTNode;
  readonly variable?: ConditionVariable;
  readonly items?: readonly Typed[];
}

function kindOf(type: VariableType): ConditionKind {
  return type === 'boolean' ? 'bool' : type === 'number' ? 'number' : 'string';
}

/**
 * Everything that is wrong with the types in a condition (CEL). Numbers are one type here: whole numbers and others mix.
 * @param variables finds a declared variable; an unknown one may hold anything, and has a finding of its own
 * @param target the variable that takes the value; undefined for a condition, which must be true or false
 */
export function checkCondition(
  tree: ASTNode,
  variables: (name: string) => ConditionVariable | undefined,
  target?: ConditionVariable,
): readonly ConditionProblem[] {
  const checker = new Checker(variables);
  const result = checker.type(tree, new Set());
  if (target) checker.assign(target, result);
  else
    checker.want(result, 'bool', t('A condition must be true or false; this is {0}.', inWords(result.kind)));
  return checker.problems;
}

function inWords(kind: ConditionKind): string {
  if (kind === 'bool') return t('true or false');
  if (kind === 'number') return t('a number');
  if (kind === 'string') return t('a text');
  if (kind === 'list') return t('a list');
  return t('nothing');
}

type Bound = ReadonlySet<string>;

class Checker {
  readonly problems: ConditionProblem[] = [];
  readonly #variables: (name: string) => ConditionVariable | undefined;

  constructor(variables: (name: string) => ConditionVariable | undefined) {
    this.#variables = variables;
  }

  type(node: ASTNode, bound: Bound): Typed {
    switch (node.op) {
      case 'value':
        return { kind: kindOfLiteral(node.args), node };
      case 'id': {
        const variable = bound.has(node.args) ? undefined : this.#variables(node.args);
        return variable ? { kind: kindOf(variable.type), node, variable } : { kind: 'any', node };
      }
      case '!_':
        this.#operand(node.args, bound, 'bool', '!');
        return { kind: 'bool', node };
      case '-_':
        this.#operand(node.args, bound, 'number', '-');
        return { kind: 'number', node };
      case '&&':
      case '||':
        for (const side of node.args) this.#operand(side, bound, 'bool', node.op);
        return { kind: 'bool', node };
      case '?:':
        return this.#choice(node, node.args, bound);
      case 'list':
        return { kind: 'list', node, items: node.args.map((item) => this.type(item, bound)) };
      case 'map':
        for (const [key, value] of node.args) for (const part of [key, value]) this.type(part, bound);
        return { kind: 'any', node };
      case '.':
      case '.?':
        return this.#field(node, this.type(node.args[0], bound));
      case '[]':
      case '[?]':
        this.type(node.args[0], bound);
        this.type(node.args[1], bound);
        return { kind: 'any', node };
      case 'call':
        return this.#call(node, node.args[0], node.args[1], bound);
      case 'rcall':
        return this.#method(node, node.args, bound);
      default:
        return this.#binary(node, node.op, this.type(node.args[0], bound), this.type(node.args[1], bound));
    }
  }

  /** Says `message` when the value is of another kind than the wanted one. */
  want(value: Typed, kind: ConditionKind, message: string): void {
    if (value.kind !== kind && value.kind !== 'any') this.#wrong(value.node, message);
  }

  assign(target: ConditionVariable, value: Typed): void {
    if (value.node.op === '?:') {
      for (const branch of value.items ?? []) this.assign(target, branch);
      return;
    }
    const wanted = kindOf(target.type);
    const message = t(
      "Variable '{0}' holds {1}; this is {2}.",
      target.name,
      inWords(wanted),
      inWords(value.kind),
    );
    this.want(value, wanted, message);
    this.#value(target, value);
  }

  #binary(node: ASTNode, op: string, left: Typed, right: Typed): Typed {
    if (op === 'in') this.#membership(left, right);
    else if (op === '==' || op === '!=') this.#equality(node, left, right);
    else if (op === '+') return this.#sum(node, left, right);
    else if (op === '-' || op === '*' || op === '/' || op === '%') {
      for (const side of [left, right]) this.#operandOf(side, 'number', op);
      return { kind: 'number', node };
    } else this.#order(node, op, left, right);
    return { kind: 'bool', node };
  }

  #operand(node: ASTNode, bound: Bound, kind: ConditionKind, op: string): void {
    this.#operandOf(this.type(node, bound), kind, op);
  }

  #operandOf(value: Typed, kind: ConditionKind, op: string): void {
    this.want(value, kind, t("'{0}' needs {1} here; this is {2}.", op, inWords(kind), inWords(value.kind)));
  }

  #choice(node: ASTNode, [condition, yes, no]: [ASTNode, ASTNode, ASTNode], bound: Bound): Typed {
    this.#operand(condition, bound, 'bool', '?');
    const items = [this.type(yes, bound), this.type(no, bound)];
    const [first, second] = items;
    const same = first?.kind === second?.kind;
    return { kind: same && first ? first.kind : 'any', node, items };
  }

  #equality(node: ASTNode, left: Typed, right: Typed): void {
    if (left.kind === 'null' || right.kind === 'null') {
      const other = left.kind === 'null' ? right : left;
      const name = other.variable?.name ?? t('variable');
      this.#wrong(node, t("Nothing is ever null here. Write 'has({0})' to ask whether it is set.", name));
    } else if (!this.#comparable(node, left, right)) return;
    else {
      if (left.variable) this.#value(left.variable, right);
      if (right.variable) this.#value(right.variable, left);
    }
  }

  #order(node: ASTNode, op: string, left: Typed, right: Typed): void {
    if (!this.#comparable(node, left, right)) return;
    const odd = [left, right].find(({ kind }) => kind === 'bool' || kind === 'list' || kind === 'null');
    if (odd) this.#wrong(odd.node, t("'{0}' compares numbers or texts; this is {1}.", op, inWords(odd.kind)));
  }

  #comparable(node: ASTNode, left: Typed, right: Typed): boolean {
    if (left.kind === right.kind || left.kind === 'any' || right.kind === 'any') return true;
    const message = t(
      'This compares {0} with {1}, which are never the same.',
      inWords(left.kind),
      inWords(right.kind),
    );
    this.#wrong(node, message);
    return false;
  }

  #sum(node: ASTNode, left: Typed, right: Typed): Typed {
    const known = left.kind === 'any' ? right : left;
    if (known.kind === 'bool' || known.kind === 'null') {
      this.#wrong(known.node, t("'+' adds numbers or joins texts; this is {0}.", inWords(known.kind)));
    } else if (right.kind !== known.kind && right.kind !== 'any') {
      const message = t(
        "'+' cannot add {0} and {1}. Write 'string(…)' around a number to join it to a text.",
        inWords(left.kind),
        inWords(right.kind),
      );
      this.#wrong(node, message);
    }
    return { kind: left.kind === right.kind ? left.kind : 'any', node };
  }

  #membership(left: Typed, right: Typed): void {
    this.#operandOf(right, 'list', 'in');
    for (const item of right.items ?? []) {
      if (this.#comparable(item.node, left, item) && left.variable) this.#value(left.variable, item);
    }
  }

  /** A text that an enum can never hold. */
  #value(variable: ConditionVariable, { node }: Typed): void {
    if (variable.type !== 'enum' || variable.values.length === 0) return;
    if (node.op !== 'value' || typeof node.args !== 'string' || variable.values.includes(node.args)) return;
    this.problems.push({
      ...node.range,
      code: 'conditions/unknown-value',
      message: t("Variable '{0}' is never '{1}'.", variable.name, node.args),
      candidates: variable.values,
      name: node.args,
    });
  }

  #field(node: ASTNode, receiver: Typed): Typed {
    if (receiver.kind !== 'any') {
      this.#wrong(receiver.node, t('This is {0}, and has no parts of its own.', inWords(receiver.kind)));
    }
    return { kind: 'any', node };
  }

  #call(node: ASTNode, name: string, args: readonly ASTNode[], bound: Bound): Typed {
    const shape = FUNCTIONS.get(name);
    const values = args.map((argument) => this.type(argument, bound));
    if (!shape) return this.#unknown(node, node.range.start, name, FUNCTIONS);
    if (name === 'has' && args[0] && args[0].op !== 'id' && args[0].op !== '.') {
      this.#wrong(args[0], t("'has' asks whether a variable is set; write its name between the brackets."));
    }
    return this.#applied(node, name, shape, values);
  }

  #method(node: ASTNode, [name, receiver, args]: [string, ASTNode, ASTNode[]], bound: Bound): Typed {
    const owner = this.type(receiver, bound);
    const macro = MACROS.get(name);
    const [first, ...rest] = args;
    if (macro && first?.op === 'id' && rest.length > 0) {
      const inner = new Set([...bound, first.args]);
      this.#operandOf(owner, 'list', name);
      const body = rest.map((part) => this.type(part, inner));
      const last = body.at(-1);
      if (last && name !== 'map') this.#operandOf(last, 'bool', name);
      return { kind: macro.gives, node };
    }
    const shape = METHODS.get(name);
    const values = args.map((argument) => this.type(argument, bound));
    const start = node.input.indexOf(name, receiver.range.end);
    if (!shape) return this.#unknown(node, start, name, METHODS);
    if (shape.on && owner.kind !== 'any' && !shape.on.includes(owner.kind)) {
      this.#wrong(
        owner.node,
        t("'{0}' works on {1}; this is {2}.", name, inWords(shape.on[0]), inWords(owner.kind)),
      );
    }
    return this.#applied(node, name, shape, values);
  }

  #applied(node: ASTNode, name: string, shape: FunctionShape, values: readonly Typed[]): Typed {
    if (values.length < shape.least || values.length > shape.takes.length) {
      this.#wrong(node, t("'{0}' is called with the wrong number of values ({1}).", name, values.length));
      return { kind: shape.gives, node };
    }
    for (const [index, value] of values.entries()) {
      const wanted = shape.takes[index] ?? [];
      const [first] = wanted;
      if (first === undefined || value.kind === 'any' || wanted.includes(value.kind)) continue;
      this.#wrong(
        value.node,
        t("'{0}' takes {1} here; this is {2}.", name, inWords(first), inWords(value.kind)),
      );
    }
    return { kind: shape.gives, node };
  }

  #unknown(node: ASTNode, start: number, name: string, known: ReadonlyMap<string, unknown>): Typed {
    this.problems.push({
      code: 'conditions/unknown-function',
      start,
      end: start + name.length,
      message: t("There is no function '{0}'.", name),
      candidates: [...known.keys(), ...(known === METHODS ? MACROS.keys() : [])],
      name,
    });
    return { kind: 'any', node };
  }

  #wrong(node: ASTNode, message: string): void {
    this.problems.push({ ...node.range, code: 'conditions/wrong-type', message });
  }
}

function kindOfLiteral(value: unknown): ConditionKind {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  if (typeof value === 'string') return 'string';
  return value === null ? 'null' : 'any';
}
