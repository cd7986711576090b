import { foldName, type Occurrence, type SymbolKind } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import type { CheckContext } from '../engine/lookups';
import { mayBeDefined } from '../facts/doubt';
import { isCertain, names, occurrencesIn } from '../facts/names';

/**
 * References of the bot itself (conversation tests have a rule of their own) to names that nothing defines. Names that
 * a file which cannot be understood may define are left out, and so are those in conditions and messages that do not parse.
 */
export function* unknownReferences(
  file: ProjectFile,
  context: CheckContext,
  symbol: SymbolKind,
): Iterable<Occurrence> {
  for (const reference of occurrencesIn(file, symbol)) {
    if (!isCertain(reference) || context.look(names[symbol], foldName(reference.name)).length > 0) continue;
    if (!mayBeDefined(context, symbol, reference.name)) yield reference;
  }
}
