import { foldName, type SymbolKind } from '../model/occurrence';
import type { BotSnapshot } from '../project/snapshot';
import { bareName, type FilePlace } from './place';

export interface WorkspaceSymbol extends FilePlace {
  readonly kind: SymbolKind;
  readonly name: string;
  /** What it belongs to: the bot, for a dialog bot and flow. */
  readonly container: string;
}

const KINDS: readonly SymbolKind[] = [
  'bot',
  'intent',
  'entity',
  'flow',
  'dialog',
  'variable',
  'context',
  'test',
];

/** More than anyone reads; a workspace may hold tens of thousands. */
const LIMIT = 1000;

/** Definitions of all bots whose name holds the letters of `query` in their order, case folded. */
export function workspaceSymbols(bots: readonly BotSnapshot[], query: string): readonly WorkspaceSymbol[] {
  const letters = foldName(query).replace(/\s+/g, '');
  const found: WorkspaceSymbol[] = [];
  for (const bot of bots) {
    for (const kind of KINDS) {
      for (const occurrence of bot.occurrencesOf(kind)) {
        if (occurrence.role !== 'definition' || !holdsLetters(foldName(occurrence.name), letters)) continue;
        if (found.length === LIMIT) return found;
        const name = bareName(kind, occurrence.name);
        const flow = kind === 'dialog' ? occurrence.name.slice(0, -name.length - 1) : '';
        found.push({
          kind,
          name,
          container: flow === '' ? bot.id : `${bot.id} › ${flow}`,
          file: occurrence.file,
          span: occurrence.span,
        });
      }
    }
  }
  return found;
}

function holdsLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}
