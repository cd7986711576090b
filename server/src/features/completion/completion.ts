import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import { newlineOf } from '../../rules/edits/lines';
import { pathAtCursor } from '../../syntax/cursorPath';
import { embeddedItems } from './embedded';
import type { CompletionItem, Completions } from './item';
import { keyItems } from './keys';
import { quotedPlaceholder } from './quotedPlaceholder';
import { type CompletionScope, scopeAt } from './scope';
import { valueItems } from './values';

/** More than anyone reads; a bot may have tens of thousands of intents. */
const LIMIT = 500;

/**
 * What can be written at the cursor: keys with their documentation, names of everything that can be referred to,
 * values to choose from. Works in files that do not parse.
 */
export function completion(bot: BotSnapshot, file: ProjectFile, offset: number): Completions {
  const cursor = pathAtCursor(file.syntax, offset);
  const scope = cursor && scopeAt(bot, file, offset, cursor);
  if (!scope) return { items: [], incomplete: false };
  const { items, incomplete } = offered(scope);
  const newline = newlineOf(file.syntax.text);
  const written = (item: CompletionItem): CompletionItem => ({
    ...item,
    newText: item.newText.replaceAll('\n', newline),
  });
  return { items: newline === '\n' ? items : items.map(written), incomplete };
}

/** The same with plain line breaks. */
function offered(scope: CompletionScope): Completions {
  const { cursor } = scope;
  const quoted = quotedPlaceholder(scope);
  if (quoted) return limited(quoted, cursor.prefix);
  if (scope.view.embedded !== undefined && cursor.in === 'value') {
    return limited(embeddedItems(scope), '');
  }
  const entries =
    cursor.inside === 'plain' && (cursor.in !== 'value' || isItem(cursor.keys)) ? keyItems(scope) : [];
  const values = cursor.in !== 'key' || cursor.existingKeys.length === 0 ? valueItems(scope) : [];
  return limited([...entries, ...values], cursor.prefix);
}

/** Behind a dash a map may begin as well as a value stand. */
function isItem(keys: readonly (string | number)[]): boolean {
  return typeof keys.at(-1) === 'number';
}

function limited(items: readonly CompletionItem[], prefix: string): Completions {
  if (items.length <= LIMIT) return { items, incomplete: false };
  const letters = prefix.toLowerCase();
  const near = items.filter(({ label }) => label.toLowerCase().includes(letters));
  return { items: near.slice(0, LIMIT), incomplete: true };
}
