import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import { occurrenceAt, type NamedPlace } from './place';

/**
 * Every place where the name under the cursor stands, in the order of the files.
 * @param includeDefinition whether the definitions themselves are wanted too
 */
export function references(
  bot: BotSnapshot,
  file: ProjectFile,
  offset: number,
  includeDefinition: boolean,
): readonly NamedPlace[] {
  const named = occurrenceAt(file, offset);
  if (!named) return [];
  return bot
    .occurrences(named.symbol, named.name)
    .filter(({ role }) => includeDefinition || role === 'reference');
}
