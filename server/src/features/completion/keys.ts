import type { SchemaKey, SchemaView } from '../../schema/schemaView';
import { escapeMarkdown, fenced } from '../markdown';
import { escapeSnippet, withoutTabStops, type CompletionItem } from './item';
import { candidates } from './names';
import type { CompletionScope } from './scope';
import { withNames } from './snippetNames';

/** The keys that may stand at the cursor, each with what the schema says about it. */
export function keyItems(scope: CompletionScope): readonly CompletionItem[] {
  const view = scope.cursor.in === 'item' ? scope.view.items : scope.view;
  if (!view) return [];
  const existing = new Set(scope.cursor.existingKeys);
  const excluded = new Set(view.exclusive.some((key) => existing.has(key)) ? view.exclusive : []);
  const opens = scope.cursor.opens === true;
  const free = view.keys.filter(
    ({ name, view: value }) => !existing.has(name) && !excluded.has(name) && (!opens || isMap(value)),
  );
  return [
    ...free.map((key, index) => keyItem(scope, key, index)),
    ...freeKeyItems(scope, view, existing),
    ...(scope.inBrackets || opens ? [] : wholeItems(scope, view, existing)),
  ];
}

function keyItem(scope: CompletionScope, key: SchemaKey, index: number): CompletionItem {
  const rest = hasColon(scope) ? undefined : restOf(scope, key);
  return {
    label: key.name,
    kind: 'key',
    ...(key.view.description !== undefined && { documentation: escapeMarkdown(key.view.description) }),
    newText: scope.lead + (rest ?? key.name),
    snippet: rest !== undefined,
    replace: scope.cursor.replace,
    sort: `${key.required ? '0' : '1'}${String(index).padStart(3, '0')}`,
    ...(rest !== undefined && rest.endsWith(': $0') && { more: true }),
  };
}

/** An existing key is only exchanged; what stands behind it stays. */
function hasColon({ file, cursor }: CompletionScope): boolean {
  return /^["']?[ \t]*:(?:\s|$)/.test(file.syntax.text.slice(cursor.replace.end, cursor.replace.end + 80));
}

/** The key with what follows it: a snippet of the schema, or the start of its value. */
function restOf(scope: CompletionScope, { name, view }: SchemaKey): string {
  if (scope.cursor.opens) return `${name}:$0`;
  if (scope.inBrackets) return `${name}: $0`;
  const snippet = view.snippets.find(({ body }) => body.startsWith(`${name}:`));
  if (snippet) return indented(scope, snippet.body);
  const { types } = view;
  if (isMap(view)) return indented(scope, `${name}:\n  $0`);
  if (types.includes('array') && !types.includes('string')) return indented(scope, `${name}:\n  - $0`);
  const [only] = view.values;
  if (only && view.values.length === 1) return `${name}: ${escapeSnippet(String(only.value))}$0`;
  return `${name}: $0`;
}

/** Keys that are names: languages of a text, variables that are set, contexts, codes of rules. */
function freeKeyItems(
  scope: CompletionScope,
  view: SchemaView,
  existing: ReadonlySet<string>,
): readonly CompletionItem[] {
  const names = view.keyNames;
  const value = view.key('');
  if (!names || !value || (scope.cursor.opens && !isMap(value))) return [];
  const open = hasColon(scope);
  return candidates(scope, names)
    .filter(({ name }) => !existing.has(name))
    .map(({ name, kind, detail, about }, index) => ({
      label: name,
      kind,
      ...(detail !== undefined && { detail }),
      ...(about && { about }),
      newText: scope.lead + (open ? name : `${escapeSnippet(name)}:${valueStart(scope, value)}`),
      snippet: !open,
      replace: scope.cursor.replace,
      sort: `0${String(index).padStart(5, '0')}`,
      ...(!open && isMap(value) && { more: true }),
    }));
}

function isMap({ types }: SchemaView): boolean {
  return types.includes('object') && !types.includes('string');
}

function valueStart(scope: CompletionScope, view: SchemaView): string {
  if (scope.cursor.opens) return '$0';
  if (view.embedded === 'expressions' && !scope.inBrackets) return indented(scope, ' |\n  $0');
  if (isMap(view)) return indented(scope, '\n  $0');
  if (view.types.includes('integer')) return ' ${1:1}$0';
  return ' $0';
}

/** Snippets for the whole of an empty map (a new file, a message, a question), and for an entry whose key is a name. */
function wholeItems(
  scope: CompletionScope,
  view: SchemaView,
  existing: ReadonlySet<string>,
): readonly CompletionItem[] {
  const keys = new Set(view.keys.map(({ name }) => name));
  const maps = view.snippets.filter(({ body }) => keys.has(body.slice(0, body.indexOf(':'))));
  const entries = hasColon(scope) ? [] : (view.keyNames?.snippets ?? []);
  // Who begins a file wants all that it needs, and finds the single keys below.
  const rank = scope.cursor.keys.length === 0 ? '' : '2';
  return [...(existing.size === 0 ? maps : []), ...entries].map(({ label, body }, index) => {
    const newText = withNames(scope, body);
    return {
      label,
      kind: 'snippet',
      documentation: fenced(withoutTabStops(newText)),
      newText: scope.lead + deeper(scope, newText),
      snippet: true,
      replace: scope.cursor.replace,
      sort: `${rank}${String(index).padStart(3, '0')}`,
    };
  });
}

/** A snippet of the schemas as it is inserted here. */
function indented(scope: CompletionScope, body: string): string {
  return deeper(scope, withNames(scope, body));
}

/** Further lines stand as deep as the key at the cursor. */
function deeper(scope: CompletionScope, body: string): string {
  return body.replaceAll('\n', `\n${' '.repeat(scope.column + scope.lead.length)}`);
}
