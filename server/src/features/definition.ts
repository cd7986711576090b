import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import type { Span } from '../text/range';
import { extentOf, occurrenceAt, type FilePlace, type NamedPlace } from './place';

export interface DefinitionTarget extends FilePlace {
  /** The whole definition; `span` is its name. */
  readonly extent: Span;
}

export interface DefinitionResult {
  /** The name under the cursor. */
  readonly origin: Span;
  /** Every definition of the name: two when it is defined twice, and contexts are output by many dialogs. */
  readonly targets: readonly DefinitionTarget[];
}

/**
 * Where the name under the cursor is defined. Undefined when the cursor is on no name or nothing defines it.
 * @param live LIVE of the bot: what the draft no longer defines is shown there
 */
export function definition(
  bot: BotSnapshot,
  file: ProjectFile,
  offset: number,
  live?: BotSnapshot,
): DefinitionResult | undefined {
  const named = occurrenceAt(file, offset);
  if (!named) return undefined;
  const own = targetsIn(bot, named);
  const targets = own.length === 0 && live ? targetsIn(live, named) : own;
  return targets.length > 0 ? { origin: named.span, targets } : undefined;
}

function targetsIn(bot: BotSnapshot, { symbol, name }: NamedPlace): readonly DefinitionTarget[] {
  return bot
    .occurrences(symbol, name)
    .filter(({ role }) => role === 'definition')
    .map(({ file, span }) => ({ file, span, extent: extentOf(file, symbol, span) }));
}
