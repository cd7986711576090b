import type { SyntaxNode } from '../syntax/tree';
import type { LocalizedEntry, LocalizedText } from './definitions';
import { located, text } from './read';

/** Text per language; languages whose text is no scalar are left out. */
export function lowerLocalized(node: SyntaxNode | null | undefined): LocalizedText {
  const texts = new Map<string, LocalizedEntry>();
  if (node?.kind !== 'map') return texts;
  for (const { key, value } of node.entries) {
    const written = text(value);
    if (written && !texts.has(key.text)) texts.set(key.text, { language: located(key), text: written });
  }
  return texts;
}
