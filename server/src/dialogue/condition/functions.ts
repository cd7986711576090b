import { t } from '@vscode/l10n';
import { RE2JS, RE2JSException } from 're2js';
import { EvaluationProblem, isList, LONGEST_LIST, LONGEST_TEXT, type Value } from './values';

/** Longer patterns are not compiled. */
const LONGEST_PATTERN = 1000;

type Values = readonly Value[];

/** The functions of the model's `conditionFunctions`, `has` aside, which looks at a name and not at a value. */
const FUNCTIONS: ReadonlyMap<string, (value: Value) => Value> = new Map<string, (value: Value) => Value>([
  ['size', size],
  ['string', (value) => (value === null || isList(value) ? wrong('string') : String(value))],
  ['double', toNumber],
  ['int', (value) => Math.trunc(toNumber(value))],
  ['bool', toTruth],
  ['dyn', (value) => value],
]);

/** Calls a function by its name. @throws EvaluationProblem when there is none, or it cannot take these values */
export function callFunction(name: string, [value, ...more]: Values): Value {
  const called = FUNCTIONS.get(name);
  return called && value !== undefined && more.length === 0 ? called(value) : wrong(name);
}

/** Calls what follows a dot. Texts count in characters as people see them in code points. @throws EvaluationProblem */
export function callMethod(name: string, owner: Value, args: Values): Value {
  if (name === 'size' && args.length === 0) return size(owner);
  if (isList(owner)) return name === 'join' ? join(owner, args) : wrong(name);
  if (typeof owner !== 'string') return wrong(name);
  const [first] = args;
  switch (name) {
    case 'startsWith':
      return owner.startsWith(text(name, first));
    case 'endsWith':
      return owner.endsWith(text(name, first));
    case 'contains':
      return owner.includes(text(name, first));
    case 'matches':
      return matches(owner, text(name, first));
    case 'lowerAscii':
      return owner.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    case 'upperAscii':
      return owner.replace(/[a-z]/g, (letter) => letter.toUpperCase());
    case 'trim':
      return owner.trim();
    case 'indexOf':
    case 'lastIndexOf':
      return find(name, owner, args);
    case 'substring':
      return substring(owner, args);
    case 'split':
      return split(owner, args);
    default:
      return wrong(name);
  }
}

function wrong(name: string): never {
  throw new EvaluationProblem(t("'{0}' cannot be called like this", name));
}

function text(name: string, value: Value | undefined): string {
  return typeof value === 'string' ? value : wrong(name);
}

function number(name: string, value: Value | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  return typeof value === 'number' ? value : wrong(name);
}

function size(value: Value): number {
  if (isList(value)) return value.length;
  return typeof value === 'string' ? Array.from(value).length : wrong('size');
}

function toNumber(value: Value): number {
  const written = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof written === 'number' && Number.isFinite(written)) return written;
  throw new EvaluationProblem(t("'{0}' is no number", String(value)));
}

function toTruth(value: Value): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new EvaluationProblem(t("'{0}' is neither true nor false", String(value)));
}

/** Compiled once per pattern; patterns of expressions are few, and those that variables hold do not stay. */
const patterns = new Map<string, RE2JS>();
const MOST_PATTERNS = 500;

/** Finds the pattern anywhere in the text, in time linear in it. */
function matches(owner: string, pattern: string): boolean {
  let compiled = patterns.get(pattern);
  if (!compiled) {
    if (pattern.length > LONGEST_PATTERN) throw new EvaluationProblem(t('the pattern is too long'));
    try {
      compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    } catch (error) {
      if (error instanceof RE2JSException) throw new EvaluationProblem(t("'{0}' is no pattern", pattern));
      throw error;
    }
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    patterns.set(pattern, compiled);
  }
  return compiled.matcher(owner).find();
}

function find(name: 'indexOf' | 'lastIndexOf', owner: string, [part, from]: Values): number {
  const characters = Array.from(owner);
  const wanted = Array.from(text(name, part));
  const last = characters.length - wanted.length;
  const start = number(name, from, name === 'indexOf' ? 0 : last);
  const isAt = (at: number): boolean =>
    wanted.every((character, index) => characters[at + index] === character);
  if (name === 'indexOf') {
    for (let at = Math.max(0, start); at <= last; at++) if (isAt(at)) return at;
  } else {
    for (let at = Math.min(start, last); at >= 0; at--) if (isAt(at)) return at;
  }
  return -1;
}

function substring(owner: string, [from, to]: Values): string {
  const characters = Array.from(owner);
  const start = number('substring', from, 0);
  const end = number('substring', to, characters.length);
  if (start < 0 || end > characters.length || start > end) {
    throw new EvaluationProblem(t('the text has no such part'));
  }
  return characters.slice(start, end).join('');
}

/** As in CEL, a limit counts the pieces, and the last one keeps what is left. */
function split(owner: string, [separator, limit]: Values): Value {
  const mark = text('split', separator);
  const pieces = mark === '' ? Array.from(owner) : owner.split(mark);
  const most = number('split', limit, -1);
  if (most === 0) return [];
  if (pieces.length > LONGEST_LIST) throw new EvaluationProblem(t('the list becomes too long'));
  if (most < 0 || pieces.length <= most) return pieces;
  return [...pieces.slice(0, most - 1), pieces.slice(most - 1).join(mark)];
}

function join(list: Values, [separator]: Values): string {
  const joined = list
    .map((item) => text('join', item))
    .join(separator === undefined ? '' : text('join', separator));
  if (joined.length > LONGEST_TEXT) throw new EvaluationProblem(t('the text becomes too long'));
  return joined;
}
