import { t } from '@vscode/l10n';

/** The kinds of values in a condition; `any` is what cannot be told. */
export type ConditionKind = 'bool' | 'number' | 'string' | 'list' | 'null' | 'any';

export interface FunctionShape {
  /** What each argument may be; an empty list takes anything. */
  readonly takes: readonly (readonly ConditionKind[])[];
  /** What each argument is called in a signature. */
  readonly names: readonly string[];
  /** How many arguments it needs at least. */
  readonly least: number;
  readonly gives: ConditionKind;
  /** What a method works on; the first is what sentences name. */
  readonly on?: readonly [ConditionKind, ...ConditionKind[]];
  /** What it does, in a sentence. */
  readonly meaning: () => string;
}

type Argument = readonly [name: string, ...kinds: readonly ConditionKind[]];

function shape(
  args: readonly Argument[],
  gives: ConditionKind,
  meaning: () => string,
  least = args.length,
): FunctionShape {
  return {
    takes: args.map(([, ...kinds]) => kinds),
    names: args.map(([name]) => name),
    least,
    gives,
    meaning,
  };
}

function onText(...given: Parameters<typeof shape>): FunctionShape {
  return { ...shape(...given), on: ['string'] };
}

/**
 * The functions of a condition: those of CEL that make sense over texts, numbers, truth values and lists. `matches` is
 * matched by an engine that cannot backtrack; `has` takes a variable.
 */
export const FUNCTIONS: ReadonlyMap<string, FunctionShape> = new Map([
  ['has', shape([['variable']], 'bool', () => t('Whether the variable has a value.'))],
  [
    'size',
    shape([['value', 'string', 'list']], 'number', () =>
      t('How many characters a text has, or how many items a list.'),
    ),
  ],
  [
    'string',
    shape([['value', 'string', 'number', 'bool']], 'string', () =>
      t('The value as a text, to join it to another.'),
    ),
  ],
  ['double', shape([['value', 'number', 'string']], 'number', () => t('The value as a number.'))],
  [
    'int',
    shape([['value', 'number', 'string']], 'number', () =>
      t('The value as a whole number; what follows the decimal sign is cut off.'),
    ),
  ],
  [
    'bool',
    shape([['value', 'bool', 'string']], 'bool', () => t("The text 'true' or 'false' as true or false.")),
  ],
  ['dyn', shape([['value']], 'any', () => t('The same value, whose type is not checked.'))],
]);

/** What follows a dot. */
export const METHODS: ReadonlyMap<string, FunctionShape> = new Map([
  ['startsWith', onText([['start', 'string']], 'bool', () => t('Whether the text starts with another one.'))],
  ['endsWith', onText([['end', 'string']], 'bool', () => t('Whether the text ends with another one.'))],
  ['contains', onText([['part', 'string']], 'bool', () => t('Whether another text stands in it.'))],
  [
    'matches',
    onText([['pattern', 'string']], 'bool', () =>
      t(
        'Whether a regular expression matches some part of the text. Lookaround and backreferences do not exist.',
      ),
    ),
  ],
  ['lowerAscii', onText([], 'string', () => t('The text with the letters A to Z as small letters.'))],
  ['upperAscii', onText([], 'string', () => t('The text with the letters a to z as capitals.'))],
  ['trim', onText([], 'string', () => t('The text without blanks at both ends.'))],
  [
    'indexOf',
    onText(
      [
        ['part', 'string'],
        ['from', 'number'],
      ],
      'number',
      () => t('Where another text first stands in it, counted from 0; -1 when it does not.'),
      1,
    ),
  ],
  [
    'lastIndexOf',
    onText(
      [
        ['part', 'string'],
        ['from', 'number'],
      ],
      'number',
      () => t('Where another text last stands in it, counted from 0; -1 when it does not.'),
      1,
    ),
  ],
  [
    'substring',
    onText(
      [
        ['start', 'number'],
        ['end', 'number'],
      ],
      'string',
      () => t('The part from one place, counted from 0, up to another one or the end.'),
      1,
    ),
  ],
  [
    'split',
    onText(
      [
        ['separator', 'string'],
        ['limit', 'number'],
      ],
      'list',
      () => t('The parts of the text between separators, as a list.'),
      1,
    ),
  ],
  [
    'size',
    {
      ...shape([], 'number', () => t('How many characters a text has, or how many items a list.')),
      on: ['string', 'list'],
    },
  ],
  [
    'join',
    {
      ...shape([['separator', 'string']], 'string', () => t('The items of the list as one text.'), 0),
      on: ['list'],
    },
  ],
]);

function macro(gives: ConditionKind, last: string, meaning: () => string): FunctionShape {
  return { ...shape([['item'], [last]], gives, meaning), on: ['list'] };
}

/** What runs over a list with a name for each item. */
export const MACROS: ReadonlyMap<string, FunctionShape> = new Map([
  ['all', macro('bool', 'condition', () => t('Whether the condition holds for every item of the list.'))],
  [
    'exists',
    macro('bool', 'condition', () => t('Whether the condition holds for at least one item of the list.')),
  ],
  [
    'exists_one',
    macro('bool', 'condition', () => t('Whether the condition holds for exactly one item of the list.')),
  ],
  ['filter', macro('list', 'condition', () => t('The items of the list for which the condition holds.'))],
  ['map', macro('list', 'value', () => t('A list with a value made from each item.'))],
]);

/** How a function is called and what it gives: `text.split(separator, limit?) → list`. */
export function signatureOf(name: string, { names, least, gives, on }: FunctionShape): string {
  const owner = on === undefined ? '' : `${on.map(kindWord).join(' | ')}.`;
  const args = names.map((argument, index) => (index < least ? argument : `${argument}?`));
  return `${owner}${name}(${args.join(', ')}) → ${kindWord(gives)}`;
}

function kindWord(kind: ConditionKind): string {
  switch (kind) {
    case 'string':
      return t('text');
    case 'bool':
      return t('true/false');
    case 'number':
      return t('number');
    case 'list':
      return t('list');
    case 'null':
    case 'any':
      return t('any value');
  }
}
