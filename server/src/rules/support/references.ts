import type { SymbolKind } from '../../model/occurrence';
import type { BotSnapshot, PlacedOccurrence } from '../../project/snapshot';
import { mayBeDefined } from './doubt';

/**
 * References of the bot itself (conversation tests have a rule of their own) to names that nothing defines. Names that
 * a file which cannot be understood may define are left out.
 */
export function* unknownReferences(bot: BotSnapshot, symbol: SymbolKind): Iterable<PlacedOccurrence> {
  for (const reference of bot.occurrencesOf(symbol)) {
    if (reference.role !== 'reference' || reference.position === 'test') continue;
    const defined = bot.occurrences(symbol, reference.name).some(({ role }) => role === 'definition');
    if (!defined && !mayBeDefined(bot, symbol, reference.name)) yield reference;
  }
}
