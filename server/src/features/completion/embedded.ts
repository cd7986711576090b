import type { CompletionItem } from './item';
import { named, type Candidate } from './names';
import type { CompletionScope } from './scope';

/** What can be completed inside a scalar: annotations in expressions, placeholders in texts, names in conditions. */
export function embeddedItems(scope: CompletionScope): readonly CompletionItem[] {
  switch (scope.view.embedded) {
    case 'expressions':
      return inExpression(scope);
    case 'condition':
      return inCondition(scope);
    case 'message':
    case 'template':
      return inMessage(scope);
    case undefined:
      return [];
  }
}

/** `[text](entity:variable)`: entities behind `(`, variables behind `:`. */
function inExpression(scope: CompletionScope): readonly CompletionItem[] {
  const { prefix } = scope.cursor;
  const line = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const annotation = /\[(?:[^\]\\]|\\.)*\]\([A-Za-z0-9_.-]*(:[A-Za-z0-9_]*)?$/.exec(line);
  if (!annotation) return [];
  return words(
    scope,
    named(scope.bot, annotation[1] === undefined ? 'entity' : 'variable'),
    /[A-Za-z0-9_.-]/,
  );
}

/** Variables, and between quotes that are compared with an enum variable its values. */
function inCondition(scope: CompletionScope): readonly CompletionItem[] {
  const { prefix } = scope.cursor;
  const compared = /([A-Za-z][A-Za-z0-9_]*)\s*(?:==|!=|in\s*\[(?:[^\]]*,)?)\s*(["'])[^"']*$/.exec(prefix);
  if (compared) return words(scope, valuesOf(scope, compared[1] ?? ''), /[^"'\n]/);
  if (inString(prefix)) return [];
  // A cursor at the start of an unquoted condition may also want to open a quote first: names need none.
  if (/[.\d]\w*$/.test(prefix)) return [];
  return words(scope, named(scope.bot, 'variable'), /\w/);
}

function inString(prefix: string): boolean {
  let quote = '';
  for (const unit of prefix) {
    if (quote === '') {
      if (unit === '"' || unit === "'") quote = unit;
    } else if (unit === quote) quote = '';
  }
  return quote !== '';
}

function valuesOf({ bot }: CompletionScope, variable: string): readonly Candidate[] {
  const declared = bot.settings?.item.variables.find(({ name }) => name.value === variable);
  return (declared?.values ?? []).map(({ value }) => ({ name: value, kind: 'value', detail: variable }));
}

/** `{variable}`; behind it the bracket is closed when it is not yet. */
function inMessage(scope: CompletionScope): readonly CompletionItem[] {
  if (!isPlaceholder(scope.cursor.prefix)) return [];
  const items = words(scope, named(scope.bot, 'variable'), /\w/);
  const behind = scope.file.syntax.text.slice(items[0]?.replace.end ?? scope.offset).trimStart()[0];
  if (behind === '}' || behind === ',') return items;
  return items.map((item) => ({ ...item, newText: `${item.newText}}` }));
}

/**
 * A text that begins with a bracket (`en: {destination`) is a map to YAML: the placeholder comes with the quotes that it
 * needs. Undefined where that is not the matter.
 */
export function quotedPlaceholder(scope: CompletionScope): readonly CompletionItem[] | undefined {
  const { embedded } = scope.view;
  if (scope.cursor.in !== 'key' || (embedded !== 'message' && embedded !== 'template')) return undefined;
  const { text } = scope.file.syntax;
  const { replace, existingKeys } = scope.cursor;
  const opening = text.slice(0, replace.start).trimEnd();
  if (!opening.endsWith('{') || existingKeys.length > 0) return [];
  const closing = /^[ \t]*\}/.exec(text.slice(replace.end))?.[0].length ?? 0;
  const span = { start: opening.length - 1, end: replace.end + closing };
  return named(scope.bot, 'variable').map(({ name, kind, detail }, index) => ({
    label: name,
    kind,
    ...(detail !== '' && { detail }),
    newText: `"{${name}\\}$0"`,
    snippet: true,
    replace: span,
    filter: `{${name}`,
    sort: `0${String(index).padStart(5, '0')}`,
  }));
}

/**
 * Whether the text ends in `{name`. In ICU MessageFormat a bracket opens an argument in text, and a text (a branch of a
 * plural) in an argument; an apostrophe before a bracket quotes.
 */
function isPlaceholder(prefix: string): boolean {
  const opened: number[] = [];
  for (let at = 0; at < prefix.length; at++) {
    const unit = prefix[at];
    const inText = opened.length % 2 === 0;
    if (unit === "'" && inText && /[{}]/.test(prefix[at + 1] ?? '')) {
      const close = prefix.indexOf("'", at + 2);
      if (close < 0) return false;
      at = close;
    } else if (unit === '{') opened.push(at);
    else if (unit === '}') opened.pop();
  }
  const last = opened.at(-1);
  return last !== undefined && opened.length % 2 === 1 && /^\{\s*\w*$/.test(prefix.slice(last));
}

/** Proposals that replace the word around the cursor, whatever else the scalar holds. */
function words(
  { file, offset }: CompletionScope,
  found: readonly Candidate[],
  letter: RegExp,
): readonly CompletionItem[] {
  const { text } = file.syntax;
  let start = offset;
  while (start > 0 && letter.test(text[start - 1] ?? '')) start--;
  let end = offset;
  while (end < text.length && letter.test(text[end] ?? '')) end++;
  return found.map(({ name, kind, detail }, index) => ({
    label: name,
    kind,
    ...(detail !== '' && { detail }),
    newText: name,
    snippet: false,
    replace: { start, end },
    sort: `0${String(index).padStart(5, '0')}`,
  }));
}
