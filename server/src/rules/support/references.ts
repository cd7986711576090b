import { foldName, type SymbolKind } from '../../model/occurrence';
import type { BotSnapshot, PlacedOccurrence } from '../../project/snapshot';
import { mayBeDefined } from './doubt';

/**
 * References of the bot itself (conversation tests have a rule of their own) to names that nothing defines. Names that
 * a file which cannot be understood may define are left out, and so are those in conditions and messages that do not parse.
 */
export function* unknownReferences(bot: BotSnapshot, symbol: SymbolKind): Iterable<PlacedOccurrence> {
  // Looking through the occurrences of each name would be quadratic in a file that repeats a wrong one.
  const defined = new Set(bot.names(symbol).map(foldName));
  for (const reference of bot.occurrencesOf(symbol)) {
    if (reference.role !== 'reference' || reference.position === 'test' || reference.tentative) continue;
    if (!defined.has(foldName(reference.name)) && !mayBeDefined(bot, symbol, reference.name)) yield reference;
  }
}
