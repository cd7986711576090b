import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { t } from '@vscode/l10n';
import { remembering } from '../text/remember';
import { type EmbeddedName, type EmbeddedProblem, nesting } from './embedded';

/** Longer or deeper messages are not read: no channel takes them, and the parser's cost is bounded by it. */
export const MESSAGE_LIMITS = { length: 20_000, depth: 24 };

/** The parser is loaded when the first message with a brace is read, so that start-up does not pay for it. */
let icu: typeof import('@formatjs/icu-messageformat-parser') | undefined;

/** A message as read: its parts, or why it has none. */
export type ReadMessage =
  | { readonly elements: readonly MessageFormatElement[] }
  | { readonly problem: EmbeddedProblem };

/** Reads a message in ICU MessageFormat. Never throws; its cost is bounded by `MESSAGE_LIMITS`. */
export const readMessage = remembering(parseMessage);

function parseMessage(text: string): ReadMessage {
  const whole = { start: 0, end: text.length };
  if (text.length > MESSAGE_LIMITS.length) {
    return {
      problem: { ...whole, message: t('A message has at most {0} characters.', MESSAGE_LIMITS.length) },
    };
  }
  if (nesting(text, '{', '}') > MESSAGE_LIMITS.depth) {
    return {
      problem: { ...whole, message: t('This message nests more than {0} braces.', MESSAGE_LIMITS.depth) },
    };
  }
  icu ??=
    require('@formatjs/icu-messageformat-parser') as typeof import('@formatjs/icu-messageformat-parser');
  try {
    const elements = icu.parse(text, { captureLocation: true, ignoreTag: true });
    const stray = strayBrace(elements, text);
    return stray ? { problem: stray } : { elements };
  } catch (error) {
    return { problem: problemOf(text, error) };
  }
}

/** A closing brace that nothing opens would be shown to users as it is. */
function strayBrace(elements: readonly MessageFormatElement[], text: string): EmbeddedProblem | undefined {
  for (const { type, location } of elements) {
    if (!LITERAL.has(type) || !location) continue;
    const source = text.slice(location.start.offset, location.end.offset);
    const at = braceOutsideQuotes(source);
    if (at === -1) continue;
    const start = location.start.offset + at;
    const message = t("This '}' closes nothing. Remove it, or write \"'}'\" to show a brace.");
    return { start, end: start + 1, message };
  }
  return undefined;
}

/** A quote before a brace or `#` hides what follows up to the next quote; two quotes, or one before anything else, are text. */
function braceOutsideQuotes(source: string): number {
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '}') return at;
    if (source[at] !== "'") continue;
    if (source[at + 1] === "'") at++;
    else if (/[{}#<>|]/.test(source.charAt(at + 1))) {
      const end = source.indexOf("'", at + 2);
      if (end === -1) return -1;
      at = end;
    }
  }
  return -1;
}

function problemOf(text: string, error: unknown): EmbeddedProblem {
  const { message: kind = '', location } = error as {
    readonly message?: string;
    readonly location?: {
      readonly start: { readonly offset: number };
      readonly end: { readonly offset: number };
    };
  };
  const start = Math.min(location?.start.offset ?? 0, Math.max(0, text.length - 1));
  const end = Math.max(start + 1, Math.min(location?.end.offset ?? text.length, text.length));
  return { start, end, message: sentenceOf(kind) };
}

/** What the parser's kinds of mistakes mean. */
function sentenceOf(kind: string): string {
  if (kind === 'EMPTY_ARGUMENT')
    return t("This placeholder is empty. Write a variable's name between the braces.");
  if (kind === 'MISSING_OTHER_CLAUSE') {
    return t("A plural or select needs a form 'other' for everything else. Add it.");
  }
  if (kind === 'EXPECT_ARGUMENT_CLOSING_BRACE' || kind === 'UNCLOSED_TAG') {
    return t('This placeholder has no closing brace. Add it, or write "\'{\'" to show a brace.');
  }
  if (kind === 'MALFORMED_ARGUMENT') {
    return t('Between braces stands the name of a variable: letters, digits and underscores.');
  }
  if (kind === 'INVALID_ARGUMENT_TYPE') {
    return t('There is no such format. Use number, date, time, plural, selectordinal or select.');
  }
  if (kind.startsWith('DUPLICATE_')) return t('This form stands here twice. Remove one of them.');
  if (kind.includes('SELECT') || kind.includes('PLURAL')) {
    return t("Forms are written 'one {…} other {…}', with at least 'other'.");
  }
  return t('This message cannot be read as ICU MessageFormat. Correct the part between braces.');
}

/** A form of a plural that a message has, in offsets of the message. */
export interface PluralForm {
  readonly category: string;
  readonly ordinal: boolean;
  readonly start: number;
  readonly end: number;
}

/** The forms of all plurals of a message, but for those of exact numbers (`=1`). */
export function pluralForms(elements: readonly MessageFormatElement[], text: string): readonly PluralForm[] {
  const found: PluralForm[] = [];
  for (const element of elements) {
    if (!('options' in element)) continue;
    for (const [category, { value, location }] of Object.entries(element.options)) {
      found.push(...pluralForms(value, text));
      if (!('pluralType' in element) || category.startsWith('=') || !location) continue;
      const start = text.lastIndexOf(category, location.start.offset);
      const ordinal = element.pluralType === 'ordinal';
      found.push({ category, ordinal, start, end: start + category.length });
    }
  }
  return found;
}

/** How long a message is at least in its longest form, placeholders left out, as `measure` counts a text. */
export function longestForm(
  elements: readonly MessageFormatElement[],
  measure: (text: string) => number,
): number {
  let length = 0;
  for (const element of elements) {
    if (LITERAL.has(element.type)) length += measure((element as { readonly value: string }).value);
    else if ('options' in element) {
      const forms = Object.values(element.options).map(({ value }) => longestForm(value, measure));
      length += Math.max(0, ...forms);
    }
  }
  return length;
}

/** The variables that a message shows or chooses by, in the order of the text; undefined when it does not parse. */
export const messageVariables = remembering(variablesOf);

function variablesOf(text: string): readonly EmbeddedName[] | undefined {
  if (!/[{}]/.test(text)) return [];
  const read = readMessage(text);
  if ('problem' in read) return undefined;
  const found: EmbeddedName[] = [];
  collect(read.elements, text, found);
  return found.sort((a, b) => a.start - b.start);
}

/** `TYPE.literal` of the parser. */
const LITERAL: ReadonlySet<number> = new Set([0]);

/** `TYPE.literal`, `TYPE.pound` and `TYPE.tag` of the parser, which is not loaded at this point. */
const WITHOUT_NAME: ReadonlySet<number> = new Set([0, 7, 8]);

function collect(elements: readonly MessageFormatElement[], text: string, found: EmbeddedName[]): void {
  for (const element of elements) {
    if (WITHOUT_NAME.has(element.type) || !('value' in element) || !element.location) continue;
    // The element's place begins at its brace; blanks may stand before the name.
    const start = text.indexOf(element.value, element.location.start.offset + 1);
    found.push({ name: element.value, start, end: start + element.value.length });
    if ('options' in element) {
      for (const option of Object.values(element.options)) collect(option.value, text, found);
    }
  }
}
