import type { SymbolKind } from '../model/occurrence';
import type { BotSnapshot, PlacedOccurrence, ProjectFile } from '../project/snapshot';
import type { Span } from '../text/range';

/** A definition above which its number of uses is shown. */
export interface UsesLens {
  readonly symbol: SymbolKind;
  readonly name: string;
  readonly span: Span;
}

const COUNTED: ReadonlySet<SymbolKind> = new Set(['intent', 'entity', 'flow', 'dialog']);

/** The definitions of a file whose uses are counted; counting is left to `usesOf`, for those that are in view. */
export function codeLenses(file: ProjectFile): readonly UsesLens[] {
  return file.occurrences
    .filter(({ role, symbol }) => role === 'definition' && COUNTED.has(symbol))
    .map(({ symbol, name, span }) => ({ symbol, name, span }));
}

/** Every place that refers to the definition, in the order of the files. */
export function usesOf(bot: BotSnapshot, symbol: SymbolKind, name: string): readonly PlacedOccurrence[] {
  return bot.occurrences(symbol, name).filter(({ role }) => role === 'reference');
}
