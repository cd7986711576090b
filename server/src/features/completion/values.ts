import { escapeMarkdown } from '../markdown';
import type { CompletionItem } from './item';
import { candidates, type Candidate } from './names';
import type { CompletionScope } from './scope';
import { DIALOG_PLACEHOLDER } from './snippetNames';

/** The values that may stand at the cursor: names that the schema says the place refers to, and values to choose from. */
export function valueItems(scope: CompletionScope): readonly CompletionItem[] {
  const { cursor } = scope;
  const view = cursor.in === 'item' ? scope.view.items : scope.view;
  if (!view) return [];
  const choices = view.values.map(({ value, description }, index): CompletionItem => {
    const text = String(value);
    return {
      label: text,
      kind: 'value',
      ...(description !== undefined && { documentation: escapeMarkdown(description) }),
      ...placed(scope, text, index),
    };
  });
  const names = candidates(scope, view).map((candidate, index) => nameItem(scope, candidate, index));
  return [...choices, ...names];
}

function nameItem(
  scope: CompletionScope,
  { name, kind, detail, about }: Candidate,
  index: number,
): CompletionItem {
  const { start, end } = scope.cursor.replace;
  const written = scope.file.syntax.text.slice(start, end);
  return {
    label: name,
    kind,
    ...(detail !== undefined && { detail }),
    ...(about && { about }),
    // A placeholder that is still there is no part of a name that is being written.
    ...(written === DIALOG_PLACEHOLDER && kind === 'dialog' && { filter: `${written} ${name}` }),
    ...placed(scope, name, index),
  };
}

function placed(
  { cursor, lead }: CompletionScope,
  text: string,
  index: number,
): Pick<CompletionItem, 'newText' | 'snippet' | 'replace' | 'sort'> {
  return {
    newText: lead + text,
    snippet: false,
    replace: cursor.replace,
    sort: `0${String(index).padStart(5, '0')}`,
  };
}
