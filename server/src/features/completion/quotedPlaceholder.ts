import { type CompletionItem, escapeSnippet } from './item';
import { placeholderBodies } from './messageItems';
import type { CompletionScope } from './scope';

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
  return placeholderBodies(scope).map((proposal, index) => ({
    ...proposal,
    newText: `"{${proposal.snippet ? proposal.newText : escapeSnippet(proposal.newText)}\\}$0"`,
    snippet: true,
    replace: span,
    filter: `{${proposal.label}`,
    sort: `0${String(index).padStart(5, '0')}`,
  }));
}
