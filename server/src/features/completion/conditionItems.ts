import { t } from '@vscode/l10n';
import { FUNCTIONS, type FunctionShape, MACROS, METHODS, signatureOf } from '../../model/conditionFunctions';
import type { Variable } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import { escapeMarkdown } from '../markdown';
import { type ConditionPlace, conditionPlace } from './conditionPlace';
import { celText, quoteIn } from './conditionText';
import { type CompletionItem, escapeSnippet } from './item';
import { named } from './names';
import { nameProposal, type Proposal, replacingWord } from './replacing';
import type { CompletionScope } from './scope';
import { writtenBefore } from './writtenBefore';

/** What can follow in a condition, or in an expression whose value a variable takes. */
export function conditionItems(scope: CompletionScope): readonly CompletionItem[] {
  const place = conditionPlace(writtenBefore(scope));
  switch (place?.kind) {
    case undefined:
      return [];
    case 'text':
      return replacingWord(scope, textsIn(scope, place), /[^"'\n]/);
    case 'method':
      return replacingWord(scope, methods(scope, place), /\w/);
    case 'operator':
      return replacingWord(scope, operators(scope, place), /\w/);
    case 'operand':
      return replacingWord(scope, operands(scope, place), /\w/);
  }
}

function variableOf({ bot }: CompletionScope, name: string | undefined): Variable | undefined {
  if (name === undefined) return undefined;
  return bot.settings?.item.variables.find((variable) => foldName(variable.name.value) === foldName(name));
}

type PlaceOf<K extends ConditionPlace['kind']> = Extract<ConditionPlace, { kind: K }>;

/** The values of the enum that the text is compared with. */
function textsIn(scope: CompletionScope, { compared }: PlaceOf<'text'>): readonly Proposal[] {
  const variable = variableOf(scope, compared?.variable);
  return (variable?.values ?? []).flatMap(({ value }) =>
    /["'\\\n]/.test(value)
      ? []
      : [{ label: value, kind: 'value', detail: variable?.name.value ?? '', newText: value }],
  );
}

function operands(
  scope: CompletionScope,
  { compared, only, first }: PlaceOf<'operand'>,
): readonly Proposal[] {
  const variables = named(scope.bot, 'variable').map(nameProposal);
  if (only === 'variable') return variables;
  const target = first ? assigned(scope) : undefined;
  const other = variableOf(scope, compared?.variable) ?? target;
  const whole = target !== undefined && scope.cursor.inside === 'plain';
  const values = other ? constants(scope, other, compared?.by ?? '==', whole) : [];
  if (compared?.by === 'in') return values;
  const functions = [...FUNCTIONS].map(([name, shape]) => functionProposal(scope, name, shape));
  return [...values, ...variables, ...functions];
}

/** The variable that takes the value of the expression (`set`). */
function assigned(scope: CompletionScope): Variable | undefined {
  const { keys } = scope.cursor;
  return keys.at(-2) === 'set' ? variableOf(scope, String(keys.at(-1))) : undefined;
}

/** The constants that a variable can be compared with or set to. */
function constants(
  scope: CompletionScope,
  { name, type, values }: Variable,
  by: '==' | 'in' | 'item' | 'order',
  whole: boolean,
): readonly Proposal[] {
  const item = (label: string, newText: string): Proposal => ({
    label,
    kind: 'value',
    detail: name.value,
    newText,
  });
  if (type === 'boolean') return by === '==' ? [item('true', 'true'), item('false', 'false')] : [];
  const texts = values.flatMap(({ value }) => {
    const text = celText(value, scope.cursor.inside, whole);
    return text === undefined ? [] : [{ value, text }];
  });
  if (by !== 'in') return texts.map(({ value, text }) => item(value, text));
  // Brackets and commas would end a plain scalar within brackets.
  if (texts.length === 0 || (scope.inBrackets && scope.cursor.inside === 'plain')) return [];
  const list = `[${texts.map(({ text }) => text).join(', ')}]`;
  return [item(list, list)];
}

function functionProposal(scope: CompletionScope, name: string, shape: FunctionShape): Proposal {
  const open = /^\w*\(/.test(scope.file.syntax.text.slice(scope.offset, scope.offset + 130));
  const quote = quoteIn(scope.cursor.inside);
  const [kind, ...others] = shape.takes[0] ?? [];
  const inside =
    kind === 'string' && others.length === 0 ? `${quote}$1${quote}` : shape.takes.length > 0 ? '$1' : '';
  return {
    label: name,
    kind: 'function',
    detail: signatureOf(name, shape),
    documentation: escapeMarkdown(shape.meaning()),
    newText: open ? name : `${escapeSnippet(name)}(${inside})$0`,
    snippet: !open,
    ...(name === 'has' && !open && { more: true }),
  };
}

function methods(scope: CompletionScope, { of }: PlaceOf<'method'>): readonly Proposal[] {
  const variable = of && 'variable' in of ? variableOf(scope, of.variable) : undefined;
  const isText = (of && 'text' in of) || variable?.type === 'string' || variable?.type === 'enum';
  if (variable && !isText) return [];
  return [...METHODS, ...(isText ? [] : MACROS)]
    .filter(([, { on }]) => !isText || on?.includes('string'))
    .map(([name, shape]) => functionProposal(scope, name, shape));
}

interface Operator {
  readonly sign: string;
  readonly meaning: () => string;
}

const BOTH: readonly Operator[] = [
  { sign: '&&', meaning: () => t('Both conditions hold.') },
  { sign: '||', meaning: () => t('At least one of the conditions holds.') },
];
const SAME: readonly Operator[] = [
  { sign: '==', meaning: () => t('Both are the same.') },
  { sign: '!=', meaning: () => t('They are not the same.') },
];
const LARGER: readonly Operator[] = [
  { sign: '>', meaning: () => t('More than.') },
  { sign: '>=', meaning: () => t('At least.') },
  { sign: '<', meaning: () => t('Less than.') },
  { sign: '<=', meaning: () => t('At most.') },
];
const ONE_OF: readonly Operator[] = [{ sign: 'in', meaning: () => t('One of a list.') }];
const JOIN: readonly Operator[] = [{ sign: '+', meaning: () => t('Adds numbers, or joins texts.') }];

function operators(
  scope: CompletionScope,
  { variable: name, decided }: PlaceOf<'operator'>,
): readonly Proposal[] {
  const variable = variableOf(scope, name);
  const found = decided ? BOTH : operatorsOf(variable?.type);
  const blank = /\s\w*$/.test(scope.file.syntax.text.slice(0, scope.offset)) ? '' : ' ';
  return found.map(({ sign, meaning }) => ({
    label: sign,
    kind: 'operator',
    detail: meaning(),
    newText: `${blank}${sign} `,
    more: true,
  }));
}

function operatorsOf(type: Variable['type'] | undefined): readonly Operator[] {
  switch (type) {
    case 'boolean':
      return [...BOTH, ...SAME];
    case 'number':
      return [...LARGER, ...SAME, ...JOIN];
    case 'enum':
      return [...SAME, ...ONE_OF];
    case 'string':
      return [...SAME, ...ONE_OF, ...JOIN];
    case undefined:
      return [...SAME, ...LARGER, ...BOTH];
  }
}
