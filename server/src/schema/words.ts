import { t } from '@vscode/l10n';
import type { SyntaxNode } from '../syntax/tree';
import type { JsonType } from './vocabulary';

/** A type as people call it, with its article. */
export function typeWords(type: JsonType): string {
  switch (type) {
    case 'object':
      return t("a map (lines of 'key: value')");
    case 'array':
      return t("a list (items that start with '-')");
    case 'string':
      return t('a text');
    case 'number':
      return t('a number');
    case 'integer':
      return t('a whole number');
    case 'boolean':
      return t('true or false');
    case 'null':
      return t('nothing');
  }
}

/** What stands at a place, with its article. */
export function nodeWords(node: SyntaxNode, text: boolean): string {
  if (node.kind === 'map') return t('a map');
  if (node.kind === 'list') return t('a list');
  if (text || typeof node.value === 'string') return t('a text');
  if (typeof node.value === 'number') return t('a number');
  if (typeof node.value === 'boolean') return t('true or false');
  return t('nothing');
}

/** `a, b, c` with quotes, at most twelve and then an ellipsis. */
export function quotedList(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => `'${name}'`);
  return names.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}

/** A value from a file, short enough for a sentence. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

/** The first sentence of a description. */
export function firstSentence(description: string): string {
  return /^.*?[.?!](?=\s|$)/s.exec(description)?.[0] ?? description;
}
