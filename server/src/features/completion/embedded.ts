import { conditionItems } from './conditionItems';
import type { CompletionItem } from './item';
import { messageItems } from './messageItems';
import { named } from './names';
import { nameProposal, replacingWord } from './replacing';
import type { CompletionScope } from './scope';

/** What can be completed inside a scalar: annotations in expressions, placeholders in texts, conditions. */
export function embeddedItems(scope: CompletionScope): readonly CompletionItem[] {
  switch (scope.view.embedded) {
    case 'expressions':
      return inExpression(scope);
    case 'condition':
      return conditionItems(scope);
    case 'message':
    case 'template':
      return messageItems(scope);
    case undefined:
      return [];
  }
}

/** From the last `[` only, which no other stands behind: from each of many, every search would go on to the end of the line. */
const ANNOTATION = /\[(?:[^[\]\\]|\\.)*\]\([A-Za-z0-9_.-]*(:[A-Za-z0-9_]*)?$/;

/** `[text](entity:variable)`: entities behind `(`, variables behind `:`. */
function inExpression(scope: CompletionScope): readonly CompletionItem[] {
  const { prefix } = scope.cursor;
  const line = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const annotation = ANNOTATION.exec(line);
  if (!annotation) return [];
  const kind = annotation[1] === undefined ? 'entity' : 'variable';
  return replacingWord(scope, named(scope.bot, kind).map(nameProposal), /[A-Za-z0-9_.-]/);
}
