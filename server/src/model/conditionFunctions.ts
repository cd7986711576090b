/** The kinds of values in a condition; `any` is what cannot be told. */
export type ConditionKind = 'bool' | 'number' | 'string' | 'list' | 'null' | 'any';

export interface FunctionShape {
  /** What each argument may be; an empty list takes anything. */
  readonly takes: readonly (readonly ConditionKind[])[];
  /** How many arguments it needs at least. */
  readonly least: number;
  readonly gives: ConditionKind;
  /** What a method works on; the first is what sentences name. */
  readonly on?: readonly [ConditionKind, ...ConditionKind[]];
}

const ANY: readonly ConditionKind[] = [];
const TEXT: readonly ConditionKind[] = ['string'];
const NUMBER: readonly ConditionKind[] = ['number'];

function shape(takes: FunctionShape['takes'], gives: ConditionKind, least = takes.length): FunctionShape {
  return { takes, gives, least };
}

function onText(takes: FunctionShape['takes'], gives: ConditionKind, least = takes.length): FunctionShape {
  return { takes, gives, least, on: ['string'] };
}

/**
 * The functions of a condition: those of CEL that make sense over texts, numbers, truth values and lists. `matches` is
 * matched by an engine that cannot backtrack; `has` takes a variable.
 */
export const FUNCTIONS: ReadonlyMap<string, FunctionShape> = new Map([
  ['has', shape([ANY], 'bool')],
  ['size', shape([['string', 'list']], 'number')],
  ['string', shape([['string', 'number', 'bool']], 'string')],
  ['double', shape([['number', 'string']], 'number')],
  ['int', shape([['number', 'string']], 'number')],
  ['bool', shape([['bool', 'string']], 'bool')],
  ['dyn', shape([ANY], 'any')],
]);

/** What follows a dot. */
export const METHODS: ReadonlyMap<string, FunctionShape> = new Map([
  ['startsWith', onText([TEXT], 'bool')],
  ['endsWith', onText([TEXT], 'bool')],
  ['contains', onText([TEXT], 'bool')],
  ['matches', onText([TEXT], 'bool')],
  ['lowerAscii', onText([], 'string')],
  ['upperAscii', onText([], 'string')],
  ['trim', onText([], 'string')],
  ['indexOf', onText([TEXT, NUMBER], 'number', 1)],
  ['lastIndexOf', onText([TEXT, NUMBER], 'number', 1)],
  ['substring', onText([NUMBER, NUMBER], 'string', 1)],
  ['split', onText([TEXT, NUMBER], 'list', 1)],
  ['size', { takes: [], least: 0, gives: 'number', on: ['string', 'list'] }],
  ['join', { takes: [TEXT], least: 0, gives: 'string', on: ['list'] }],
]);

/** What runs over a list with a name for each item, and what it gives. */
export const MACROS: ReadonlyMap<string, ConditionKind> = new Map([
  ['all', 'bool'],
  ['exists', 'bool'],
  ['exists_one', 'bool'],
  ['filter', 'list'],
  ['map', 'list'],
]);
